import { readableName } from '../../../core/columnNames';
import { readCustomerTable } from '../../../segmentation/columns/readCustomerTable';
import type { Cell } from '../../../table/cell';
import type { TypedTable } from '../../../table/typedTable';
import type { Reading } from '../../reading';
import { withMeanings } from './columnMeanings';
import type { CustomersRead } from './customersRead';

/** Longer names would push everything else out of a picture. */
const LONG = 40;

/** How a table is to be read. */
interface TableReading {
  /** What its columns are said to be. */
  said?: Reading['columns'];
  /** The day that time is counted up to. */
  asOf?: string | null;
  /** Values that mean missing: see `SegmentationOptions`. */
  missingCodes?: string[];
}

/** A table with one row per customer. */
export function customerTable(
  input: TypedTable,
  detected: string[],
  { said = [], asOf = null, missingCodes }: TableReading = {},
): CustomersRead {
  const { columns: given, id, value, units: saidUnits } = withMeanings(input.columns, said);
  const read = readCustomerTable({ ...input, columns: given }, asOf, missingCodes);
  const { columns } = read.table;
  const found = columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]]));
  const units: Record<string, string> = { ...Object.fromEntries(found), ...saidUnits };
  const times = Array.from(read.elapsed, ([name, { label }]) => [name, label]);
  const { suggested } = read;
  const names = columns.map(({ name }) => name);
  const long = names.filter((name) => name.length > LONG && name !== (id ?? suggested.id));
  const short = Object.fromEntries(long.map((name) => [name, readableName(name)]));
  return {
    table: Object.fromEntries(columns.map(({ name, cells }) => [name, cells as readonly Cell[]])),
    read,
    kind: 'customers',
    ...(missingCodes && { missingCodes }),
    detected,
    id,
    value,
    labels: { ...short, ...withoutUnits(Object.entries(units)), ...Object.fromEntries(times) },
    units,
    columns: suggested.columns.filter((name) => name !== id),
    k: null,
    log: [],
  };
}

/** 'Annual Income (k$)' in k$ is called 'Annual Income', or its unit would be said twice. */
export function withoutUnits(units: readonly (readonly [string, string])[]): Record<string, string> {
  const named = units.filter(([name, unit]) => name.endsWith(` (${unit})`));
  return Object.fromEntries(named.map(([name, unit]) => [name, name.slice(0, -` (${unit})`.length)]));
}
