import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { Cell } from '../../table/cell';
import type { TableData } from '../../table/tableData';

/** A column on its way into a database. */
export interface TypedCells {
  name: string;
  cells: readonly Cell[];
  /** Numbers only, true and false only, or anything else as text. */
  type: 'number' | 'boolean' | 'text';
}

/** Columns by name with the types that their cells allow. @throws InputError when there is no column or lengths differ. */
export function typedCells(columns: TableData): TypedCells[] {
  const entries = Object.entries(columns);
  if (entries.length === 0)
    throw new InputError('no-data', 'a table needs at least one column, and there is none');
  const [first, { length: rows }] = entries[0];
  const other = entries.find(([, cells]) => cells.length !== rows);
  if (other === undefined) return entries.map(([name, cells]) => ({ name, cells, type: typeOf(cells) }));
  throw new InputError(
    'wrong-shape',
    phrase`column ${{ column: other[0] }} has ${other[1].length} values; ${{ column: first }} has ${rows}`,
  );
}

function typeOf(cells: readonly Cell[]): TypedCells['type'] {
  const known = cells.filter((cell) => cell !== null);
  if (known.length > 0 && known.every((cell) => typeof cell === 'number')) return 'number';
  return known.length > 0 && known.every((cell) => typeof cell === 'boolean') ? 'boolean' : 'text';
}
