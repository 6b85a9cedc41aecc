import { readableName } from '../../../core/columnNames';
import { suggestColumns } from '../../../segmentation/columns/suggestColumns';
import type { TableData } from '../../../table/tableData';
import type { Reading } from '../../reading';
import { withMeanings } from './columnMeanings';
import type { TableRead } from './customersRead';

/** Longer names would push everything else out of a picture. */
const LONG = 40;

/** A table with one row per customer. */
export function customerTable(file: TableData, notes: string[], said: Reading['columns'] = []): TableRead {
  const { table, id, value, units } = withMeanings(file, said);
  const suggested = suggestColumns(table);
  const columns = suggested.columns.filter((name) => name !== id);
  const long = Object.keys(table).filter((name) => name.length > LONG && name !== (id ?? suggested.id));
  const short = Object.fromEntries(long.map((name) => [name, readableName(name)]));
  const labels = { ...short, ...withoutUnits(Object.entries(units)) };
  return { table, kind: 'customers', notes, id, value, labels, units, columns, k: 4, log: [] };
}

/** 'Annual Income (k$)' in k$ is called 'Annual Income', or its unit would be said twice. */
export function withoutUnits(units: readonly (readonly [string, string])[]): Record<string, string> {
  const named = units.filter(([name, unit]) => name.endsWith(` (${unit})`));
  return Object.fromEntries(named.map(([name, unit]) => [name, name.slice(0, -` (${unit})`.length)]));
}
