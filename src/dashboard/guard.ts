import type { FastifyInstance } from 'fastify';

/** Names under which a page may ask for a server that listens on loopback. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses requests that reach us under a foreign name (DNS rebinding) or from a foreign page (cross-site requests).
 *
 * @param hosts further names under which the server may be asked, where it does not listen on loopback alone.
 */
export function guard(app: FastifyInstance, hosts: readonly string[]): void {
  const known = [...LOOPBACK, ...hosts];
  app.addHook('onRequest', async (request, reply) => {
    const { host = '', origin, 'sec-fetch-site': site } = request.headers;
    if (!known.includes(nameOf(host))) {
      return reply.code(421).send(refusal(`This server does not answer to the name '${nameOf(host)}'.`));
    }
    if (origin !== undefined && origin !== `http://${host}`) {
      return reply.code(403).send(refusal('Requests from other sites are refused.'));
    }
    if (site === 'cross-site' && request.method !== 'GET') {
      return reply.code(403).send(refusal('Requests from other sites are refused.'));
    }
  });
}

/** The content security policy: everything from here, nothing from elsewhere, no code from text. */
export const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Plotly puts its own few rules into a style element.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  formAction: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function refusal(message: string) {
  return { problem: { kind: 'input', message } };
}
