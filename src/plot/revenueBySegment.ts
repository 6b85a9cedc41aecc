import type { Data } from 'plotly.js';
import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatNumber, formatShare, plural } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, object, optional, type Static, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { inUnit, nameOf } from './base/label';
import { ACCENT, NEUTRAL } from './base/palette';
import { openRecords, type RecordReader, type Records } from './base/records';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. @internal */
export const REVENUE_BY_SEGMENT_OPTIONS = object({
  ...FIGURE,
  /** Field of the segment's name; default 'segment'. */
  segment: text({ default: 'segment' }),
  /** Field of its number of customers; default 'customers'. Without that field every row is a customer. */
  customers: optional(text()),
  /** Field of what they spent together; default 'revenue'. */
  revenue: text({ default: 'revenue' }),
});

/** Options of the figures of revenue by segment. */
export interface RevenueBySegmentOptions extends Given<typeof REVENUE_BY_SEGMENT_OPTIONS> {}

/** One segment: how many, how much. */
export interface SegmentRevenue {
  name: string;
  customers: number;
  revenue: number;
  /** Shares of all customers, and of all revenue. */
  ofCustomers: number;
  ofRevenue: number;
}

/**
 * Each segment's share of customers beside its share of revenue, the most valuable first.
 *
 * @param segments one row per segment, with customers and revenue, such as the `segments` of `rfm` (their names are in
 * the field 'name'); or one row per customer, with segment and revenue, which are added up.
 * @throws InputError for no rows, a field that is missing, a negative number, no customers or no revenue at all.
 * Cost: O(segments · log segments).
 *
 * @example
 * revenueBySegment([
 *   { segment: 'Champions', customers: 100, revenue: 9000 },
 *   { segment: 'Hibernating', customers: 300, revenue: 1000 },
 * ], { units: { revenue: '£' } });
 * revenueBySegment({ segment: ['Champions', 'Hibernating', 'Champions'], revenue: [90, 5, 80] });
 */
export function revenueBySegment(segments: Records, options: RevenueBySegmentOptions = {}): Figure {
  const given = resolveOptions('revenueBySegment', REVENUE_BY_SEGMENT_OPTIONS, options);
  const read = readRevenue(segments, given);
  const worth = lowerFirst(nameOf(given.revenue, given));
  const names = read.map(({ name }) => axisName(name));
  const bars = (name: string, color: string, shares: number[], hover: string[]): Data => ({
    type: 'bar',
    orientation: 'h',
    name,
    y: names,
    x: shares,
    marker: { color: color },
    text: shares.map((share) => formatShare(share)),
    textposition: 'outside',
    cliponaxis: false,
    customdata: hover,
    hovertemplate: '%{y}: %{customdata}<extra></extra>',
  });
  const legend = ['Share of customers', `Share of ${worth}`];
  const largest = Math.max(...read.flatMap(({ ofCustomers, ofRevenue }) => [ofCustomers, ofRevenue]));
  return compose(
    {
      data: [
        bars(
          legend[0],
          NEUTRAL,
          read.map(({ ofCustomers }) => ofCustomers),
          read.map(({ customers }) => plural(customers, 'customer')),
        ),
        bars(
          legend[1],
          ACCENT,
          read.map(({ ofRevenue }) => ofRevenue),
          read.map(({ revenue }) => inUnit(formatNumber(revenue), given.revenue, given)),
        ),
      ],
      layout: {
        barmode: 'group',
        bargap: 0.25,
        xaxis: { title: { text: 'Share of all' }, tickformat: '.0%', range: [0, largest * 1.2], nticks: 6 },
        yaxis: { ...nameAxis(), autorange: 'reversed' },
        legend: { traceorder: 'normal' },
      },
      title: finding(read, worth),
      kind: `Bar chart of each segment's share of customers and of ${worth}`,
      plotHeight: 60 + 44 * read.length,
      legend,
    },
    given,
  );
}

/** Segments with their shares, the most valuable first; empty ones are left out. */
export function readRevenue(
  segments: Records,
  options: Static<typeof REVENUE_BY_SEGMENT_OPTIONS>,
): SegmentRevenue[] {
  const { names, customers, revenue } = readAmounts(openRecords(segments), options);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const [allCustomers, allRevenue] = [sum(customers), sum(revenue)];
  return names
    .map(
      (name, i): SegmentRevenue => ({
        name,
        customers: customers[i],
        revenue: revenue[i],
        ofCustomers: customers[i] / allCustomers,
        ofRevenue: revenue[i] / allRevenue,
      }),
    )
    .filter((segment) => segment.customers > 0)
    .sort((a, b) => b.revenue - a.revenue || (a.name < b.name ? -1 : 1));
}

interface Amounts {
  names: string[];
  customers: number[];
  revenue: number[];
}

function readAmounts(
  read: RecordReader,
  { segment, customers, revenue }: Static<typeof REVENUE_BY_SEGMENT_OPTIONS>,
): Amounts {
  const names = read.texts(segment);
  const amounts = checkAmounts(read.numbers(revenue), revenue);
  if (customers === undefined && !read.names.includes('customers')) return addUp(names, amounts);
  const field = customers ?? 'customers';
  return { names, customers: checkAmounts(read.numbers(field), field), revenue: amounts };
}

/** @param names the segment of each customer. */
function addUp(names: readonly string[], revenue: readonly number[]): Amounts {
  const sums = new Map<string, { customers: number; revenue: number }>();
  names.forEach((name, i) => {
    const sum = sums.get(name) ?? { customers: 0, revenue: 0 };
    sums.set(name, { customers: sum.customers + 1, revenue: sum.revenue + revenue[i] });
  });
  const all = Array.from(sums.values());
  return {
    names: Array.from(sums.keys()),
    customers: all.map((sum) => sum.customers),
    revenue: all.map((sum) => sum.revenue),
  };
}

function checkAmounts(values: number[], field: string): number[] {
  const odd = values.findIndex((value) => value < 0);
  if (odd >= 0)
    throw new InputError(
      'unreadable-value',
      phrase`${{ column: field }} is ${{ value: values[odd] }} in row ${{ row: odd }}`,
      { remedy: 'shares need numbers of at least 0' },
    );
  if (values.every((value) => value === 0))
    throw new InputError('no-data', phrase`${{ column: field }} is 0 throughout`, {
      remedy: 'there are no shares',
    });
  return values;
}

function finding(segments: readonly SegmentRevenue[], worth: string): string {
  const [first] = segments;
  const people = formatShare(first.ofCustomers);
  return `${first.name}: ${people} of customers bring ${formatShare(first.ofRevenue)} of ${worth}`;
}
