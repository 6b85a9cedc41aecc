import type { Cell } from '../../../table/cell';
import { comparable, type TypedColumn } from '../../../table/column';
import { isMissing } from '../../../table/missing';
import { toNumber } from '../../../table/toNumber';
import { typedColumn } from '../../../table/typedColumn';
import type { Reading } from '../../reading';

/** Columns that are what their reader says they are. */
export interface ColumnsWithMeanings {
  columns: TypedColumn[];
  id?: string;
  value?: string;
  units: Record<string, string>;
}

/** Columns as they were said to be; what was said of a column that is not there is as if it were not said. */
export function withMeanings(
  columns: readonly TypedColumn[],
  said: NonNullable<Reading['columns']>,
): ColumnsWithMeanings {
  const known = said.filter(({ name }) => columns.some((column) => column.name === name));
  const meaning = new Map(known.map((column) => [column.name, column.is]));
  return {
    columns: columns.flatMap((column) => {
      const is = meaning.get(column.name);
      if (is === 'ignored') return [];
      if (is === 'category')
        return column.kind === 'category' ? (comparable(column) ?? column) : withCells(column, asText);
      return is === 'number' || is === 'value' ? withNumbers(column) : column;
    }),
    id: known.find(({ is }) => is === 'id')?.name,
    value: known.find(({ is }) => is === 'value')?.name,
    units: Object.fromEntries(
      known.flatMap(({ name, unit, is }) => (unit && is !== 'ignored' && is !== 'id' ? [[name, unit]] : [])),
    ),
  };
}

function withCells({ name, cells, unit }: TypedColumn, read: (cell: unknown) => Cell): TypedColumn {
  return typedColumn(name, Array.from(cells, read), unit);
}

/** Numbers because somebody says so, whatever the name seems to say: a 'Store' may hold what was spent there. */
function withNumbers({ name, cells, unit }: TypedColumn): TypedColumn {
  const column = { ...typedColumn('', Array.from(cells, asNumber), unit), name };
  return comparable(column) ?? column;
}

function asText(cell: unknown): Cell {
  return isMissing(cell) ? null : String(cell);
}

function asNumber(cell: unknown): Cell {
  return toNumber(cell) ?? null;
}
