import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InputError } from '../core/errors';
import type { DashboardContext } from './context';
import type { Problem } from './frames';
import { CONTENT_SECURITY_POLICY, guard } from './guard';
import { pageRoutes } from './routes/page';
import { runRoute } from './routes/run';
import { sessionRoutes } from './routes/sessions';
import { uploadRoutes } from './routes/uploads';

/** How the application deals with clients. */
export interface ApplicationOptions {
  /** Names under which it may be asked, besides those of loopback. */
  names: readonly string[];
  /** How long a client may be silent in the midst of a request, in ms. */
  silence: number;
}

const MINUTE = 60_000;
/** No page needs as many; a thousand idle connections hold no one else up. */
const MAX_CONNECTIONS = 1000;
/** An address holds the whole view: hundreds of chosen columns, where a Chinese letter takes nine bytes. */
const MAX_HEAD_BYTES = 256 * 1024;

/** The web application: who may ask, what is answered to whom, and how mistakes are told. */
export async function application(
  context: DashboardContext,
  { names, silence }: ApplicationOptions,
): Promise<FastifyInstance> {
  const { default: fastify } = await import('fastify');
  const { default: helmet } = await import('@fastify/helmet');
  const { default: multipart } = await import('@fastify/multipart');
  const app = fastify({
    bodyLimit: 256 * 1024,
    requestTimeout: 10 * MINUTE,
    connectionTimeout: silence,
    keepAliveTimeout: 5000, // told to clients, so that none asks on a connection that is being closed
    http: {
      headersTimeout: silence,
      connectionsCheckingInterval: Math.min(silence, 5000),
      maxHeaderSize: MAX_HEAD_BYTES,
    },
    forceCloseConnections: true,
    frameworkErrors: refuseBare,
    clientErrorHandler,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  guard(app, names);
  await app.register(multipart, {
    limits: { files: 1, fields: 5, parts: 6, fieldSize: 1024, fileSize: context.limits.bytes },
  });
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
    reply.code(404).send({ problem: { kind: 'input', message: 'This page doesn’t exist.' } }),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    if (reply.raw.destroyed) return undefined; // the page no longer waits: nobody to tell, and no mistake
    const status = error instanceof InputError ? 400 : (error.statusCode ?? 500);
    if (status >= 500) console.error(error);
    const message = status >= 500 ? 'Something went wrong. See the terminal for details.' : error.message;
    const mistake = error instanceof InputError ? error.toJSON() : undefined;
    const problem: Problem = { kind: status >= 500 ? 'defect' : 'input', message, mistake };
    return reply.code(status).send({ problem });
  });
}

/** Answers of which no hook hears keep browsers from guessing all the same. */
const BARE_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** An address that cannot be read is refused before any hook. */
function refuseBare(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(400)
    .headers(BARE_HEADERS)
    .send({ problem: { kind: 'input', message: 'This address can’t be read.' } });
}

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** What is no HTTP is refused on the bare connection. */
function clientErrorHandler(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF[error.code ?? ''] ?? 400;
  const message = status === 431 ? 'This address is too long.' : 'This request can’t be read.';
  const body = JSON.stringify({ problem: { kind: 'input', message } });
  const headers = { ...BARE_HEADERS, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}
