import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { InputError } from '../core/errors';
import { checkInteger, checkKnown } from '../core/options';
import { Engine } from './engine/engine';
import { CONTENT_SECURITY_POLICY, guard } from './guard';
import { pageRoutes } from './routes/page';
import { runRoute } from './routes/run';
import { sessionRoutes } from './routes/sessions';
import { uploadRoutes } from './routes/uploads';
import { Sessions } from './sessions';
import { type Sources, startingSources } from './sources';

/** Options of `startDashboard`. */
export interface DashboardOptions {
  /** A customer table, a transaction log, or a model that was saved, to begin with. Default: the data sets of the catalogue. */
  file?: string;
  /** Default 0: any free port. */
  port?: number;
  /** The address to listen on. Default '127.0.0.1': this machine alone. */
  host?: string;
  /** Names under which the server may be asked besides those of loopback. Default none. */
  hosts?: readonly string[];
  /** Largest file taken, in bytes. Default 200 MiB. */
  uploadBytes?: number;
  /** Largest table taken, in rows. Default 1,000,000. */
  uploadRows?: number;
  /** Widest table taken, in columns. Default 500. */
  uploadColumns?: number;
  /** Silence after which a tab and its files are forgotten, in ms. Default one hour. */
  idle?: number;
}

/** A running dashboard. */
export interface Dashboard {
  /** Where the page is. */
  url: string;
  /** Stops answering, ends the computing processes and deletes the files that were sent. */
  close(): Promise<void>;
}

/** What the routes work with. */
export interface DashboardContext {
  sources: Sources;
  sessions: Sessions;
  /** Answers at once: pictures, predictions. */
  swift: Engine;
  /** Takes its time: choosing k, comparing algorithms, whole files. */
  patient: Engine;
  limits: { bytes: number; rows: number; columns: number };
}

const KNOWN = ['file', 'port', 'host', 'hosts', 'uploadBytes', 'uploadRows', 'uploadColumns', 'idle'];
const MEBIBYTE = 1024 * 1024;

/**
 * Serves the dashboard: a page to see, steer, understand and predict segments. It listens on loopback and refuses
 * requests under foreign names or from foreign pages; files sent to it stay on this machine and are seen by the tab
 * that sent them alone.
 *
 * @throws InputError when the file cannot be read or the port is taken.
 * Cost: two computing processes of some 400 MB each, started when first needed.
 *
 * @example
 * const dashboard = await startDashboard({ port: 0 });
 * await dashboard.close();
 */
export async function startDashboard(options: DashboardOptions = {}): Promise<Dashboard> {
  checkKnown('startDashboard', options, KNOWN);
  const { port = 0, host = '127.0.0.1', hosts = [], file } = options;
  checkInteger('port', port, { min: 0, max: 65535 });
  const sources = startingSources(file);
  const [swift, patient] = [new Engine(), new Engine()];
  const forget = ({ id }: { id: string }) => {
    swift.tell('forget', { source: id });
    patient.tell('forget', { source: id });
  };
  const sessions = new Sessions({ sessions: 200, uploads: 10, idle: options.idle ?? 3_600_000 }, forget);
  const limits = {
    bytes: options.uploadBytes ?? 200 * MEBIBYTE,
    rows: options.uploadRows ?? 1_000_000,
    columns: options.uploadColumns ?? 500,
  };
  const app = await application({ sources, sessions, swift, patient, limits }, hosts);
  const close = async () => {
    await app.close();
    swift.close();
    patient.close();
    sessions.close();
  };
  try {
    return { url: await app.listen({ port, host }), close };
  } catch (cause) {
    await close();
    const { code, message } = cause as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? `port ${port} is taken; name another with --port` : message;
    throw new InputError(`the dashboard cannot listen on ${host}: ${why}`, { cause });
  }
}

async function application(context: DashboardContext, hosts: readonly string[]): Promise<FastifyInstance> {
  const { default: fastify } = await import('fastify');
  const { default: helmet } = await import('@fastify/helmet');
  const { default: multipart } = await import('@fastify/multipart');
  const { default: files } = await import('@fastify/static');
  const app = fastify({
    bodyLimit: 256 * 1024,
    requestTimeout: 120_000,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  guard(app, hosts);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: context.limits.bytes } });
  await app.register(files, { root: join(__dirname, 'page'), prefix: '/', index: 'index.html' });
  refusePolitely(app);
  pageRoutes(app);
  sessionRoutes(app, context);
  uploadRoutes(app, context);
  runRoute(app, context);
  return app;
}

/** Mistakes of the request are told in words; ours are logged, not shown. */
function refusePolitely(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ problem: { kind: 'input', message: 'There is no such page.' } }),
  );
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof InputError ? 400 : (error.statusCode ?? 500);
    if (status >= 500) console.error(error);
    const message =
      status >= 500 ? 'Something went wrong on our side; the terminal shows what.' : error.message;
    return reply.code(status).send({ problem: { kind: status >= 500 ? 'defect' : 'input', message } });
  });
}
