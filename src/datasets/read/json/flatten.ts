import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';

type Values = Readonly<Record<string, unknown>>;

/** An object without objects in it: those of { address: { city: 'Bonn' } } are called 'address.city'. */
export interface FlatRow {
  values: Values;
  /** Values that were lists, and are their text now, by name. */
  lists: ReadonlyMap<string, readonly unknown[]>;
}

/** A long name before each of many would take all memory. */
const MAX_NAME_LENGTH = 1000;

/**
 * Brings the values of objects within an object to its own level, under their names joined by points, as programs that
 * read such files do; lists become their text as JSON.
 * @param where the object stands, for messages.
 * @throws InputError for a name that this gives twice, or that is longer than names are.
 * Cost: O(values); the depth is limited by `Nesting`.
 */
export function flatten(given: Values, where: string): FlatRow {
  if (!Object.values(given).some(isNested)) return { values: given, lists: NO_LISTS };
  const values: Record<string, unknown> = Object.create(null);
  const lists = new Map<string, readonly unknown[]>();
  const take = (object: Values, before: string): void => {
    for (const [key, value] of Object.entries(object)) {
      const name = before + key;
      if (isNested(value) && !Array.isArray(value)) {
        checkNameLength(name, where);
        take(value as Values, `${name}.`);
        continue;
      }
      if (Object.hasOwn(values, name))
        throw new InputError('duplicate', phrase`${where} holds two values called ${{ value: name }}`, {
          remedy: 'rename one',
        });
      values[name] = Array.isArray(value) ? JSON.stringify(value) : value;
      if (Array.isArray(value)) lists.set(name, value);
    }
  };
  take(given, '');
  return { values, lists };
}

const NO_LISTS: FlatRow['lists'] = new Map();

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** @throws InputError for a name that is longer than names are. */
export function checkNameLength(name: string, where: string): void {
  if (name.length <= MAX_NAME_LENGTH) return;
  throw new InputError('damaged-file', phrase`${where} holds names of over ${MAX_NAME_LENGTH} letters`, {
    remedy: 'shorten them',
  });
}
