import { InputError } from '../../core/errors';
import { checkInteger, checkNumber } from '../../core/options';
import { phrase } from '../../core/phrase';
import { mean, quantile } from '../../core/statistics';
import { type Columns, type NamedColumn, readColumns } from './columns';
import { sorted } from './numbers';
import { NEUTRAL } from './palette';
import { areSummaries, bySegment } from './segmentSizes';
import { type SegmentLook, segmentGroups, segmentLook } from './segments';

/** The numbers of one box: a summary that `boxPlot` takes instead of customers. */
export interface FiveNumbers {
  /** Ends of the whiskers. */
  low: number;
  high: number;
  q1: number;
  median: number;
  q3: number;
  /** Values beyond the whiskers, drawn as points; absent where they are not known. */
  outliers?: readonly number[];
  /** 0, 1, …; −1 is noise. Absent: the box of all customers, which stands alone. */
  segment?: number;
  /** Where `segmentNames` does not name the segment. */
  name?: string;
}

/** The boxes of one or several columns, by column. */
export type BoxSummaries = Readonly<Record<string, readonly FiveNumbers[]>>;

/** One box, and how it looks; NaN throughout when the segment has no value there. */
export interface Box extends SegmentLook, Omit<FiveNumbers, 'segment' | 'name'> {}

/** The boxes of a column. */
export interface BoxColumn {
  name: string;
  boxes: readonly Box[];
  /** Whether these are of segments, rather than one of all customers. */
  bySegment: boolean;
  /** What numbers of the column are written like. */
  values: ArrayLike<number>;
  /** How far the middle half of its values reaches. */
  spread: number;
}

/** Of customers; `segments` undefined for one box of all. @throws InputError as `readColumns` and `segmentGroups`. */
export function boxesOfCustomers(
  table: Columns,
  columns: readonly string[] | undefined,
  segments: ArrayLike<number> | undefined,
  segmentNames: readonly string[] | undefined,
): BoxColumn[] {
  const read = readColumns(table, columns);
  const groups = segments ? segmentGroups(segments, read[0].values.length, segmentNames) : undefined;
  return read.map(({ name, values }) => ({
    name,
    values,
    spread: middleHalf(values),
    bySegment: groups !== undefined,
    boxes: groups
      ? groups.map(({ rows, ...look }) => ({ ...look, ...tukey(rows.map((row) => values[row])) }))
      : [{ ...EVERYONE, ...tukey(values) }],
  }));
}

/** Of summaries. @throws InputError for an unknown column, numbers that do not rise, a segment with two boxes. */
export function boxesOfSummaries(
  summaries: BoxSummaries,
  columns: readonly string[] = Object.keys(summaries),
  segmentNames?: readonly string[],
): BoxColumn[] {
  return columns.map((name) => {
    if (!Object.hasOwn(summaries, name)) {
      throw new InputError('missing-column', phrase`there is no column ${{ column: name }}`, {
        remedy: `the table has ${Object.keys(summaries).join(', ')}`,
      });
    }
    const boxes = readBoxes(name, summaries[name], segmentNames);
    return {
      name,
      boxes,
      bySegment: !isAlone(summaries[name]),
      values: boxes.flatMap(({ low, q1, median, q3, high }) => [low, q1, median, q3, high]),
      spread: mean(boxes.map(({ q1, q3 }) => q3 - q1)) || 1,
    };
  });
}

export function areBoxSummaries(data: Columns | BoxSummaries): data is BoxSummaries {
  const columns = Object.values(data ?? {});
  return columns.length > 0 && columns.every((column) => areSummaries(column) && column.length > 0);
}

const EVERYONE: SegmentLook = { index: 0, name: '', color: NEUTRAL, symbol: 'circle' };

function readBoxes(
  column: string,
  given: readonly FiveNumbers[],
  segmentNames: readonly string[] | undefined,
): Box[] {
  const alone = isAlone(given);
  const seen = new Set<number>();
  const boxes = alone
    ? given.map((box) => ({ ...box, segment: 0 }))
    : given.map(({ segment, ...box }) => ({
        ...box,
        segment: checkInteger('segment', segment, { min: -1 }),
      }));
  return bySegment(boxes).map(({ segment, name, ...numbers }) => {
    if (seen.has(segment))
      throw new InputError('duplicate', phrase`column ${{ column }} has two boxes of segment ${segment}`, {
        remedy: 'give one',
      });
    seen.add(segment);
    checkRising(column, numbers);
    const look = alone ? EVERYONE : segmentLook(segment, segmentNames, name);
    return { ...look, ...numbers };
  });
}

function isAlone(boxes: readonly FiveNumbers[]): boolean {
  return boxes.length === 1 && boxes[0].segment === undefined;
}

function checkRising(column: string, { low, q1, median, q3, high }: FiveNumbers): void {
  const numbers = { low, q1, median, q3, high };
  const names = Object.keys(numbers) as (keyof typeof numbers)[];
  names.forEach((name, i) => {
    checkNumber(name, numbers[name]);
    if (i > 0 && numbers[name] < numbers[names[i - 1]]) {
      throw new InputError(
        'unreadable-value',
        phrase`${{ option: name }} of column ${{ column }} is ${{ value: numbers[name] }}, below its ${{ option: names[i - 1] }} of ${numbers[names[i - 1]]}`,
        { remedy: 'give low, q1, median, q3 and high in rising order' },
      );
    }
  });
}

/** Whiskers end at the last value within 1.5 times the box's length (Tukey 1977). */
function tukey(values: ArrayLike<number>): FiveNumbers {
  const ascending = sorted(values);
  if (ascending.length === 0) {
    const none = Number.NaN;
    return { low: none, q1: none, median: none, q3: none, high: none, outliers: [] };
  }
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(ascending, share));
  const reach = 1.5 * (q3 - q1);
  const low = ascending.find((value) => value >= q1 - reach)!;
  const high = ascending.filter((value) => value <= q3 + reach).at(-1)!;
  const outliers = Array.from(ascending.filter((value) => value < low || value > high));
  return { low, q1, median, q3, high, outliers };
}

function middleHalf(values: NamedColumn['values']): number {
  const ascending = sorted(values);
  return quantile(ascending, 0.75) - quantile(ascending, 0.25) || Math.abs(mean(ascending)) || 1;
}
