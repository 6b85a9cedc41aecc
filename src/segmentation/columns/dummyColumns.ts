import type { BooleanColumn } from '../../table/column';
import type { TypedTable } from '../../table/typedTable';

/** Of so many rows each must have exactly one of the columns; a few may have been filled in badly. */
const NEARLY_ALL = 0.995;

/** In fewer rows columns exclude each other by chance. */
const ENOUGH_ROWS = 20;

/**
 * Columns that hold one category in several, such as channel_web, channel_store and channel_app, of which every row has
 * exactly one; by name, with how many there are. They are the category, and no amounts: clustered on, each of its
 * levels would be a group. Cost: O(n · columns).
 */
export function dummyColumns({ columns, rows: all, others = [] }: TypedTable): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const rows = all - others.length;
  if (rows < ENOUGH_ROWS) return found;
  const byPrefix = new Map<string, BooleanColumn[]>();
  for (const column of columns) {
    if (column.kind !== 'boolean' || column.missing > others.length) continue;
    const prefix = prefixOf(column.name);
    if (prefix === '') continue;
    const before = byPrefix.get(prefix);
    if (before === undefined) byPrefix.set(prefix, [column]);
    else before.push(column);
  }
  for (const set of byPrefix.values())
    if (set.length > 1 && excludeEachOther(set, rows))
      for (const { name } of set) found.set(name, set.length);
  return found;
}

/** 'channel' of 'channel_web', 'Channel: Web', 'channel=web' and 'channel.web'; '' of a name without a mark. */
function prefixOf(name: string): string {
  const found = /^([^_:=.[]{2,60})(?:_|: ?|=|\.|\[)\S/.exec(name.slice(0, MAX_NAME_LENGTH));
  return found === null ? '' : found[1].trim().toLowerCase();
}

const MAX_NAME_LENGTH = 100;

function excludeEachOther(set: readonly BooleanColumn[], rows: number): boolean {
  let exact = 0;
  for (let row = 0; row < set[0].values.length; row++)
    exact += Number(set.reduce((sum, { values }) => sum + values[row], 0) === 1);
  return exact >= NEARLY_ALL * rows;
}
