/** A failure that is told in one sentence, with its remedy; the details stay in a log file. */
export class SetupFailure extends Error {
  constructor(sentence, options) {
    super(sentence, options);
    this.name = 'SetupFailure';
  }
}
