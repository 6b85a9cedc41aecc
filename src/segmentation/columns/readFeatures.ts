import { display } from '../../core/options';
import { columnNumbers, type TypedColumn } from '../../table/column';
import { isMissing } from '../../table/missing';
import { answerValue, SCALE_UNIT } from '../../table/recognize/answerScales';
import { DURATION_UNIT, durationIn } from '../../table/recognize/durations';
import { isSameUnit } from '../../table/recognize/measure';
import { plainNumber, splitNumber } from '../../table/recognize/numberText';
import { scoreIn } from '../../table/recognize/outOf';
import { powerBetween, timesPowerOfTen } from '../../table/recognize/unitFamilies';
import { toNumber } from '../../table/toNumber';
import { isMark, truthValue } from '../../table/truth';
import { categoryText } from './categoryText';
import { isLaterDay, type Since } from './elapsedTime';
import type { ColumnPlan } from './segmentationColumn';

/** A row that cannot be placed, and why. */
export interface NotScored {
  /** 0-based, in the table given. */
  row: number;
  column: string;
  reason: string;
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
 * one, yes and no (in words, too, where the column holds them) as 1 and 0.
 * @param columns by column in the order of `plans`.
 * Cost: O(rows × columns).
 */
export function readFeatures(plans: readonly ColumnPlan[], columns: readonly TypedColumn[]): Features {
  const rows = columns[0]?.cells.length ?? 0;
  const problems = new Map<number, NotScored>();
  const values = plans.map((plan, j) => {
    const read = readerOf(plan, columns[j]);
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = read(row);
      column[row] = typeof value === 'number' ? value : Number.NaN;
      if (typeof value === 'string' && !problems.has(row))
        problems.set(row, { row, column: plan.name, reason: value });
    }
    return column;
  });
  return { values, rows, problems: Array.from(problems.values()).sort((a, b) => a.row - b.row) };
}

/** What a row's value is as a number, or why it is none. */
function readerOf(plan: ColumnPlan, column: TypedColumn): (row: number) => number | string {
  const { cells } = column;
  if (plan.kind === 'category') {
    const codeOf = new Map(plan.levels.map((level, code) => [level, code]));
    const fill = plan.fill === undefined ? MISSING_REASON : codeOf.get(plan.fill)!;
    return (row) => (isMissing(cells[row]) ? fill : readCategory(cells[row], codeOf, column.unit));
  }
  const numbers = columnNumbers(column);
  const toPlan = unitFactor(column, plan);
  return (row) => {
    // no value is a no where it was at the fit: by the plan, not by what is left in this table
    const known = isMissing(cells[row]) ? Number.NaN : (numbers?.[row] ?? Number.NaN);
    return readNumber(Number.isNaN(known) ? cells[row] : toPlan(known), plan);
  };
}

/** Brings numbers to the unit of the fit, where theirs is another power of ten of the same: MB to GB, '$' to 'k$'. */
function unitFactor({ unit }: TypedColumn, plan: ColumnPlan): (value: number) => number {
  const power =
    plan.kind === 'numeric' && unit !== undefined && plan.unit !== undefined && unit !== plan.unit
      ? powerBetween(unit, plan.unit)
      : undefined;
  return power ? (value) => timesPowerOfTen(String(value), power) : (value) => value;
}

/** Why a cell is of no use where it is empty. */
export const MISSING_REASON = 'missing';

/** The number, or why there is none. */
function readNumber(value: unknown, plan: ColumnPlan): number | string {
  if (isMissing(value)) return (plan.kind === 'numeric' ? plan.fill : undefined) ?? MISSING_REASON;
  if (plan.kind === 'numeric' && plan.since)
    return typeof value === 'number' ? value : notCounted(value, plan.since);
  const truth = plan.kind === 'numeric' && plan.truth && typeof value === 'string';
  const number = toNumber(value) ?? (truth ? truthIn(value, plan) : numberInUnit(value, plan));
  if (number === undefined) return `not a number: ${display(value)}`;
  if (plan.kind === 'numeric' && plan.missingCodes?.includes(number))
    return `a code for a missing value: ${number}`;
  if (plan.kind === 'numeric' && plan.log && number < 0)
    return `negative, where a logarithm is taken: ${number}`;
  return number;
}

/** Yes and no in words; where no value means no, a mark means yes. */
function truthIn(text: string, { fill }: ColumnPlan): number | undefined {
  return truthValue(text) ?? (fill === 0 && isMark(text) ? 1 : undefined);
}

/** The number of a text among others in the unit of the fit: '12 nights' beside '2 weeks', '800 MB' in GB. */
function numberInUnit(value: unknown, plan: ColumnPlan): number | undefined {
  const unit = plan.kind === 'numeric' ? plan.unit : undefined;
  if (unit === undefined || typeof value !== 'string') return undefined;
  const score = scoreIn(value.trim());
  if (score?.unit === unit) return score.value;
  if (unit === SCALE_UNIT) return answerValue(value);
  const duration = unit === DURATION_UNIT ? durationIn(value.trim()) : undefined;
  if (duration !== undefined) return duration;
  const split = splitNumber(value.trim(), true);
  if (split === undefined) return undefined;
  const number = plainNumber(split.body);
  if (number === undefined || isSameUnit(split.unit, unit)) return number;
  const power = powerBetween(split.unit, unit);
  return power === undefined ? undefined : timesPowerOfTen(split.body, power);
}

function notCounted(value: unknown, { asOf }: Since): string {
  return isLaterDay(value)
    ? `${value}, after ${asOf}, the day that is counted up to`
    : `not a date: ${display(value)}`;
}

function readCategory(value: unknown, codeOf: ReadonlyMap<string, number>, unit?: string): number | string {
  return (
    codeOf.get(categoryText(value, codeOf, unit)) ??
    `a category that the model does not know: ${display(value)}`
  );
}
