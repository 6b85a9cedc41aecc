import type { FastifyInstance } from 'fastify';
import type { DashboardContext } from '../context';

/** A tab begins; it is given the token that every later request carries in `x-session`. */
export function sessionRoutes(app: FastifyInstance, { sessions, sources, swift }: DashboardContext): void {
  app.post('/api/sessions', async () => {
    swift.wake(); // it starts while the page draws itself
    return { token: sessions.create().token };
  });
  app.get('/api/sources', async () => Array.from(sources.values(), ({ id, title }) => ({ id, title })));
}
