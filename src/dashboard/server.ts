import { InputError } from '../core/errors';
import { resolveOptions } from '../core/resolveOptions';
import { application } from './application';
import { Engines } from './engine/engines';
import { namesOf } from './guard';
import { DASHBOARD_OPTIONS, type DashboardOptions } from './options';
import { type Session, Sessions, type Upload } from './sessions';
import { startingSources } from './sources';

/** A running dashboard. */
export interface Dashboard {
  /** Where the page is. */
  url: string;
  /** Stops answering, ends the computing processes and deletes the files that were sent. */
  close(): Promise<void>;
}

/**
 * Serves the dashboard: a page to see, steer, understand and predict segments. It listens on loopback and refuses
 * requests under foreign names or from foreign pages; files sent to it stay on this computer, are seen by the tab that
 * sent them alone, and are deleted when the tab has been silent for an hour or the dashboard is closed.
 *
 * @throws InputError when the file cannot be read, the address cannot be listened on, the port is taken, or an option
 * is not known or out of range.
 * Cost: 0.3 s; two computing processes of some 400 MB each, started when first needed and ended after ten idle minutes.
 *
 * @example
 * const dashboard = await startDashboard();
 * const page = await fetch(dashboard.url);
 * page.status; // 200
 * await dashboard.close();
 */
export async function startDashboard(options: DashboardOptions = {}): Promise<Dashboard> {
  const given = resolveOptions('startDashboard', DASHBOARD_OPTIONS, options);
  const { port, host, hosts, file, idle, longestWork, silence } = given;
  const sources = startingSources(file);
  const engines = new Engines(longestWork);
  const forget = ({ id }: Upload, { token }: Session) => engines.forget(id, token);
  const limits = {
    bytes: given.uploadBytes,
    rows: given.uploadRows,
    columns: given.uploadColumns,
  };
  const sessions = new Sessions(
    { sessions: 200, unused: 100, uploads: 10, bytes: 20 * limits.bytes, idle },
    forget,
  );
  const names = [...namesOf(host), ...hosts];
  const app = await application({ sources, sessions, engines, limits }, { names, silence });
  const close = async () => {
    await app.close();
    await engines.close();
    sessions.close();
  };
  try {
    return { url: await app.listen({ port, host }), close };
  } catch (cause) {
    await close();
    throw new InputError('failed', `the dashboard cannot listen on ${host}: ${whyNot(cause, port)}`, {
      cause,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this port is not for everyone; name one above 1023 with --port',
  EADDRNOTAVAIL: 'it is no address of this machine',
  ENOTFOUND: 'there is no such address',
};

function whyNot(cause: unknown, port: number): string {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return code === 'EADDRINUSE'
    ? `port ${port} is taken; name another with --port`
    : (REASONS[code] ?? message);
}
