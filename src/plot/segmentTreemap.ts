import type { Data, Layout } from 'plotly.js';
import { inside } from '../core/columnNames';
import type { Figure } from './base/figure';
import { nameOf, unitAfter } from './base/label';
import { colorAt, SEQUENTIAL, textColorOn } from './base/palette';
import type { Records } from './base/records';
import { axisName, checkOptions, compose } from './base/theme';
import { compact, count, number, percent } from './base/words';
import { type RevenueBySegmentOptions, readRevenue, type SegmentRevenue } from './revenueBySegment';

/**
 * Segments as areas: a tile is as large as the segment has customers, and the darker the more one of them spends.
 *
 * @param segments one row a segment, with customers and revenue, as for `revenueBySegment`.
 * @throws InputError for no rows, a field that is missing, a negative number, no customers or no revenue at all.
 * Cost: O(segments · log segments).
 *
 * @example
 * segmentTreemap([
 *   { segment: 'Champions', customers: 100, revenue: 9000 },
 *   { segment: 'Hibernating', customers: 300, revenue: 1000 },
 * ]);
 */
export function segmentTreemap(segments: Records, options: RevenueBySegmentOptions = {}): Figure {
  checkOptions('segmentTreemap', options, ['segment', 'customers', 'revenue']);
  const read = readRevenue(segments, options);
  const worth = inside(nameOf(options.revenue ?? 'revenue', options));
  const unit = unitAfter(options.revenue ?? 'revenue', options);
  const means = read.map(({ customers, revenue }) => revenue / customers);
  const colors = tileColors(means);
  return compose(
    {
      data: [
        {
          type: 'treemap',
          labels: read.map(({ name }) => name),
          parents: read.map(() => ''),
          values: read.map(({ customers }) => customers),
          text: read.map(
            ({ name, ofCustomers, ofRevenue }, i) =>
              `<b>${axisName(name, 16)}</b><br>${percent(ofCustomers)} of customers<br>${percent(ofRevenue)} of ${worth}<br>${compact(means[i])}${unit} each`,
          ),
          texttemplate: '%{text}',
          textfont: { color: colors.map(textColorOn) },
          customdata: read.map(
            ({ name, customers }, i) =>
              `${name}<br>${number(customers)} customers<br>${number(means[i])}${unit} each`,
          ),
          hovertemplate: '%{customdata}<extra></extra>',
          marker: { colors: colors },
          tiling: { pad: 2 },
          pathbar: { visible: false },
        } as unknown as Data,
      ],
      // A tile too small for its words shows none: the pointer tells them.
      layout: { uniformtext: { minsize: 10, mode: 'hide' } } as Partial<Layout>,
      title: finding(read, means, unit),
      note: `Area: customers. Darker: more ${worth} a customer.`,
      kind: `Treemap of ${count(read.length, 'segment').toLowerCase()} by customers`,
      plotHeight: 380,
    },
    options,
  );
}

/** By rank, since a few segments spend many times what the others do. */
function tileColors(means: readonly number[]): string[] {
  const ascending = [...means].sort((a, b) => a - b);
  return means.map((value) =>
    colorAt(SEQUENTIAL, 0.12 + (0.76 * ascending.indexOf(value)) / Math.max(1, means.length - 1)),
  );
}

function finding(segments: readonly SegmentRevenue[], means: readonly number[], unit: string): string {
  const largest = [...segments].sort((a, b) => b.customers - a.customers)[0];
  const lead = `Largest segment: ${largest.name} (${percent(largest.ofCustomers)} of customers)`;
  if (segments.length < 2) return lead;
  const richest = means.indexOf(Math.max(...means));
  return `${lead}; ${segments[richest].name} spend most, ${number(means[richest])}${unit} each`;
}
