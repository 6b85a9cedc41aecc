import type { Cell } from '../../table/cell';

/** Whole numbers of any width: where one is beyond 2^53 all are text, digit by digit, since float64 would round it. */
export function wholeNumbers(values: readonly (bigint | number | string | null)[]): Cell[] {
  const safe = values.every((value) => value === null || Number.isSafeInteger(Number(value)));
  return values.map((value) => (value === null ? null : safe ? Number(value) : String(value)));
}
