import type { Cell } from '../../../table/cell';
import type { TableData } from '../../../table/tableData';
import { toNumber } from '../../../table/toNumber';
import type { Reading } from '../../reading';

/** A table whose columns are what its reader says they are. */
export interface TableWithMeanings {
  table: TableData;
  id?: string;
  value?: string;
  units: Record<string, string>;
}

/** Columns as they were said to be; what was said of a column that is not there is as if it were not said. */
export function withMeanings(table: TableData, said: NonNullable<Reading['columns']>): TableWithMeanings {
  const known = said.filter(({ name }) => Object.hasOwn(table, name));
  const meaning = new Map(known.map((column) => [column.name, column.is]));
  const columns = Object.entries(table)
    .filter(([name]) => meaning.get(name) !== 'ignored')
    .map(([name, values]): [string, readonly Cell[]] => {
      const is = meaning.get(name);
      if (is === 'category') return [name, values.map(asText)];
      return [name, is === 'number' || is === 'value' ? values.map(asNumber) : values];
    });
  return {
    table: Object.fromEntries(columns),
    id: known.find(({ is }) => is === 'id')?.name,
    value: known.find(({ is }) => is === 'value')?.name,
    units: Object.fromEntries(
      known.flatMap(({ name, unit, is }) => (unit && is !== 'ignored' && is !== 'id' ? [[name, unit]] : [])),
    ),
  };
}

function asText(value: Cell): Cell {
  return value === null ? null : String(value);
}

function asNumber(value: Cell): Cell {
  return toNumber(value) ?? null;
}
