import type { DuckDBDecimalValue, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Cell } from '../../../../table/cell';
import { wholeNumbers } from '../../wholeNumbers';

/**
 * A column of DuckDB's values as cells. NULL and NaN are missing. Whole numbers of any width are numbers; where one
 * is beyond 2^53 the whole column is text, digit by digit, since float64 would round it. DECIMAL becomes the nearest
 * float64 (exact for up to 15 digits). Days and times are ISO text; lists and structures are text as DuckDB
 * writes them.
 */
export function cellsOf(values: readonly DuckDBValue[], type: DuckDBType): Cell[] {
  const kind = kindOf(String(type));
  if (kind === 'whole') return wholeNumbers(values as (bigint | number | null)[]);
  return values.map((value) => (value === null ? null : CELL[kind](value)));
}

type Kind = 'whole' | 'number' | 'decimal' | 'moment' | 'boolean' | 'other';

/** By the name of the type, as SQL writes it. */
function kindOf(type: string): Kind {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return 'whole';
  if (/^(FLOAT|DOUBLE)$/.test(type)) return 'number';
  if (type.startsWith('DECIMAL(')) return 'decimal';
  if (type.startsWith('TIMESTAMP')) return 'moment';
  return type === 'BOOLEAN' ? 'boolean' : 'other';
}

const CELL: Record<Exclude<Kind, 'whole'>, (value: DuckDBValue) => Cell> = {
  number: (value) => (Number.isNaN(value) ? null : (value as number)),
  decimal: (value) => decimal(value as DuckDBDecimalValue),
  moment: (value) => String(value).replace(' ', 'T'),
  boolean: (value) => value as boolean,
  other: String,
};

/** Both numbers are exact in float64, so their quotient is the nearest to the decimal; wider ones go by their text. */
function decimal(value: DuckDBDecimalValue): number {
  const digits = Number(value.value);
  return Number.isSafeInteger(digits) && value.scale <= 22
    ? digits / 10 ** value.scale
    : Number(String(value));
}
