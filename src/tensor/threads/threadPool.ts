import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { ThreadAnswer } from './threadTask';

/** The program of a thread; there is none where the sources run without a build, or packed into one file. */
const PROGRAM = join(__dirname, 'worker.js');
/** Threads wait so long for more work before they end. */
const IDLE_MS = 5000;

/** A thread and what was asked of it, in order, without an answer so far. */
export interface PoolThread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly asked: Set<number>;
}

let threads: PoolThread[] = [];
let idle: NodeJS.Timeout | undefined;

/**
 * So many threads, those of an earlier time first: starting one takes as long as loading the package. They do not keep
 * the program from ending. None where threads cannot be had.
 */
export function takeThreads(count: number): readonly PoolThread[] {
  clearTimeout(idle);
  while (threads.length < count && existsSync(PROGRAM)) threads.push(startThread());
  return threads.slice(0, Math.max(0, count));
}

/** Keeps threads for a while, whatever they are still at: answers that nobody waits for are dropped. */
export function keepThreads(): void {
  idle = setTimeout(endThreads, IDLE_MS);
  idle.unref();
}

/** Ends all threads, at once. */
export function endThreads(): void {
  for (const { worker } of threads) void worker.terminate();
  threads = [];
}

/** What a thread has answered by now, without waiting. */
export function* answersOf({ port, asked }: PoolThread): Generator<ThreadAnswer> {
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: ThreadAnswer } | undefined;
    if (!received) return;
    asked.delete(received.message.id);
    yield received.message;
  }
}

function startThread(): PoolThread {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(PROGRAM, { workerData: { port: port2 }, transferList: [port2], execArgv: [] });
  const thread: PoolThread = { worker, port: port1, asked: new Set() };
  worker.on('error', () => {}); // one that ends for want of memory leaves its work to the thread that asked
  worker.on('exit', () => {
    threads = threads.filter((other) => other !== thread);
  });
  worker.unref();
  port1.unref();
  return thread;
}
