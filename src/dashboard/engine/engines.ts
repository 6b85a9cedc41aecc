import { constants } from 'node:os';
import { frameReader } from '../frames';
import type { Source } from '../sources';
import type { Job } from './engine';
import { EnginePool } from './enginePool';
import type { EngineName } from './task';

/** More than one only while tabs have work at once. */
const MAX_INTERACTIVE = 3;
const MAX_BACKGROUND = 2;

/** A job about a source. */
export interface SourceJob extends Job {
  payload: { source: Source };
}

/**
 * The computing processes. A fit is made by an interactive one; before a background one does something about it, it is
 * saved for it, so that no change is fitted twice.
 */
export class Engines {
  private readonly interactive: EnginePool;
  private readonly background: EnginePool;

  /** @param longest how long a job may take, in ms. */
  constructor(longest: number) {
    this.interactive = new EnginePool(MAX_INTERACTIVE, { longest });
    this.background = new EnginePool(MAX_BACKGROUND, {
      longest,
      priority: constants.priority.PRIORITY_BELOW_NORMAL,
    });
  }

  /** Starts the interactive process, since somebody is about to ask for something. */
  wake(): void {
    this.interactive.wake();
  }

  /** Runs the job when its turn comes; resolves when it is over. */
  async run(engine: EngineName, job: SourceJob): Promise<void> {
    if (engine === 'interactive') return this.interactive.run(job);
    const { payload } = job;
    if (payload.source.kind === 'model') return this.background.run(job);
    const fit = await this.saveFit(job);
    if (!fit) return;
    const saved = fit.path === null ? {} : { saved: fit.path };
    await this.background.run({ ...job, payload: { ...payload, ...saved } });
  }

  /** Gives back what all processes hold of a source. */
  forget(source: string, owner: string): void {
    for (const engine of [this.interactive, this.background]) engine.tell('forget', { source }, owner);
  }

  /** Ends all processes, and waits for their end. */
  async close(): Promise<void> {
    await Promise.all([this.interactive.close(), this.background.close()]);
  }

  /** The file of the fit that a job is about; undefined where there is none, which the job has been told. */
  private async saveFit(job: SourceJob): Promise<{ path: string | null } | undefined> {
    let saved: { path: string | null } | undefined;
    const onFrame = (bytes: Uint8Array) =>
      frameReader((frame) => {
        if (frame.kind === 'result') saved = frame.result.body as { path: string | null };
        else job.onFrame(bytes);
      })(bytes);
    await this.interactive.run({ ...job, task: 'saveFit', onFrame });
    return saved;
  }
}
