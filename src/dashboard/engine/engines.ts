import { constants } from 'node:os';
import { frameReader } from '../frames';
import type { Source } from '../sources';
import { Engine, type Job } from './engine';
import type { EngineName } from './task';

/** A job about a source. */
export interface SourceJob extends Job {
  payload: { source: Source };
}

/**
 * Both computing processes. A fit is made by the interactive one; before the background one does something about it,
 * it is saved for it, so that no change is fitted twice.
 */
export class Engines {
  private readonly interactive: Engine;
  private readonly background: Engine;

  /** @param longest how long a job may take, in ms. */
  constructor(longest: number) {
    this.interactive = new Engine({ longest });
    this.background = new Engine({ longest, priority: constants.priority.PRIORITY_BELOW_NORMAL });
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

  /** Gives back what both processes hold of a source. */
  forget(source: string, owner: string): void {
    for (const engine of [this.interactive, this.background]) engine.tell('forget', { source }, owner);
  }

  /** Ends both processes, and waits for their end. */
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
