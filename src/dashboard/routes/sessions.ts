import type { FastifyInstance } from 'fastify';
import type { DashboardContext } from '../context';
import { sessionOf } from './session';

/** Tabs begin, and are told which tables there are. */
export function sessionRoutes(app: FastifyInstance, { sessions, sources, engines }: DashboardContext): void {
  // A tab is given the token that every later request carries in `x-session`. One whose page was left sends the
  // token it had, and finds its files again, unless it was forgotten meanwhile.
  app.post('/api/sessions', async (request) => {
    engines.wake(); // it starts while the page draws itself
    const resumed = sessions.resume(request.headers['x-session']);
    return { token: (resumed ?? sessions.create(request.ip)).token, resumed: resumed !== undefined };
  });

  /** The tables that all tabs see and, for a tab, its own files. */
  app.get('/api/sources', async (request) => {
    const isTab = request.headers['x-session'] !== undefined;
    const own = isTab ? [...sessionOf(request, sessions).uploads.values()] : [];
    return [
      ...Array.from(sources.values(), ({ id, title }) => ({ id, title })),
      ...own.map(({ id, name }) => ({ id, title: name, own: true })),
    ];
  });
}
