import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { formatDuration } from '../core/format';
import { ownTemporaryFolder } from '../datasets/write/temporaryFolder';
import { findBrowser } from './findBrowser';
import type { RenderJob } from './renderJob';

/** What can be painted. */
export type ImageFormat = 'png' | 'jpeg' | 'svg';

/** What the painter is asked. */
export interface PictureRequest {
  figure: { data: unknown; layout: unknown };
  format: ImageFormat;
  /** Size on the page, in CSS pixels. */
  width: number;
  height: number;
  /** Pixels of the file to one CSS pixel; an SVG has none. */
  scale: number;
}

/** What it answers: the file's bytes, or why there are none. */
export type PictureReply = { bytes: Uint8Array } | { problem: string };

/** Starting Chrome on a busy machine is slow; a program that hangs is worse than a picture that is missing. */
const TIME_LIMIT_MS = 30_000;

let worker: Worker | undefined;

/**
 * Paints, waiting for the answer without giving way to anything else. Chrome starts with the first picture, in a
 * worker thread, and stays for the next ones until the process ends. Undefined where there is no Chrome.
 */
export function renderImage(request: PictureRequest): PictureReply | undefined {
  const job = send(request);
  if (!job) return undefined;
  if (Atomics.wait(job.done, 0, 0, TIME_LIMIT_MS) === 'timed-out') return giveUp();
  return receiveMessageOnPort(job.reply)!.message as PictureReply;
}

/** The same, without standing in the way of other work. */
export async function queueRender(request: PictureRequest): Promise<PictureReply | undefined> {
  const job = send(request);
  if (!job) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const reply = await new Promise<PictureReply>((resolve) => {
    job.reply.once('message', resolve);
    timer = setTimeout(() => resolve(giveUp()), TIME_LIMIT_MS);
  });
  clearTimeout(timer);
  job.reply.close();
  return reply;
}

/** A worker that hangs goes, Chrome with it; the next picture starts another. */
function giveUp(): PictureReply {
  void worker?.terminate();
  worker = undefined;
  return { problem: `the browser took more than ${formatDuration(TIME_LIMIT_MS)}` };
}

/** Each job has a channel of its own, so that one who waits never takes another's answer. */
function send(request: PictureRequest): { reply: MessagePort; done: Int32Array } | undefined {
  worker ??= startWorker();
  if (!worker) return undefined;
  const { port1: reply, port2: port } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  worker.postMessage({ request, port, done } satisfies RenderJob<PictureRequest>, [port]);
  return { reply, done };
}

function startWorker(): Worker | undefined {
  const browser = findBrowser();
  if (!browser) return undefined;
  const started = new Worker(join(__dirname, 'pictureWorker.js'), {
    workerData: { browser, temporary: temporaryFolder() },
    stdout: true,
    stderr: true,
  });
  started.on('error', () => {});
  started.unref();
  return started;
}

/** Where Chrome keeps a profile for as long as it runs. It is not asked to close, so that it goes with this process. */
function temporaryFolder(): string {
  const folder = ownTemporaryFolder('customer-segmentation-pictures-');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
