import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Figure } from '../plot/figure';
import { findBrowser } from './findBrowser';
import { plotlyJson } from './plotlyJson';

/** A still picture of a figure. */
export interface Picture {
  /** JPEG, base64. */
  jpeg: string;
  /** Size on the page, in CSS pixels; the file may hold more. */
  width: number;
  height: number;
}

/** What the painter is asked. */
export interface PictureRequest {
  figure: { data: unknown; layout: unknown };
  width: number;
  height: number;
}

/** What it answers. */
export type PictureReply = { jpeg: string } | { problem: string };

interface Painter {
  worker: Worker;
  port: MessagePort;
  /** 0 while the painter works, 1 when its answer lies on the port. */
  done: Int32Array;
}

const DEFAULT_SIZE = { width: 800, height: 450 };
/** Starting Chrome on a busy machine is slow; a kernel that hangs is worse than a figure without a picture. */
const TIME_LIMIT_MS = 30_000;

let painter: Painter | undefined;
let off = false;

/**
 * Paints a figure, waiting for it (the caller's outputs must keep their order). Chrome starts with the first
 * figure, in a worker thread, and stays for the next ones until the process ends.
 *
 * Undefined where there is no picture: no Chrome (without a word), `CUSTOMER_SEGMENTATION_STATIC=off`, or Chrome
 * failed or took more than 30 s: then one line is printed and no further picture is tried.
 */
export function staticPicture(figure: Figure): Picture | undefined {
  if (off || process.env.CUSTOMER_SEGMENTATION_STATIC === 'off') return undefined;
  painter ??= startPainter();
  if (!painter) return undefined;
  const { width, height } = { ...DEFAULT_SIZE, ...sizeOf(figure) };
  const reply = ask(painter, { figure: plotlyJson(figure), width, height });
  if ('jpeg' in reply) return { jpeg: reply.jpeg, width, height };
  switchOff(reply.problem);
  return undefined;
}

function startPainter(): Painter | undefined {
  const browser = findBrowser();
  if (!browser) {
    off = true;
    return undefined;
  }
  const { port1: port, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(join(__dirname, 'pictureWorker.js'), {
    workerData: { browser, port: port2, done },
    transferList: [port2],
    stdout: true,
    stderr: true,
  });
  worker.on('error', () => {});
  worker.unref();
  port.unref();
  return { worker, port, done };
}

function ask({ port, done }: Painter, request: PictureRequest): PictureReply {
  Atomics.store(done, 0, 0);
  port.postMessage(request);
  if (Atomics.wait(done, 0, 0, TIME_LIMIT_MS) === 'timed-out') {
    return { problem: `the browser took more than ${TIME_LIMIT_MS / 1000} seconds` };
  }
  return receiveMessageOnPort(port)!.message as PictureReply;
}

function switchOff(problem: string): void {
  off = true;
  void painter?.worker.terminate();
  painter = undefined;
  console.log(
    `No still pictures from here on: ${problem.split('\n')[0]}. The figures themselves are complete.`,
  );
}

function sizeOf({ layout }: Figure): Partial<typeof DEFAULT_SIZE> {
  const { width, height } = layout;
  return { ...(width && { width }), ...(height && { height }) };
}
