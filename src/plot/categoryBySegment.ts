import type { Data } from 'plotly.js';
import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatNumber, formatShare, plural } from '../core/format';
import { checkInteger } from '../core/options';
import { type Phrase, phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, object, oneOf, optional, text } from '../core/schema';
import { type PlotTable, readRaw } from './base/columns';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { axisTitle, escapePlotlyText, nameOf } from './base/label';
import { argMax } from './base/numbers';
import { categoryColor, categoryPattern, orderedColor } from './base/palette';
import { areSummaries, bySegment } from './base/segmentSizes';
import { type SegmentLook, segmentGroups, segmentLook } from './base/segments';
import { axisName, compose, nameAxis } from './base/theme';

/** How many customers of a segment have a category: a summary that `categoryBySegment` takes instead of customers. */
export interface CategoryCount {
  /** 0, 1, …; −1 is noise. */
  segment: number;
  category: string | number;
  /** Customers. */
  count: number;
}

/** What the options may be. */
const CATEGORY_OPTIONS = object({
  ...FIGURE,
  /** The column of categories; default the table's first. Of counts, what the categories are called; default 'category'. */
  column: optional(text({ expects: 'the name of a column' })),
  /** 'stacked' (default): one bar a segment, filled to 100 %. 'grouped': the segments' bars side by side. */
  arrangement: oneOf(['stacked', 'grouped'], { default: 'stacked' }),
});

/** Options of `categoryBySegment`. */
export interface CategoryBySegmentOptions extends Given<typeof CATEGORY_OPTIONS> {}

/**
 * How each segment divides over the values of one column, as shares of the segment: promotions accepted (0, 1,
 * 2, …), gender, preferred category. Numbers, and bands such as '18–29', are ordered and shaded light to
 * dark; words stand by frequency.
 *
 * @param table holds the column, length n; rows without a value are left out.
 * @param segments segment of each row, length n; −1 is noise. Or, instead of both, how many customers of each segment
 * have each category.
 * @throws InputError for an unknown column or option, more than 20 categories, labels that do not fit, a count that is
 * none.
 * Cost: O(n); O(counts) when they are counted already.
 *
 * @example
 * categoryBySegment({ Promotions_Accepted: [0, 1, 0, 3] }, [0, 0, 1, 1]);
 * categoryBySegment([
 *   { segment: 0, category: 'F', count: 30 },
 *   { segment: 0, category: 'M', count: 10 },
 *   { segment: 1, category: 'M', count: 25 },
 * ], { column: 'Gender' });
 */
export function categoryBySegment(
  table: PlotTable,
  segments: ArrayLike<number>,
  options?: CategoryBySegmentOptions,
): Figure;
export function categoryBySegment(
  counts: readonly CategoryCount[],
  options?: CategoryBySegmentOptions,
): Figure;
export function categoryBySegment(
  data: PlotTable | readonly CategoryCount[],
  second: ArrayLike<number> | CategoryBySegmentOptions = {},
  third: CategoryBySegmentOptions = {},
): Figure {
  return areSummaries(data)
    ? drawShares(second as CategoryBySegmentOptions, (options) => readCounts(data, options))
    : drawShares(third, (options) => countCustomers(data, second as ArrayLike<number>, options));
}

function drawShares(
  options: CategoryBySegmentOptions,
  read: (options: CategoryBySegmentOptions) => Tallied,
): Figure {
  const given = resolveOptions('categoryBySegment', CATEGORY_OPTIONS, options);
  const { name, groups } = read(given);
  const counted = sharesOf(name, groups);
  const draw = given.arrangement === 'stacked' ? drawStacked : drawGrouped;
  return compose(
    {
      ...draw(counted, groups, axisTitle(name, given)),
      title: finding(counted, groups, nameOf(name, given)),
      kind: `Bar chart of ${lowerFirst(nameOf(name, given))} by segment`,
    },
    given,
  );
}

/** A segment, and how many of its customers have each category. */
interface TalliedSegment extends SegmentLook {
  tally: Map<string | number, number>;
  /** Customers, those without a value too. */
  size: number;
}

interface Tallied {
  name: string;
  groups: TalliedSegment[];
}

function countCustomers(
  table: PlotTable,
  segments: ArrayLike<number>,
  options: CategoryBySegmentOptions,
): Tallied {
  const { name, values } = pickColumn(table, options.column);
  const groups = segmentGroups(segments, values.length, options.segmentNames);
  return {
    name,
    groups: groups.map(({ rows, ...look }) => ({
      ...look,
      tally: tally(name, values, rows),
      size: rows.length,
    })),
  };
}

function readCounts(
  counts: readonly CategoryCount[],
  { column: name = 'category', segmentNames }: CategoryBySegmentOptions,
): Tallied {
  const groups = new Map<number, TalliedSegment>();
  for (const { segment, category, count } of bySegment(counts)) {
    checkInteger('segment', segment, { min: -1 });
    checkInteger('count', count, { min: 0 });
    if (count === 0) continue;
    const group = groups.get(segment) ?? { ...segmentLook(segment, segmentNames), tally: new Map(), size: 0 };
    const key = categoryOf(
      category,
      () => phrase`the category of segment ${segment} is ${{ value: category }}`,
    );
    if (key !== undefined) group.tally.set(key, (group.tally.get(key) ?? 0) + count);
    groups.set(segment, { ...group, size: group.size + count });
  }
  return { name, groups: Array.from(groups.values()) };
}

interface Counted {
  categories: (string | number)[];
  /** Every category is a number. */
  numeric: boolean;
  /** Every category is a number, or begins with one as '18–29' does, and they stand by it. */
  ordered: boolean;
  /** `shares[segment][category]` of the segment's rows that have a value. */
  shares: number[][];
  counts: number[][];
  /** The values themselves, by segment, when numeric. */
  means: number[];
}

function pickColumn(table: PlotTable, column: string | undefined) {
  const columns = readRaw(table);
  const picked = column === undefined ? columns[0] : columns.find(({ name }) => name === column);
  if (picked) return picked;
  throw new InputError('missing-column', phrase`there is no column ${{ column: column! }}`, {
    remedy: `the table has ${columns.map(({ name }) => name).join(', ')}`,
  });
}

function sharesOf(name: string, groups: readonly TalliedSegment[]): Counted {
  const perGroup = groups.map(({ tally }) => tally);
  const total = new Map<string | number, number>();
  for (const counts of perGroup) for (const [key, n] of counts) total.set(key, (total.get(key) ?? 0) + n);
  const numeric = [...total.keys()].every((key) => typeof key === 'number');
  const ordered = [...total.keys()].every((key) => !Number.isNaN(leadingNumber(key)));
  const categories = [...total.keys()].sort((a, b) =>
    ordered
      ? leadingNumber(a) - leadingNumber(b) || (String(a) < String(b) ? -1 : 1)
      : total.get(b)! - total.get(a)! || (String(a) < String(b) ? -1 : 1),
  );
  if (categories.length === 0)
    throw new InputError('no-data', phrase`column ${{ column: name }} holds no values`);
  if (categories.length > 20)
    throw new InputError(
      'too-large',
      phrase`column ${{ column: name }} holds ${categories.length} different values`,
      { remedy: 'group them into at most 20 first' },
    );
  const counts = perGroup.map((tallied) => categories.map((category) => tallied.get(category) ?? 0));
  const sizes = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
  return {
    categories,
    numeric,
    ordered,
    counts,
    shares: counts.map((row, g) => row.map((n) => (sizes[g] > 0 ? n / sizes[g] : 0))),
    means: counts.map((row, g) =>
      numeric ? row.reduce((sum, n, c) => sum + n * (categories[c] as number), 0) / sizes[g] : Number.NaN,
    ),
  };
}

/** 18 of 18 and of '18–29'; NaN where a text begins otherwise. */
function leadingNumber(category: string | number): number {
  return typeof category === 'number' ? category : Number.parseFloat(category);
}

function tally(
  name: string,
  values: ArrayLike<unknown>,
  rows: readonly number[],
): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const row of rows) {
    const key = categoryOf(
      values[row],
      () => phrase`column ${{ column: name }} holds ${{ value: values[row] }} in row ${{ row }}`,
    );
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A value as a category; undefined where it is missing. */
function categoryOf(value: unknown, problem: () => Phrase): string | number | undefined {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return undefined;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return escapePlotlyText(value);
  if (typeof value === 'number') return value;
  throw new InputError('unreadable-value', problem(), { remedy: 'categories are text or numbers' });
}

function drawStacked(
  { categories, ordered, shares, counts }: Counted,
  groups: readonly SegmentLook[],
  title: string,
) {
  const names = groups.map(({ name }) => axisName(name));
  const data = categories.map((category, c): Data => {
    const color = ordered ? orderedColor(c, categories.length) : categoryColor(c);
    const pattern = ordered ? { shape: '' as const } : categoryPattern(c);
    const dark = ordered && c > (categories.length - 1) * 0.45;
    return {
      type: 'bar',
      orientation: 'h',
      name: String(category),
      y: names,
      x: shares.map((row) => row[c]),
      width: 0.65,
      marker: {
        color: color,
        line: { color: '#FFFFFF', width: 1 },
        ...(pattern.shape && {
          pattern: { ...pattern, fillmode: 'overlay' as const, fgcolor: '#2B2B2B', size: 6, solidity: 0.15 },
        }),
      },
      text: shares.map((row) => (row[c] >= 0.07 ? formatShare(row[c]) : '')),
      textposition: 'inside',
      insidetextanchor: 'middle',
      textangle: 0,
      textfont: { color: dark ? '#FFFFFF' : '#2B2B2B' },
      customdata: groups.map(
        ({ name }, g) =>
          `${name}<br>${title} ${category}: ${formatShare(shares[g][c])} (${plural(counts[g][c], 'customer')})`,
      ),
      hovertemplate: '%{customdata}<extra></extra>',
    };
  });
  return {
    data,
    layout: {
      barmode: 'stack' as const,
      xaxis: { title: { text: 'Share of the segment' }, tickformat: '.0%', range: [0, 1] },
      yaxis: { ...nameAxis('Segment'), autorange: 'reversed' as const },
      legend: { title: { text: `${title}  ` }, traceorder: 'normal' as const },
    },
    plotHeight: 70 + 46 * groups.length,
    legend: [title, ...categories.map(String)],
  };
}

function drawGrouped({ categories, shares, counts }: Counted, groups: readonly SegmentLook[], title: string) {
  const data = groups.map(
    ({ name, color }, g): Data => ({
      type: 'bar',
      name,
      x: categories.map((category) => axisName(String(category), 14)),
      y: shares[g],
      marker: { color: color },
      customdata: categories.map(
        (category, c) =>
          `${name}<br>${title} ${category}: ${formatShare(shares[g][c])} (${plural(counts[g][c], 'customer')})`,
      ),
      hovertemplate: '%{customdata}<extra></extra>',
    }),
  );
  return {
    data,
    layout: {
      barmode: 'group' as const,
      xaxis: { ...nameAxis(title), type: 'category' as const },
      yaxis: { title: { text: 'Share of the segment' }, tickformat: '.0%', rangemode: 'tozero' as const },
    },
    plotHeight: 320,
    legend: groups.map(({ name }) => name),
  };
}

/**
 * Of numbers, the highest and lowest mean; of words, the category whose share differs most between segments; or that
 * there is one value only, or no difference to be read.
 */
function finding(
  { categories, numeric, shares, means, counts }: Counted,
  groups: readonly TalliedSegment[],
  name: string,
): string {
  if (categories.length === 1) {
    const missing = groups.some(({ size }, g) => counts[g][0] < size);
    return `Every customer ${missing ? 'with a value ' : ''}is ‘${categories[0]}’ in ${lowerFirst(name)}`;
  }
  const real = groups.flatMap(({ index }, g) => (index >= 0 ? [g] : []));
  if (real.length < 2) return `${name} by segment`;
  if (numeric) {
    const [high, low] = extremes(real, (g) => means[g]);
    const [most, least] = [
      formatNumber(means[high], { decimals: 2 }),
      formatNumber(means[low], { decimals: 2 }),
    ];
    if (most === least) return `${name} has the same mean in every segment (${most})`;
    return `${name}: mean ${most} in ${groups[high].name}, ${least} in ${groups[low].name}`;
  }
  const spreads = categories.map((_, c) => {
    const [high, low] = extremes(real, (g) => shares[g][c]);
    return shares[high][c] - shares[low][c];
  });
  const c = argMax(spreads);
  const [high, low] = extremes(real, (g) => shares[g][c]);
  const [most, least] = [formatShare(shares[high][c]), formatShare(shares[low][c])];
  if (most === least) return `${name} does not differ between segments`;
  return `${name} differs most in ‘${categories[c]}’: ${most} of ${groups[high].name}, ${least} of ${groups[low].name}`;
}

function extremes(of: readonly number[], value: (item: number) => number): [number, number] {
  return [of[argMax(of.map(value))] ?? of[0], of[argMax(of.map((item) => -value(item)))] ?? of[0]];
}
