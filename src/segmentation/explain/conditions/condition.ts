import { lowerFirst } from '../../../core/columnNames';
import { formatDate, formatList, formatNumber, withUnit } from '../../../core/format';
import type { ColumnRole } from '../../../profile/roles/roleLexicon';
import { dayNumber, isoOfDay } from '../../../table/dayNumber';
import type { Since } from '../../columns/elapsedTime';
import type { NumericSegmentationColumn } from '../../columns/segmentationColumn';
import type { ColumnBins } from './binnedColumns';

/**
 * Something about one column that is true or false of each customer; of a customer without a value there it is false.
 * A number is above `above` and at most `atMost`, as far as these are given; a category is one of `levels`.
 */
export interface SegmentCondition {
  column: string;
  label: string;
  unit?: string;
  above?: number;
  atMost?: number;
  levels?: string[];
  /** The column holds dates, and the numbers are the time since. */
  since?: Since;
  /** The condition in words: 'income above 62,000'. */
  text: string;
}

/** What is known of a column beside its values. */
export interface ConditionColumn {
  role?: ColumnRole;
  /** Whether its numbers are whole. */
  isWhole: boolean;
}

/** Columns of which there can be none: 'no children'. */
const COUNTED: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['children', 'smallChildren', 'teenagers']);
/** Whole numbers over a wider range are amounts, and 'above' says more than 'at least one more'. */
const FEW_VALUES = 20;
/** So many categories are listed. */
const FEW_LEVELS = 3;

/** The condition that these bins of a column make. */
export function conditionOf(
  binned: ColumnBins,
  allowed: Uint8Array,
  meaning: ConditionColumn,
): SegmentCondition {
  const { column } = binned;
  const { name, label } = column;
  if (column.kind === 'category') {
    const levels = column.levels.filter((_, level) => allowed[level] === 1);
    return { column: name, label, levels, text: levelsText(label, levels, column.levels) };
  }
  const bounds = rangeOf(binned, allowed);
  const { unit, since } = column;
  return {
    column: name,
    label,
    ...(unit && { unit }),
    ...bounds,
    ...(since && { since }),
    text: numberText(column, bounds, meaning),
  };
}

/** Whether a customer with this value fits: NaN for none; of a category the position of its level. */
export function isTrueOf(binned: ColumnBins, allowed: Uint8Array): (value: number) => boolean {
  if (binned.column.kind === 'category') return (value) => allowed[value] === 1;
  const { above = -Infinity, atMost = Infinity } = rangeOf(binned, allowed);
  return (value) => value > above && value <= atMost;
}

function rangeOf({ cuts }: ColumnBins, allowed: Uint8Array): Bounds {
  const [first, last] = [allowed.indexOf(1), allowed.lastIndexOf(1)];
  return {
    ...(first > 0 && { above: cuts[first - 1] }),
    ...(last < cuts.length && { atMost: cuts[last] }),
  };
}

interface Bounds {
  above?: number;
  atMost?: number;
}

function numberText(column: NumericSegmentationColumn, bounds: Bounds, meaning: ConditionColumn): string {
  const label = lowerFirst(column.label);
  const { atMost } = bounds;
  const [least, greatest] = column.range;
  if (column.truth || (meaning.isWhole && least === 0 && greatest === 1))
    return `${label}: ${atMost === undefined ? 'yes' : 'no'}`;
  const isCount = meaning.isWhole && least >= 0 && greatest - least <= FEW_VALUES && !column.since;
  if (isCount) return countText(label, bounds, column, meaning);
  const range = rangeText(bounds, column, meaning);
  return `${label} ${range}${column.since ? daysText(bounds, column.since) : ''}`;
}

/** 'above 35,000 up to 62,000'; of years 'after 1970'. */
function rangeText(
  { above, atMost }: Bounds,
  column: NumericSegmentationColumn,
  meaning: ConditionColumn,
): string {
  const isYear = holdsYears(column, meaning);
  const written = (value: number) => numberWithUnit(value, column, meaning);
  const from = above === undefined ? [] : [`${isYear ? 'after' : 'above'} ${written(above)}`];
  const upTo = above === undefined && !isYear ? 'at most' : 'up to';
  const to = atMost === undefined ? [] : [`${upTo} ${written(atMost)}`];
  return [...from, ...to].join(' ');
}

function holdsYears({ range }: NumericSegmentationColumn, { role, isWhole }: ConditionColumn): boolean {
  return role === 'birthYear' || (isWhole && range[0] >= 1800 && range[1] < 2100);
}

/** Whole numbers of which there are few, as people count them. */
function countText(
  label: string,
  { above, atMost }: Bounds,
  column: NumericSegmentationColumn,
  meaning: ConditionColumn,
): string {
  const [least, greatest] = column.range;
  const from = above === undefined ? least : Math.floor(above) + 1;
  const to = atMost === undefined ? greatest : Math.floor(atMost);
  const written = (value: number) => numberWithUnit(value, column, meaning);
  if (from === to) return to === 0 && COUNTED.has(meaning.role!) ? `no ${label}` : `${label}: ${written(to)}`;
  if (above === undefined) return `${label} at most ${written(to)}`;
  if (atMost === undefined) return `${label} at least ${written(from)}`;
  return `${label} from ${from} to ${written(to)}`;
}

/** Every digit counts: it is the number that was counted with. */
function numberWithUnit(value: number, column: NumericSegmentationColumn, meaning: ConditionColumn): string {
  const isYear = holdsYears(column, meaning);
  const size = Math.abs(value);
  const isPlain = size === 0 || (size >= 1e-6 && size < 1e15);
  const decimals = isPlain ? decimalsOf(value) : 0;
  const written = isPlain
    ? formatNumber(value, { decimals, grouping: !isYear })
    : String(value).replace('-', '−');
  return withUnit(written, column.unit);
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** The days that a range of days, or years, is about. */
function daysText({ above, atMost }: Bounds, { unit, asOf }: Since): string {
  if (unit === 'years') return ` (on ${formatDate(asOf)})`;
  const before = (days: number) => formatDate(isoOfDay(dayNumber(asOf)! - Math.floor(days)));
  if (above === undefined) return ` (${before(atMost!)}, or later)`;
  if (atMost === undefined) return ` (before ${before(above)})`;
  return ` (from ${before(atMost)}, and before ${before(above)})`;
}

function levelsText(label: string, levels: readonly string[], all: readonly string[]): string {
  const rest = all.filter((level) => !levels.includes(level));
  const name = lowerFirst(label);
  if (levels.length <= FEW_LEVELS || levels.length <= rest.length)
    return `${name}: ${formatList(shown(levels), 'or')}`;
  return `${name} other than ${formatList(shown(rest), 'or')}`;
}

/** All of them: a condition that is not told in full cannot be checked. */
function shown(levels: readonly string[]): string[] {
  return levels.map((level) => (level.length > 60 ? `${level.slice(0, 59)}…` : level));
}
