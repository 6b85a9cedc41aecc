/** Thrown out of a job that nobody waits for any more. */
export class Canceled extends Error {
  override name = 'Canceled';
}
