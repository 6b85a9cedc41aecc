/** The end of a command that has said itself what went wrong. */
export class Interrupted extends Error {
  constructor(readonly exitCode: number) {
    super(`stopped with exit code ${exitCode}`);
  }
}
