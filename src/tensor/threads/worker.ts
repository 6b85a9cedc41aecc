import { type MessagePort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest } from './threadTask';

/** A thread of `mapOnThreads`: does what it is sent, one after the other. */
const port = (workerData as { port: MessagePort }).port;

port.on('message', ({ id, file, name, input }: ThreadRequest) => {
  port.postMessage({ id, output: outputOf(file, name, input) } satisfies ThreadAnswer);
});

/** Undefined where it throws: the asking thread then does it itself, and meets the error where it belongs. */
function outputOf(file: string, name: string, input: unknown): unknown {
  try {
    return require(file)[name](input);
  } catch {
    return undefined;
  }
}
