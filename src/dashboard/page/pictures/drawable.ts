import { InputError } from '../../../core/errors';

/** A figure, or nothing where the customers on view cannot be drawn so: a column in which none has a value. */
export function drawable<T>(draw: () => T): T | undefined {
  try {
    return draw();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
