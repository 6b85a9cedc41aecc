import { InputError } from '../../../core/errors';
import { formatCount } from '../../../core/format';
import { isObject } from '../../../core/isObject';
import { display } from '../../../core/options';
import { phrase } from '../../../core/phrase';
import type { Cell } from '../../../table/cell';
import type { ListReading } from '../reader';
import { checkNameLength, type FlatRow, flatten } from './flatten';

/** Rows whose lists became what the caller takes them for, and what is to be said of it. */
export interface ListedRows<R extends FlatRow> {
  rows: readonly R[];
  detected: string[];
}

/**
 * Lists of orders: each item of one of them is a row of its own, beside what stands around the list; for others a value
 * may stand, such as the sum of refunds. What an item is called like a value of its order has the list's name before it.
 * @throws InputError as `flatten`, for items; for one that is no object.
 * Cost: O(values).
 */
export function rowsOfLists<R extends FlatRow>(
  rows: readonly R[],
  reading: ListReading,
  where: (row: R) => string,
): ListedRows<R> {
  const names = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  const lists = new Map<string, Set<string>>();
  for (const row of rows)
    for (const [name, items] of row.lists) {
      names.delete(name);
      if (items.length === 0 || !items.every(isObject)) continue;
      const known = lists.get(name) ?? new Set();
      for (const item of items) for (const key of Object.keys(item)) known.add(key);
      lists.set(name, known);
    }
  const chosen = reading.rowsOf([...names], lists);
  const valued = withValues(rows, reading, chosen);
  const said = valued.names.map((name) => `the amounts of each list in ${display(name)} are added up`);
  if (chosen === undefined) return { rows: valued.rows, detected: said };
  checkSize(valued.rows, chosen, where);
  return {
    rows: valued.rows.flatMap((row) => rowsOf(row, chosen, names, where(row))),
    detected: [...said, `each item of the lists in ${display(chosen)} is a row`],
  };
}

/** So many repeated values are no matter. */
const FEW = 1_000_000;

/** Long lists in objects of very many values would make a table that no memory holds. */
function checkSize<R extends FlatRow>(rows: readonly R[], chosen: string, where: (row: R) => string): void {
  let [before, after] = [0, 0];
  for (const row of rows) {
    const width = Object.keys(row.values).length;
    const items = row.lists.get(chosen)?.length ?? 0;
    before += width + items;
    after += width * items;
    if (after <= FEW + 50 * before) continue;
    throw new InputError(
      'damaged-file',
      phrase`${where(row)}: the items of ${display(chosen)} stand beside ${formatCount(width)} values, which each would repeat`,
      { remedy: 'keep only the values that you need' },
    );
  }
}

/** With values that stand for lists, where every list of that name has one. */
function withValues<R extends FlatRow>(
  rows: readonly R[],
  reading: ListReading,
  chosen: string | undefined,
): { rows: readonly R[]; names: string[] } {
  const values = new Map<string, (Cell | undefined)[]>();
  for (const { lists } of rows)
    for (const [name, items] of lists)
      if (name !== chosen) {
        const all = values.get(name) ?? [];
        values.set(name, all);
        all.push(reading.valueFor(name, items));
      }
  const names = [...values].flatMap(([name, all]) =>
    all.every((value) => value !== undefined) ? [name] : [],
  );
  if (names.length === 0) return { rows, names };
  const read = rows.map((row) => {
    const lists = new Map(row.lists);
    const own: Record<string, unknown> = { ...row.values };
    for (const name of names) {
      const items = lists.get(name);
      if (items === undefined) continue;
      own[name] = reading.valueFor(name, items);
      lists.delete(name);
    }
    return { ...row, values: own, lists };
  });
  return { rows: read, names };
}

/** One row for each item; the row itself where it has none. */
function rowsOf<R extends FlatRow>(row: R, chosen: string, taken: ReadonlySet<string>, where: string): R[] {
  const items = row.lists.get(chosen) ?? [];
  const { [chosen]: _, ...around } = row.values;
  const lists = new Map([...row.lists].filter(([name]) => name !== chosen));
  if (items.length === 0) return [{ ...row, values: around, lists }];
  return items.map((item) => {
    if (!isObject(item))
      throw new InputError(
        'unreadable-value',
        phrase`${where}, ${display(chosen)}: ${{ value: item }} is no row`,
        {
          remedy: 'each must be an object of values by name',
        },
      );
    const flat = flatten(item as Readonly<Record<string, unknown>>, `${where}, ${display(chosen)}`);
    const nameOf = (name: string) => (taken.has(name) ? `${chosen}.${name}` : name);
    const own = Object.entries(flat.values).map(([name, value]) => [nameOf(name), value] as const);
    for (const [name] of own) checkNameLength(name, where);
    const inner = [...flat.lists].map(([name, values]) => [nameOf(name), values] as const);
    return {
      ...row,
      values: { ...around, ...Object.fromEntries(own) },
      lists: new Map([...lists, ...inner]),
    };
  });
}
