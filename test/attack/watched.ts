import { type ChildProcess, fork } from 'node:child_process';

/** How a piece of work ended, and the memory of the process then, in bytes. */
export interface Outcome {
  outcome: string;
  memory: number;
}

/** A process that does what it is asked; it is ended, and another started, when it hangs, or has done so much. */
export class WatchedProcess {
  private child: ChildProcess | undefined;
  private asked = 0;

  /**
   * @param script says that it is ready, then answers each message with an outcome.
   * @param patience in ms.
   * @param batch after so many pieces of work another process is started, so that what one keeps shows.
   */
  constructor(
    private readonly script: string,
    private readonly patience: number,
    private readonly batch: number,
  ) {}

  async ask(message: object): Promise<Outcome> {
    if (this.asked++ % this.batch === 0) this.end();
    if (this.child === undefined) {
      this.child = fork(this.script, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      await this.next();
    }
    const answer = this.next();
    this.child.send(message);
    return answer;
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private next(): Promise<Outcome> {
    const child = this.child!;
    return new Promise((resolve) => {
      const done = (answer: Outcome) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      const failed = (outcome: string) => {
        this.end();
        done({ outcome, memory: 0 });
      };
      const timer = setTimeout(() => failed(`nothing came within ${this.patience} ms`), this.patience);
      child.once('message', (message) => done(message as Outcome));
      child.once('exit', (code, signal) => failed(`the process ended with ${signal ?? code}`));
    });
  }
}
