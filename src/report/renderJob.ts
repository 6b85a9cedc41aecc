import type { MessagePort } from 'node:worker_threads';

/** One request on its way to the worker: where the answer goes, and a flag that is 1 when it lies there. */
export interface RenderJob<Request> {
  request: Request;
  port: MessagePort;
  done: Int32Array;
}
