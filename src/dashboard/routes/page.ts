import { createReadStream } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** The page's one large part comes from its package, so that it is not copied into ours. */
export function pageRoutes(app: FastifyInstance): void {
  const plotly = require.resolve('plotly.js-strict-dist-min');
  app.get('/plotly.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'private, max-age=86400')
      .send(createReadStream(plotly)),
  );
}
