import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { DashboardContext } from '../context';
import { TASKS, type TaskName } from '../engine/tasks';
import { findSource } from '../sources';
import { sessionOf } from './session';

interface RunBody {
  source: string;
  /** A second table: the customers to be scored. */
  customers?: string;
}

/**
 * Every piece of work is asked for in the same way: POST /api/run/<task> with a body that the task's schema allows.
 * The answer is a stream of frames. A page that no longer waits closes the request, which stops the work.
 */
export function runRoute(app: FastifyInstance, context: DashboardContext): void {
  for (const [task, { request: schema, engine }] of Object.entries(TASKS)) {
    app.post<{ Body: RunBody }>(`/api/run/${task}`, { schema: { body: schema } }, (request, reply) => {
      const session = sessionOf(request, context.sessions);
      const found = (id: string) => findSource(context.sources, session, id);
      const { source, customers } = request.body;
      const stopped = new AbortController();
      const answer = new PassThrough();
      reply.raw.on('close', () => stopped.abort());
      const job = {
        task: task as TaskName,
        payload: {
          ...request.body,
          source: found(source),
          ...(customers !== undefined && { customers: found(customers) }),
          limits: context.limits,
        },
        owner: session.token,
        onFrame: (bytes: Uint8Array) => void answer.write(bytes),
        signal: stopped.signal,
      };
      const { socket } = request;
      socket.setTimeout(0); // it is we who are silent while the work runs
      void context.engines
        .run(engine, job)
        .catch(console.error)
        .then(() => {
          socket.setTimeout(app.server.timeout);
          answer.end();
        });
      return reply.type('application/octet-stream').send(answer);
    });
  }
}
