import { LRUCache } from 'lru-cache';
import { Engine, type EngineLimits, type Job } from './engine';
import type { AnyTaskName } from './tasks';

/** So many tabs are remembered by the process that has their tables. */
const REMEMBERED = 500;

/**
 * Processes for the work of tabs: one is enough until another tab has work under way in it; then the work of this one goes
 * to a process that is free, so that a file that takes minutes holds up the tab alone that sent it.
 */
export class EnginePool {
  private readonly engines: Engine[] = [];
  /** Where the tables of a tab are. */
  private readonly usual = new LRUCache<string, Engine>({ max: REMEMBERED });

  /** @param most processes at once. */
  constructor(
    private readonly most: number,
    private readonly limits: Partial<EngineLimits>,
    private readonly program?: string,
  ) {
    this.add();
  }

  /** Runs the job when its turn comes; resolves when it is over. */
  run(job: Job): Promise<void> {
    return this.engineFor(job.owner).run(job);
  }

  /** Starts a process, since somebody is about to ask for something. */
  wake(): void {
    this.engines[0].wake();
  }

  /** Sends word to all processes that needs no answer. */
  tell(task: AnyTaskName, payload: unknown, owner: string): void {
    for (const engine of this.engines) engine.tell(task, payload, owner);
  }

  /** Ends all processes and waits for their end. */
  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }

  private engineFor(owner: string): Engine {
    const usual = this.usual.get(owner) ?? this.engines[0];
    const free = [usual, ...this.engines].find((engine) => !engine.isBusyFor(owner));
    const engine = free ?? (this.engines.length < this.most ? this.add() : usual);
    this.usual.set(owner, engine);
    return engine;
  }

  private add(): Engine {
    const engine = new Engine(this.limits, this.program);
    this.engines.push(engine);
    return engine;
  }
}
