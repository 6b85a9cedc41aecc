import { InputError } from '../core/errors';

/** The parser keeps only the message of a mistake that is found while it reads a value; the rest is kept here. */
const refusals = new Map<string, InputError>();

/** Reads the value of an option, and remembers the mistake where it is none. */
export function remembering<T>(read: (given: string) => T): (given: string) => T {
  return (given) => {
    try {
      return read(given);
    } catch (error) {
      if (error instanceof InputError) refusals.set(error.message, error);
      throw error;
    }
  };
}

/** The mistake that has this message; undefined where it was another's. */
export function refusalOf(message: string | undefined): InputError | undefined {
  return message === undefined ? undefined : refusals.get(message);
}
