import { display } from '../../core/options';
import type { ColumnPlan } from './segmentationColumn';

/** A row that cannot be placed, and why. */
export interface NotScored {
  /** 0-based, in the table given. */
  row: number;
  column: string;
  why: string;
}

/** The clustering columns of a table, as numbers. */
export interface Features {
  /** By column, length rows: numbers, or positions in `levels`; NaN where the row cannot be used. */
  values: Float64Array[];
  rows: number;
  /** In the order of the rows; of several reasons for one row the first column's. */
  problems: NotScored[];
}

/**
 * Reads columns by their plan, the same way when fitting and when scoring. Texts that are a plain number count as
 * one, yes and no as 1 and 0.
 * @param raw the values, by column in the order of `plans`.
 * Cost: O(rows × columns).
 */
export function readFeatures(plans: readonly ColumnPlan[], raw: readonly ArrayLike<unknown>[]): Features {
  const rows = raw[0]?.length ?? 0;
  const problems = new Map<number, NotScored>();
  const values = plans.map((plan, j) => {
    const codeOf =
      plan.kind === 'category' ? new Map(plan.levels.map((level, code) => [level, code])) : undefined;
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = raw[j][row];
      const read = codeOf ? readCategory(value, codeOf) : readNumber(value, plan);
      column[row] = typeof read === 'number' ? read : Number.NaN;
      if (typeof read === 'string' && !problems.has(row))
        problems.set(row, { row, column: plan.name, why: read });
    }
    return column;
  });
  return { values, rows, problems: Array.from(problems.values()).sort((a, b) => a.row - b.row) };
}

/** Why a cell is of no use where it is empty. */
export const MISSING = 'missing';

/** Digits with a decimal point, perhaps an exponent; no hexadecimal, no 'Infinity'. */
const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number, or why there is none. */
function readNumber(value: unknown, plan: ColumnPlan): number | string {
  if (isMissing(value)) return MISSING;
  const number = toNumber(value);
  if (number === undefined) return `not a number: ${display(value)}`;
  if (plan.kind === 'numeric' && plan.log && number < 0)
    return `negative, where a logarithm is taken: ${number}`;
  return number;
}

/** A finite number, a yes or no, or a text that is a plain number; undefined for all else. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !PLAIN_NUMBER.test(value.trim())) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function readCategory(value: unknown, codeOf: ReadonlyMap<string, number>): number | string {
  if (isMissing(value)) return MISSING;
  return codeOf.get(String(value)) ?? `a category that the model does not know: ${display(value)}`;
}

/** null, undefined, NaN and empty text. */
export function isMissing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    Number.isNaN(value) ||
    (typeof value === 'string' && value.trim() === '')
  );
}
