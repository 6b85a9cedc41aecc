import { InputError } from '../../core/errors';
import { mustBe } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { Cell } from '../../table/cell';
import { isNullish } from '../../table/missing';
import { tensorflow } from '../../tensor/native/tensorflow';
import type { Danfo, DataFrame } from './danfoTypes';

let loaded: Danfo | undefined;

/**
 * danfojs, loaded on the first call (TensorFlow comes with it), so that what needs no data frame never pays.
 *
 * Cost: about a second and some 400 MB of memory, once, TensorFlow included.
 * @throws InputError where danfojs-node is not installed: it is optional.
 *
 * @example
 * new (danfo().Series)([1, 2, 3]).mean(); // 2
 */
export function danfo(): Danfo {
  loaded ??= load();
  return loaded;
}

/**
 * A danfojs `DataFrame` from named columns, in the order given. Missing values (`undefined`, NaN) become `null`.
 * Column types are set from all values: danfojs itself looks at the first few only.
 *
 * @param columns each column's values; all of one length. A `Map`, or a plain object.
 * @throws InputError when there is no column, lengths differ, or a name would overwrite a part of `DataFrame`
 * (such as `shape`, `columns`, `__proto__`).
 *
 * Cost: O(rows × columns).
 *
 * @example
 * const frame = createFrame({ Age: [34, 51], Income: [42000, null] });
 * frame.print();
 */
export function createFrame(
  columns: ReadonlyMap<string, ArrayLike<unknown>> | Readonly<Record<string, ArrayLike<unknown>>>,
): DataFrame {
  if (typeof columns !== 'object' || columns === null) {
    throw new InputError('wrong-type', phrase`the columns are ${{ value: columns }}`, {
      remedy: 'give an object of arrays by name, or a Map',
    });
  }
  const entries = columns instanceof Map ? Array.from(columns) : Object.entries(columns);
  const rows = checkColumns(entries);
  const cleaned = entries.map(([, values]) => Array.from(values, toCell));
  const names = entries.map(([name]) => name);
  const data = Array.from({ length: rows }, (_, i) => cleaned.map((values) => values[i]));
  const { DataFrame } = danfo();
  // danfojs mistakes an empty frame with types for a broken one
  if (rows === 0) return new DataFrame([], { columns: names });
  return new DataFrame(data, { columns: names, dtypes: cleaned.map(typeOf) });
}

/** As `frame`, checked to be a data frame. @throws InputError saying what was given instead. */
export function checkFrame(frame: DataFrame, name = 'frame'): DataFrame {
  const given = frame as Partial<DataFrame> | null | undefined;
  if (!Array.isArray(given?.columns) || !Array.isArray(given.values) || !Array.isArray(given.index)) {
    throw mustBe(name, frame, 'a DataFrame, as `loadDataset` and `createFrame` give');
  }
  return frame;
}

function load(): Danfo {
  try {
    tensorflow(); // first: it fixes what newer Node versions lack, and danfojs calls it
    return withoutDeprecationWarnings(() => require('danfojs-node'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    throw new InputError('unavailable', 'data frames need danfojs-node, which is not installed', {
      cause,
      remedy:
        'install it with `npm install danfojs-node @tensorflow/tfjs-node`, or use plain columns by name instead',
    });
  }
}

/** danfojs's dependencies use old parts of Node, which is nothing the reader can act on; other warnings stay. */
function withoutDeprecationWarnings<T>(action: () => T): T {
  const original = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    const kind = typeof rest[0] === 'object' ? (rest[0] as { type?: string } | null)?.type : rest[0];
    if (kind !== 'DeprecationWarning') Reflect.apply(original, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return action();
  } finally {
    process.emitWarning = original;
  }
}

function checkColumns(entries: readonly [string, ArrayLike<unknown>][]): number {
  if (entries.length === 0)
    throw new InputError('no-data', 'a data frame needs at least one column', { remedy: 'none was given' });
  const bad = entries.find(([, values]) => typeof values !== 'object' || typeof values?.length !== 'number');
  if (bad)
    throw new InputError('wrong-type', phrase`column ${{ column: bad[0] }} is ${{ value: bad[1] }}`, {
      remedy: 'it must be an array of values',
    });
  const [first, { length: rows }] = entries[0];
  const taken = new (danfo().DataFrame)([], { columns: [] });
  for (const [name, values] of entries) {
    if (name in taken) {
      throw new InputError(
        'not-allowed',
        phrase`a column cannot be called ${{ value: name }}, a word that DataFrame keeps for itself`,
        {
          remedy: phrase`rename it, e.g. '${name.replace(/\W|^_+|_+$/g, '')}_column' (\`readTable\` takes ${{ option: 'rename' }})`,
        },
      );
    }
    if (values.length !== rows) {
      throw new InputError('wrong-shape', phrase`column ${{ column: name }} has ${values.length} values`, {
        remedy: phrase`${{ column: first }} has ${rows}`,
      });
    }
  }
  return rows;
}

function toCell(value: unknown): Cell {
  return isNullish(value) ? null : (value as Cell);
}

function typeOf(values: readonly Cell[]): string {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => typeof value === 'string')) return 'string';
  if (known.length > 0 && known.every((value) => typeof value === 'boolean')) return 'boolean';
  // whole numbers with a gap read as decimals, as in pandas
  return known.length === values.length && known.every(Number.isInteger) ? 'int32' : 'float32';
}
