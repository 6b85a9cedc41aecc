import { formatNumber, plural, withUnit } from '../../core/format';
import { display } from '../../core/options';
import { quantile } from '../../core/statistics';
import type { TypedColumn } from '../../table/column';
import { isMissing } from '../../table/missing';
import { isSameUnit } from '../../table/recognize/measure';
import { powerBetween } from '../../table/recognize/unitFamilies';
import { categoryText } from '../columns/categoryText';
import { isLaterDay } from '../columns/elapsedTime';
import type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from '../columns/segmentationColumn';

/** A column in which customers are unlike those that the model was fitted on. */
export interface UnfamiliarColumn {
  column: string;
  /** Customers whose value lies outside the range of the fit, or whose category the model does not know. */
  customers: number;
  /** Their share of the customers with a value. */
  share: number;
  /** What brings the values to the range of the fit, where it seems to be a change of units: 100, 0.001; null elsewhere. */
  factor: number | null;
  /** All of it in a sentence. */
  says: string;
}

/** What is unlike the customers of the fit. */
export interface Unfamiliar {
  columns: UnfamiliarColumn[];
  /** By row the columns in which its value lies outside the range of the fit, or is an unknown category. */
  outside: string[][];
}

/**
 * Compares the values of new customers with what the model was fitted on: ranges, units and categories.
 * @param values by column, as `readFeatures` gives them.
 * @param given the columns that they were read from.
 * Cost: O(rows · columns · log rows).
 */
export function unfamiliar(
  columns: readonly SegmentationColumn[],
  values: readonly Float64Array[],
  given: readonly TypedColumn[],
): Unfamiliar {
  const outside: string[][] = Array.from({ length: values[0]?.length ?? 0 }, () => []);
  const found = columns.flatMap((column, j): UnfamiliarColumn[] => {
    const isOutside = column.kind === 'numeric' ? beyond(column, values[j]) : unknownTo(column, given[j]);
    const rows = isOutside.flatMap((is, row) => (is ? [row] : []));
    for (const row of rows) outside[row].push(column.name);
    if (column.kind === 'numeric' && column.since)
      return [...laterDays(column, given[j]), ...timeUnlike(column, values[j], rows.length)];
    const told =
      column.kind === 'numeric'
        ? numbersUnlike(column, values[j], unitRead(column, given[j]), rows.length)
        : categoriesUnlike(column, given[j], rows);
    return told === undefined ? [] : [{ column: column.name, customers: rows.length, ...told }];
  });
  return { columns: found, outside };
}

/** Days that a customer of the fit could not have: they ask for a later day to count up to. */
function laterDays(
  { name, label, since }: NumericSegmentationColumn,
  { cells }: TypedColumn,
): UnfamiliarColumn[] {
  const later = Array.from(cells).filter(isLaterDay) as string[];
  if (later.length === 0) return [];
  const known = Array.from(cells).filter((cell) => !isMissing(cell)).length;
  const latest = later.reduce((last, day) => (day > last ? day : last));
  return [
    {
      column: name,
      customers: later.length,
      share: later.length / known,
      factor: null,
      says: `${label}: ${later.length} of ${plural(known, 'customer')} ${later.length === 1 ? 'has' : 'have'} a day after ${since!.asOf}, the day that time is counted up to, and cannot be scored. Set the as-of day to that of the export, ${latest} or later.`,
    },
  ];
}

/** Time has no other unit than that of the fit. */
function timeUnlike(
  column: NumericSegmentationColumn,
  values: Float64Array,
  outside: number,
): UnfamiliarColumn[] {
  const told = numbersUnlike(column, values, column.unit, outside);
  return told === undefined ? [] : [{ column: column.name, customers: outside, ...told }];
}

type Told = Omit<UnfamiliarColumn, 'column' | 'customers'>;

function beyond({ range: [least, greatest] }: NumericSegmentationColumn, values: Float64Array): boolean[] {
  return Array.from(values, (value) => value < least || value > greatest);
}

function unknownTo({ levels }: CategorySegmentationColumn, { cells, unit }: TypedColumn): boolean[] {
  const known = new Set(levels);
  return Array.from(cells, (cell) => !isMissing(cell) && !known.has(categoryText(cell, known, unit)));
}

function categoriesUnlike(
  column: CategorySegmentationColumn,
  given: TypedColumn,
  rows: readonly number[],
): Told | undefined {
  if (rows.length === 0) return undefined;
  const { cells, missing } = given;
  const texts = [...new Set(rows.map((row) => display(cells[row])))];
  const shown = texts.slice(0, MAX_SHOWN).join(', ');
  const more = texts.length > MAX_SHOWN ? ` and ${texts.length - MAX_SHOWN} more` : '';
  const known = cells.length - missing;
  return {
    share: rows.length / known,
    factor: null,
    says: `${column.label}: ${plural(rows.length, 'customer has a category', 'customers have categories')} that the model does not know: ${shown}${more}.`,
  };
}

const MAX_SHOWN = 5;

function numbersUnlike(
  column: NumericSegmentationColumn,
  values: Float64Array,
  unit: string | undefined,
  outside: number,
): Told | undefined {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return undefined;
  const otherUnit = unitsDiffer(column, unit);
  const [fitted, here] = [span(column.range, column.unit), span([known[0], known[known.length - 1]], unit)];
  const factor = unitFactor(column, known, unit);
  if (outside === 0 && factor === null && !otherUnit) return undefined;
  const sentences = [
    outside > 0
      ? `${outside} of ${plural(known.length, 'customer')} ${outside === 1 ? 'lies' : 'lie'} outside what the model was fitted on (${fitted}; here ${here}).`
      : `the model was fitted on ${fitted}, and here are ${here}.`,
    ...(otherUnit ? [`The model's values are in ${column.unit}, these are in ${unit}.`] : []),
    ...(factor === null ? [] : [`${timesFactor(factor)}, they would fit: are the units the same?`]),
  ];
  return { share: outside / known.length, factor, says: `${column.label}: ${sentences.join(' ')}` };
}

/** The unit of the values as they were read: a power of ten of that of the fit was brought to it. */
function unitRead(column: NumericSegmentationColumn, { unit }: TypedColumn): string | undefined {
  const isBrought =
    unit !== undefined && column.unit !== undefined && powerBetween(unit, column.unit) !== undefined;
  return isBrought ? column.unit : unit;
}

function unitsDiffer(column: NumericSegmentationColumn, unit: string | undefined): boolean {
  return unit !== undefined && column.unit !== undefined && !isSameUnit(unit, column.unit);
}

function span([least, greatest]: readonly number[], unit: string | undefined): string {
  const written = (value: number) => withUnit(formatNumber(value), unit);
  return least === greatest ? written(least) : `${written(least)} to ${written(greatest)}`;
}

function timesFactor(factor: number): string {
  return factor > 1
    ? `Multiplied by ${formatNumber(factor)}`
    : `Divided by ${formatNumber(Math.round(1 / factor))}`;
}

/** What a change of units multiplies by: percent and fractions, cents, thousands, years and months. */
const FACTORS = [100, 1000, 1_000_000, 12, 0.01, 0.001, 0.000001, 1 / 12];

/** The same of time: seconds, minutes and hours. */
const FACTORS_OF_TIME = [60, 3600, 1 / 60, 1 / 3600];
const UNITS_OF_TIME: ReadonlySet<string | undefined> = new Set(['seconds', 'minutes', 'hours']);

/** Two customers both in the lowest or highest twentieth: one time in 400. */
const ENOUGH = 2;

/**
 * The factor that brings nearly all values into the range of the fit, where they lie outside it, or all of them in its
 * lowest or highest twentieth; of several the one whose median comes nearest to that of the fit.
 */
function unitFactor(
  column: NumericSegmentationColumn,
  sorted: Float64Array,
  unit: string | undefined,
): number | null {
  const { range, quantiles } = column;
  if (column.truth || column.since) return null;
  if (unit === '%' && column.unit !== '%' && isFraction(range)) return 0.01;
  const ends = [sorted[0], sorted[sorted.length - 1]] as const;
  if (
    column.unit === '%' &&
    unit !== '%' &&
    isFraction(ends) &&
    !sorted.every(Number.isInteger) &&
    range[1] > 1
  )
    return 100;
  const within = shareWithin(sorted, range);
  const atOneEnd = sorted.length >= ENOUGH && (ends[1] < quantiles[0] || ends[0] > quantiles[4]);
  const isUnlike = (atOneEnd || isShrunken(sorted, quantiles)) && !isWholeRange(range, ends);
  if (within > 0.2 && !isUnlike) return null;
  const middle = quantile(sorted, 0.5);
  const fitting = (UNITS_OF_TIME.has(column.unit) ? FACTORS_OF_TIME : FACTORS).filter((factor) => {
    const moved = sorted.map((value) => value * factor);
    return (
      shareWithin(moved, range) >= 0.9 && middle * factor >= quantiles[0] && middle * factor <= quantiles[4]
    );
  });
  if (fitting.length === 0) return null;
  // where most are zero, the middle is no yardstick
  const [here, there] =
    middle !== 0 && quantiles[2] !== 0 ? [middle, quantiles[2]] : [quantile(sorted, 0.95), quantiles[4]];
  const away = (factor: number) => Math.abs(Math.log(Math.abs((here * factor) / (there || 1))));
  return fitting.reduce((best, factor) => (away(factor) < away(best) ? factor : best));
}

/** So many customers have some among them that are large for the fit, too. */
const MANY = 20;
/** Twelve months are a year; a smaller factor may be another kind of customer. */
const SHRUNKEN = 20;

/** Whether even the greatest values of many customers are far below the greatest of the fit, as thousands for units are among zeros. */
function isShrunken(sorted: Float64Array, [least, , , , greatest]: readonly number[]): boolean {
  const top = quantile(sorted, 0.95);
  return sorted.length >= MANY && least >= 0 && top > 0 && top * SHRUNKEN < greatest;
}

function isFraction([least, greatest]: readonly number[]): boolean {
  return least >= -1 && greatest <= 1;
}

/** Counts are small and whole under any model: a few of them at one end are no other unit. */
function isWholeRange(range: readonly number[], ends: readonly number[]): boolean {
  return [...range, ...ends].every(Number.isInteger) && range[1] <= 100;
}

function shareWithin(values: Float64Array, [least, greatest]: readonly number[]): number {
  return values.filter((value) => value >= least && value <= greatest).length / values.length;
}
