import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { REQUESTS } from '../requests';
import type { DashboardContext } from '../server';
import { findSource } from '../sources';
import { sessionOf } from './session';

interface RunBody {
  source: string;
}

/**
 * Every piece of work is asked for in the same way: POST /api/run/<task> with a body that the task's schema allows.
 * The answer is a stream of frames. A page that no longer waits closes the request, which stops the work.
 */
export function runRoute(app: FastifyInstance, context: DashboardContext): void {
  for (const [task, { schema, engine }] of Object.entries(REQUESTS)) {
    app.post<{ Body: RunBody }>(`/api/run/${task}`, { schema: { body: schema } }, (request, reply) => {
      const session = sessionOf(request, context.sessions);
      const source = findSource(context.sources, session, request.body.source);
      const stopped = new AbortController();
      const answer = new PassThrough();
      reply.raw.on('close', () => stopped.abort());
      const job = {
        task: task as keyof typeof REQUESTS,
        payload: { ...request.body, source, limits: context.limits },
        onFrame: (bytes: Uint8Array) => void answer.write(bytes),
        signal: stopped.signal,
      };
      void context[engine].run(job).then(() => answer.end());
      return reply.type('application/octet-stream').header('cache-control', 'no-store').send(answer);
    });
  }
}
