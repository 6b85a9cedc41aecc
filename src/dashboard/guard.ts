import { hostname, networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';

/** Names under which a page may ask for a server that listens on loopback. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses requests that reach us under a foreign name (DNS rebinding) or from a foreign page (cross-site requests),
 * and lets no answer of the API be kept. A link on a foreign page may open ours.
 *
 * @param names under which the server may be asked besides those of loopback.
 */
export function guard(app: FastifyInstance, names: readonly string[]): void {
  const known = [...LOOPBACK, ...names.map((name) => name.toLowerCase())];
  app.addHook('onRequest', async (request, reply) => {
    const { host = '', origin, 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = request.headers;
    if (!known.includes(nameOf(host))) {
      return reply
        .code(421)
        .send(errorResponse(`This server does not answer to the name '${nameOf(host)}'.`));
    }
    const ofOurPage = origin === undefined || isOurs(origin, host);
    const ofOurSite = site === 'same-origin' || site === 'none';
    const isApi = request.url.startsWith('/api/') || request.routeOptions.url?.startsWith('/api/'); // %61pi is api, too
    const isLink = mode === 'navigate' && request.method === 'GET' && !isApi;
    if (!ofOurPage || !(ofOurSite || isLink)) {
      return reply.code(403).send(errorResponse('Requests from other sites are refused.'));
    }
    if (isApi) reply.header('cache-control', 'no-store');
  });
}

/**
 * Names of a server that listens on an address: the address; where it listens on every address of this machine, all
 * of these and the machine's name.
 */
export function namesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [inUrl(host)];
  const own = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address));
  return [hostname(), ...own.map(inUrl)];
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

/** Before a proxy that ends TLS, the page is at https while we are asked in http. */
function isOurs(origin: string, host: string): boolean {
  return [`http://${host}`, `https://${host}`].includes(origin);
}

function inUrl(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

function errorResponse(message: string) {
  return { problem: { kind: 'input', message } };
}
