/**
 * A mistake in what the caller handed over: data, options, a file. The message names the thing, the value it
 * had and the remedy, and stands alone: no stack trace is shown, since the fault is not in the code.
 *
 * @example
 * try {
 *   new KMeans({ nClusters: 0 });
 * } catch (error) {
 *   if (error instanceof InputError) console.error(error.message);
 * }
 */
export class InputError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'InputError';
    this.stack = `${this.name}: ${message}`;
  }
}
