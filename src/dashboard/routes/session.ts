import type { FastifyRequest } from 'fastify';
import type { Session, Sessions } from '../sessions';

/** Refuses a request whose tab is not known (any more): the page then begins a new session. */
export class UnknownSession extends Error {
  readonly statusCode = 401;
  constructor() {
    super(
      'This session was closed after a long time without activity, or the dashboard was restarted. Send your files again.',
    );
  }
}

/** The tab that asks. @throws UnknownSession */
export function sessionOf(request: FastifyRequest, sessions: Sessions): Session {
  const session = sessions.find(request.headers['x-session']);
  if (!session) throw new UnknownSession();
  return session;
}
