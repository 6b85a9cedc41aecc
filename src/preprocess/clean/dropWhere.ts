import { InputError } from '../../core/errors';
import { checkList, checkNumber, display } from '../../core/options';
import { phrase } from '../../core/phrase';
import { columnOf, numericColumn } from '../../datasets/frame/columns';
import type { DataFrame } from '../../datasets/frame/danfoTypes';
import type { Cell } from '../../table/cell';
import { filterRows } from '../scale/reshape';
import type { Recorded } from './record';

/** Which values to drop: exactly one condition. Bounds need a column of numbers; `oneOf` takes any column. */
export type DropRule =
  | { atLeast: number }
  | { above: number }
  | { atMost: number }
  | { below: number }
  | { outside: readonly [low: number, high: number] }
  | { oneOf: readonly Cell[] };

/**
 * Drops the rows whose value in a column meets a condition. A missing value meets only `oneOf: [null]`.
 *
 * @param reason for the record, e.g. 'no household earns that'.
 * @throws InputError for an unknown column, a rule that is not one of those, or a bound on a column of text.
 *
 * Cost: O(rows × columns).
 *
 * @example
 * const { data, record } = dropWhere(customers, 'Age', { atLeast: 90 }, 'birth year mistyped');
 * record.rowsAfter < record.rowsBefore; // true
 */
export function dropWhere(
  frame: DataFrame,
  column: string,
  rule: DropRule,
  reason?: string,
): Recorded<DataFrame> {
  const { goes, words } = compile(frame, column, rule);
  const count = goes.filter(Boolean).length;
  const what = `${words}${reason ? ` (${reason})` : ''}, row dropped`;
  const step = `Drop rows by ${column}`;
  return filterRows(frame, step, (row) => !goes[row], count > 0 ? [{ column, what, count }] : []);
}

const BOUNDS: Record<string, { words: string; holds: (value: number, bound: number) => boolean }> = {
  atLeast: { words: 'at least', holds: (value, bound) => value >= bound },
  above: { words: 'above', holds: (value, bound) => value > bound },
  atMost: { words: 'at most', holds: (value, bound) => value <= bound },
  below: { words: 'below', holds: (value, bound) => value < bound },
};

function compile(frame: DataFrame, column: string, rule: DropRule): { goes: boolean[]; words: string } {
  const [[name, bound], ...more] = checkRule(rule);
  if (more.length > 0) {
    throw new InputError('conflict', `the rule has ${more.length + 1} conditions`, {
      remedy: 'give one, and chain calls for more',
    });
  }
  if (name === 'oneOf') {
    const cells = checkList('oneOf', bound as Cell[]);
    return {
      goes: columnOf(frame, column).map((cell) => cells.includes(cell)),
      words: `one of ${cells.map(display).join(', ')}`,
    };
  }
  const values = Array.from(numericColumn(frame, column));
  if (name === 'outside') {
    const [low, high] = checkRange(bound);
    return {
      goes: values.map((value) => value < low || value > high),
      words: `outside ${low} to ${high}`,
    };
  }
  const { words, holds } = BOUNDS[name];
  const limit = checkNumber(name, bound);
  return { goes: values.map((value) => holds(value, limit)), words: `${words} ${limit}` };
}

function checkRule(rule: DropRule): [string, unknown][] {
  const conditions = Object.entries(rule ?? {});
  const known = [...Object.keys(BOUNDS), 'outside', 'oneOf'];
  if (conditions.length === 0)
    throw new InputError('unknown-option', 'the rule has no condition', {
      remedy: `give one of ${known.join(', ')}`,
    });
  for (const [name] of conditions) {
    if (!known.includes(name)) {
      throw new InputError('unknown-option', phrase`a rule has no condition ${{ option: name }}`, {
        remedy: `it has ${known.join(', ')}`,
      });
    }
  }
  return conditions;
}

/** Both ends of a range, in order. */
function checkRange(bound: unknown): [number, number] {
  const [low, high] = checkList('outside', bound as number[]).map((end) => checkNumber('outside', end));
  if (!(low <= high)) {
    throw new InputError('not-allowed', phrase`${{ option: 'outside' }} is [${String(bound)}]`, {
      remedy: 'give two numbers, the lower first',
    });
  }
  return [low, high];
}
