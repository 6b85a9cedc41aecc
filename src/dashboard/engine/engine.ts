import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeFrame, type Problem } from '../frames';
import type { TaskName } from './tasks';

/** A piece of work for the engine. */
export interface Job {
  task: TaskName;
  payload: unknown;
  /** Told of every frame: progress, and in the end a result or a problem. */
  onFrame: (bytes: Uint8Array) => void;
  /** Aborting takes the job out of the queue, or stops it at its next step. */
  signal: AbortSignal;
}

/** What the engine process is sent. */
export interface JobMessage {
  id: number;
  task: TaskName;
  payload: unknown;
  /** The job is to stop when this file appears: a busy process reads no messages. */
  cancelFile: string;
}

/** What it sends back; `done` with the last frame of a job. */
export interface FrameMessage {
  id: number;
  bytes: Uint8Array;
  done: boolean;
}

/** A job and what to call when it is over, however it ended. */
interface Queued {
  id: number;
  job: Job;
  settle: () => void;
}

/**
 * One process that computes, so that requests are answered meanwhile and a crash of native code takes no server
 * with it. Jobs run one after the other. The process starts with the first job, and again after it died.
 */
export class Engine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'segmentation-engine-'));
  private waiting: Queued[] = [];
  private running: Queued | undefined;
  private child: ChildProcess | undefined;
  private lastId = 0;
  private closed = false;

  /** Runs the job when its turn comes; resolves when it is over or was aborted before its turn. */
  async run(job: Job): Promise<void> {
    if (job.signal.aborted || this.closed) return;
    let abort = () => {};
    await new Promise<void>((settle) => {
      const queued: Queued = { id: ++this.lastId, job, settle };
      abort = () => this.abort(queued);
      job.signal.addEventListener('abort', abort);
      this.waiting.push(queued);
      this.next();
    });
    job.signal.removeEventListener('abort', abort);
  }

  /** Sends word that needs no answer, e.g. that a session's tables may be forgotten. */
  tell(task: TaskName, payload: unknown): void {
    const { signal } = new AbortController();
    if (this.child) void this.run({ task, payload, onFrame: () => {}, signal });
  }

  /** Ends the process. Jobs running or waiting get a problem. */
  close(): void {
    this.closed = true;
    const { child } = this;
    this.child = undefined;
    child?.kill();
    this.refuse([...(this.running ? [this.running] : []), ...this.waiting], {
      kind: 'cancelled',
      message: 'The dashboard was stopped.',
    });
    this.waiting = [];
    this.running = undefined;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private next(): void {
    if (this.running || this.closed) return;
    this.running = this.waiting.shift();
    if (!this.running) return;
    this.child ??= this.start();
    const { id, job } = this.running;
    const message: JobMessage = { id, task: job.task, payload: job.payload, cancelFile: this.cancelFile(id) };
    this.child.send(message, (error) => {
      if (error) this.died(error.message);
    });
  }

  private abort(queued: Queued): void {
    if (queued === this.running) {
      writeFileSync(this.cancelFile(queued.id), '');
      return;
    }
    this.waiting = this.waiting.filter((other) => other !== queued);
    queued.settle();
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, 'process.js'), { serialization: 'advanced' });
    const gone = (why: string) => {
      if (this.child === child) this.died(why);
    };
    child.on('message', (message) => this.hear(message as FrameMessage));
    child.on('error', (error) => gone(error.message));
    child.on('exit', (code, signal) => gone(`it ended with ${signal ?? `code ${code}`}`));
    return child;
  }

  private hear({ id, bytes, done }: FrameMessage): void {
    if (this.running?.id !== id) return;
    this.running.job.onFrame(bytes);
    if (done) this.finish();
  }

  private finish(): void {
    const finished = this.running;
    this.running = undefined;
    if (!finished) return;
    rmSync(this.cancelFile(finished.id), { force: true });
    finished.settle();
    this.next();
  }

  private died(why: string): void {
    this.child = undefined;
    if (this.running) {
      this.refuse([this.running], {
        kind: 'defect',
        message: `The computing process stopped (${why}). Nothing is lost: try again, with fewer rows if it happens again.`,
      });
    }
    this.finish();
  }

  private refuse(queued: readonly Queued[], problem: Problem): void {
    for (const { job, settle } of queued) {
      job.onFrame(encodeFrame({ kind: 'problem', problem }));
      settle();
    }
  }

  private cancelFile(id: number): string {
    return join(this.folder, String(id));
  }
}
