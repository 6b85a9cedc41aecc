import type { TypedColumn } from '../../../table/column';
import { isMissing, isMissingIdentifier } from '../../../table/missing';

/** A column as numbers of its different values. */
export interface KeyColumn {
  name: string;
  /** By row, from 0; −1 where nothing is known. */
  codes: Int32Array;
  /** Rows with a value. */
  known: number;
  /** Different values. */
  distinct: number;
}

/** Numbers the different values of a column, spelled alike but for blanks around them and capitals. Cost: O(n). */
export function keyColumn({ name, cells }: TypedColumn): KeyColumn {
  const codeOf = new Map<string, number>();
  const codes = new Int32Array(cells.length).fill(-1);
  let known = 0;
  for (let row = 0; row < cells.length; row++) {
    const text = textOf(cells[row]);
    if (text === undefined) continue;
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
    known++;
  }
  return { name, codes, known, distinct: codeOf.size };
}

/** How many pairs of values occur together. Cost: O(n). */
export function countPairs(a: KeyColumn, b: KeyColumn): number {
  const pairs = new Set<number>();
  for (let row = 0; row < a.codes.length; row++)
    if (a.codes[row] >= 0 && b.codes[row] >= 0) pairs.add(a.codes[row] * b.distinct + b.codes[row]);
  return pairs.size;
}

/** Whether rows of one value of `a` differ in `b`, for some value at least. Cost: O(n). */
export function variesWithin(a: KeyColumn, b: KeyColumn): boolean {
  const first = new Int32Array(a.distinct).fill(-1);
  for (let row = 0; row < a.codes.length; row++) {
    const [code, other] = [a.codes[row], b.codes[row]];
    if (code < 0 || other < 0) continue;
    if (first[code] < 0) first[code] = other;
    else if (first[code] !== other) return true;
  }
  return false;
}

function textOf(cell: unknown): string | undefined {
  if (isMissing(cell)) return undefined;
  const text = (cell instanceof Date ? cell.toISOString() : String(cell)).trim().toLowerCase();
  return isMissingIdentifier(text) ? undefined : text;
}
