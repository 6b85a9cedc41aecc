import { createReadStream, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** What the page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json; charset=utf-8',
};

/** The page's files are so few that each has a route of its own: no address becomes a path. */
export function pageRoutes(app: FastifyInstance): void {
  const folder = join(__dirname, '..', 'page');
  for (const file of readdirSync(folder).filter((name) => extname(name) in TYPES)) {
    const address = file === 'index.html' ? '/' : `/${file}`;
    serve(app, address, join(folder, file), 'no-cache');
  }
  // The one large part comes from its package, so that it is not copied into ours.
  serve(app, '/plotly.js', require.resolve('plotly.js-strict-dist-min'), 'private, max-age=86400');
}

function serve(app: FastifyInstance, address: string, path: string, keep: string): void {
  const type = TYPES[extname(path)];
  app.get(address, (_request, reply) =>
    reply.type(type).header('cache-control', keep).send(createReadStream(path)),
  );
}
