/** Work on one connection: one thing at a time, in the order in which it was asked for. */
export class Turns {
  /** The work asked for last, done or not, so that the next waits for it. */
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
