/** Thrown out of a job that nobody waits for any more. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}
