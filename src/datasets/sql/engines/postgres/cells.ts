import type { Cell } from '../../../../table/cell';
import { wholeNumbers } from '../../wholeNumbers';

/** Numbers of types, as Postgres has them. */
const TYPES = { bool: 16, int8: 20, int2: 21, int4: 23, float4: 700, float8: 701, numeric: 1700 } as const;
const [WHOLE, NUMBERS, MOMENTS] = [
  [TYPES.int8, TYPES.int2, TYPES.int4],
  [TYPES.float4, TYPES.float8, TYPES.numeric],
  [1114, 1184], // with and without time zone
].map((types) => new Set<number>(types));

/** A column of texts, as Postgres sends them, as cells: the same as other engines give. */
export function cellsOf(values: readonly (string | null)[], type: number): Cell[] {
  if (WHOLE.has(type)) return wholeNumbers(values);
  return values.map((value) => (value === null ? null : cell(value, type)));
}

function cell(value: string, type: number): Cell {
  if (NUMBERS.has(type)) return Number.isNaN(Number(value)) ? null : Number(value);
  if (type === TYPES.bool) return value === 't';
  return MOMENTS.has(type) ? value.replace(' ', 'T') : value;
}
