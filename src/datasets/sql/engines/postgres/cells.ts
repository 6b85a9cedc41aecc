import type { Cell } from '../../../../table/cell';
import { wholeNumbers } from '../../wholeNumbers';

/** Numbers of types, as Postgres has them. */
const WHOLE: ReadonlySet<number> = new Set([20, 21, 23]); // int8, int2, int4
const NUMBERS: ReadonlySet<number> = new Set([700, 701, 1700]); // float4, float8, numeric
const MOMENTS: ReadonlySet<number> = new Set([1114, 1184]); // with and without time zone
const BOOLEAN = 16;

/** A column of texts, as Postgres sends them, as cells: the same as other engines give. */
export function cellsOf(values: readonly (string | null)[], type: number): Cell[] {
  if (WHOLE.has(type)) return wholeNumbers(values);
  return values.map((value) => (value === null ? null : cell(value, type)));
}

function cell(value: string, type: number): Cell {
  if (NUMBERS.has(type)) return Number.isNaN(Number(value)) ? null : Number(value);
  if (type === BOOLEAN) return value === 't';
  return MOMENTS.has(type) ? value.replace(' ', 'T') : value;
}
