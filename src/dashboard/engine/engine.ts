import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../core/errors';
import { formatDuration } from '../../core/format';
import { makeTemporaryFolder, removeQuietly } from '../../datasets/write/temporaryFolder';
import { encodeFrame, type Problem } from '../frames';
import { TemporaryFolder } from '../temporaryFolder';
import type { AnyTaskName } from './tasks';

/** A piece of work for the engine. */
export interface Job {
  task: AnyTaskName;
  payload: unknown;
  /** Who asks: owners take turns. */
  owner: string;
  /** Told of every frame: progress, and in the end a result or a problem. */
  onFrame: (bytes: Uint8Array) => void;
  /** Aborting takes the job out of the queue, or stops it at its next step. */
  signal: AbortSignal;
}

/** What the engine process is sent. */
export interface JobMessage {
  id: number;
  task: AnyTaskName;
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

/** How much an engine takes on. */
export interface EngineLimits {
  /** Jobs of one owner that may wait. */
  waiting: number;
  /** How long a job may take, in ms; then its process is ended. */
  longest: number;
  /** How long a job that nobody waits for any more may take to stop by itself, in ms. */
  grace: number;
  /** Silence after which the process is ended to give its memory back, in ms. */
  idle: number;
  /** Memory that the process may take, in bytes, where the system tells; then it is ended. */
  memory: number;
  /** The process's priority, as `os.setPriority` takes it: work that can wait leaves the processor to what cannot. */
  priority: number;
}

const MINUTE = 60_000;
const GIBIBYTE = 1024 ** 3;
const USUAL: EngineLimits = {
  waiting: 16,
  longest: 5 * MINUTE,
  grace: 5000,
  idle: 10 * MINUTE,
  memory: 8 * GIBIBYTE,
  priority: constants.priority.PRIORITY_NORMAL,
};

/** A job and what to call when it is over, however it ended. */
interface Queued {
  id: number;
  job: Job;
  settle: () => void;
  /** Once it runs. */
  cancelFile?: string;
}

/**
 * One process that computes, so that requests are answered meanwhile and a crash of native code takes no server
 * with it. Jobs run one after the other. The process starts with the first job, and again after it died or was ended.
 */
export class Engine {
  private readonly limits: EngineLimits;
  private readonly folder = new TemporaryFolder('segmentation-engine-');
  /** Processes that have not ended yet; one of them is `child`. */
  private readonly alive = new Set<ChildProcess>();
  private waiting: Queued[] = [];
  private running: Queued | undefined;
  private child: ChildProcess | undefined;
  /** Ends the process: a job that takes too long, or one that has nothing to do. */
  private timer: NodeJS.Timeout | undefined;
  /** Looks at how much memory the process takes while it works. */
  private watch: NodeJS.Timeout | undefined;
  private lastId = 0;
  private closed = false;

  /** @param limits default: 16 jobs of an owner waiting, 5 minutes a job, 5 s to stop, ended after 10 idle minutes. */
  constructor(
    limits: Partial<EngineLimits> = {},
    private readonly program = join(__dirname, 'process.js'),
  ) {
    this.limits = { ...USUAL, ...limits };
  }

  /** Runs the job when its turn comes; resolves when it is over or was aborted before its turn. */
  async run(job: Job): Promise<void> {
    if (job.signal.aborted) return;
    if (this.closed) return tellProblem(job, STOPPED);
    if (this.waiting.filter(({ job: { owner } }) => owner === job.owner).length >= this.limits.waiting) {
      return tellProblem(job, TOO_MANY);
    }
    await this.queue(job);
  }

  /** Whether a job of somebody else is under way or waits here. */
  isBusyFor(owner: string): boolean {
    const jobs = [...(this.running ? [this.running] : []), ...this.waiting];
    return jobs.some(({ job }) => job.owner !== owner);
  }

  /** Starts the process, since somebody is about to ask for something. */
  wake(): void {
    if (this.closed || this.child) return;
    try {
      this.child = this.start();
    } catch {
      return; // whoever asks will be told
    }
    this.endAfter(this.limits.idle, () => {});
  }

  /** Sends word that needs no answer, e.g. that a session's tables may be forgotten. */
  tell(task: AnyTaskName, payload: unknown, owner: string): void {
    const { signal } = new AbortController();
    if (this.child) void this.queue({ task, payload, owner, onFrame: () => {}, signal });
  }

  /** Ends the process and waits for its end. Jobs running or waiting get a problem. */
  async close(): Promise<void> {
    this.closed = true;
    const unfinished = [...(this.running ? [this.running] : []), ...this.waiting];
    this.waiting = [];
    this.running = undefined;
    this.endProcess();
    for (const { job, settle } of unfinished) {
      tellProblem(job, STOPPED);
      settle();
    }
    await Promise.all(Array.from(this.alive, (child) => once(child, 'exit')));
    this.folder.remove();
  }

  private async queue(job: Job): Promise<void> {
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

  private next(): void {
    if (this.running || this.closed) return;
    this.running = this.waiting.shift();
    if (!this.running) {
      this.endAfter(this.limits.idle, () => {});
      return;
    }
    try {
      this.send(this.running);
    } catch (error) {
      this.giveUp(cannotStart(error));
    }
  }

  private send(running: Queued): void {
    const { id, job } = running;
    this.child ??= this.start();
    const cancelFile = join(this.folder.path, String(id));
    running.cancelFile = cancelFile;
    const message: JobMessage = { id, task: job.task, payload: job.payload, cancelFile };
    this.endAfter(this.limits.longest, () => this.giveUp(tooLong(this.limits.longest)));
    this.watchMemory(this.child);
    this.child.send(message, (error) => {
      if (error && this.running?.id === id) this.died(error.message);
    });
  }

  /** A job that takes all memory would end other programs, or the server. */
  private watchMemory({ pid }: ChildProcess): void {
    clearInterval(this.watch);
    this.watch = setInterval(() => {
      if (memoryOf(pid) <= this.limits.memory) return;
      this.endProcess();
      this.giveUp(TOO_MUCH_MEMORY);
    }, LOOK_EVERY);
    this.watch.unref();
  }

  private abort(queued: Queued): void {
    if (queued === this.running) {
      this.endAfter(askToStop(queued) ? this.limits.grace : 0, () => this.finish());
      return;
    }
    this.waiting = this.waiting.filter((other) => other !== queued);
    queued.settle();
  }

  private start(): ChildProcess {
    // what a process leaves behind that had to be killed lies in a folder of its own
    const folder = makeTemporaryFolder(join(this.folder.path, 'process-'));
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
    const child = fork(this.program, { serialization: 'advanced', env });
    const gone = (reason: string) => {
      this.alive.delete(child);
      removeQuietly(folder);
      if (this.child === child) this.died(reason);
    };
    child.on('message', (message) => this.hear(message as FrameMessage));
    child.on('error', (error) => gone(error.message));
    child.on('exit', (code, signal) => gone(`it ended with ${signal ?? `code ${code}`}`));
    this.alive.add(child);
    giveWay(child, this.limits.priority);
    return child;
  }

  private hear({ id, bytes, done }: FrameMessage): void {
    if (this.running?.id !== id) return;
    this.running.job.onFrame(bytes);
    if (done) this.finish();
  }

  private finish(): void {
    const finished = this.running;
    clearInterval(this.watch);
    this.running = undefined;
    if (!finished) return;
    if (finished.cancelFile) removeQuietly(finished.cancelFile);
    this.letOthersGoFirst(finished.job.owner);
    finished.settle();
    this.next();
  }

  /** Owners take turns: the rest of what one asked for waits behind what others did. */
  private letOthersGoFirst(owner: string): void {
    const isOwn = ({ job }: Queued) => job.owner === owner;
    const others = this.waiting.filter((queued) => !isOwn(queued));
    this.waiting = [...others, ...this.waiting.filter(isOwn)];
  }

  /** Ends the process after a while, unless another while begins before. */
  private endAfter(milliseconds: number, then: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.endProcess();
      then();
    }, milliseconds);
    this.timer.unref();
  }

  private endProcess(): void {
    clearTimeout(this.timer);
    this.child = undefined;
    for (const child of this.alive) child.kill('SIGKILL'); // it holds nothing that must be put in order
  }

  private died(reason: string): void {
    this.child = undefined;
    this.giveUp({
      kind: 'defect',
      message: `The computing process stopped (${reason}). Nothing is lost: try again, with fewer rows if it happens again.`,
    });
  }

  private giveUp(problem: Problem): void {
    if (this.running) tellProblem(this.running.job, problem);
    this.finish();
  }
}

/** Tells a busy process to stop its job; false where no file can be written: the folder is gone, or the disk full. */
function askToStop({ cancelFile }: Queued): boolean {
  try {
    writeFileSync(cancelFile!, '');
    return true;
  } catch {
    return false;
  }
}

/** Lowers the process's priority where it is higher; nothing depends on whether the system allows it. */
function giveWay({ pid }: ChildProcess, priority: number): void {
  try {
    if (pid !== undefined && getPriority(pid) < priority) setPriority(pid, priority);
  } catch {
    // it has ended already, or may not be told so here
  }
}

/** How often the memory of a busy process is looked at, in ms. */
const LOOK_EVERY = 500;
const PAGE_BYTES = 4096;

/** Memory in use, in bytes; 0 where the system does not tell in a file. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

function cannotStart(error: unknown): Problem {
  const { message } = error as Error;
  return error instanceof InputError
    ? { kind: 'input', message, mistake: error.toJSON() }
    : { kind: 'defect', message: `The computing process cannot start (${message}).` };
}

const TOO_MUCH_MEMORY: Problem = {
  kind: 'input',
  message:
    'This took more memory than there is for one piece of work and was stopped. Take fewer customers or columns, or use the command line, which has no such limit.',
};
const STOPPED: Problem = { kind: 'canceled', message: 'The dashboard was stopped.' };
const TOO_MANY: Problem = {
  kind: 'input',
  message: 'This tab has asked for more than can be worked on at once. Wait a moment, then try again.',
};

function tooLong(longest: number): Problem {
  return {
    kind: 'input',
    message: `This took longer than ${formatDuration(longest)} and was stopped. Take fewer customers or columns, or use the command line, which has no such limit.`,
  };
}

function tellProblem({ onFrame }: Job, problem: Problem): void {
  onFrame(encodeFrame({ kind: 'problem', problem }));
}
