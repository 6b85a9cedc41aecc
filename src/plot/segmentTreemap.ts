import type { Data, Layout } from 'plotly.js';
import { capitalized, lowerFirst } from '../core/columnNames';
import { countPhrase, formatCompact, formatNumber, formatShare, plural } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import type { Figure } from './base/figure';
import { inUnit, nameOf } from './base/label';
import { colorAt, SEQUENTIAL, textColorOn } from './base/palette';
import type { Records } from './base/records';
import { axisName, compose } from './base/theme';
import {
  REVENUE_BY_SEGMENT_OPTIONS,
  type RevenueBySegmentOptions,
  readRevenue,
  type SegmentRevenue,
} from './revenueBySegment';

/**
 * Segments as areas: a tile is as large as the segment has customers, and the darker the more one of them spends.
 *
 * @param segments one row per segment, with customers and revenue, or one per customer: as for `revenueBySegment`.
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
  const given = resolveOptions('segmentTreemap', REVENUE_BY_SEGMENT_OPTIONS, options);
  const read = readRevenue(segments, given);
  const worth = lowerFirst(nameOf(given.revenue, given));
  const inMoney = (text: string) => inUnit(text, given.revenue, given);
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
              `<b>${axisName(name, 16)}</b><br>${formatShare(ofCustomers)} of customers<br>${formatShare(ofRevenue)} of ${worth}<br>${inMoney(formatCompact(means[i]))} each`,
          ),
          texttemplate: '%{text}',
          textfont: { color: colors.map(textColorOn) },
          customdata: read.map(
            ({ name, customers }, i) =>
              `${name}<br>${plural(customers, 'customer')}<br>${inMoney(formatNumber(means[i]))} each`,
          ),
          hovertemplate: '%{customdata}<extra></extra>',
          marker: { colors: colors },
          tiling: { pad: 2 },
          pathbar: { visible: false },
        } as unknown as Data,
      ],
      // A tile too small for its words shows none: the pointer tells them.
      layout: { uniformtext: { minsize: 10, mode: 'hide' } } as Partial<Layout>,
      title: finding(read, means, inMoney),
      note: `Area: customers. Darker: more ${worth} a customer.`,
      kind: `Treemap of ${capitalized(countPhrase(read.length, 'segment')).toLowerCase()} by customers`,
      plotHeight: 380,
    },
    given,
  );
}

/** By rank, since a few segments spend many times what the others do. */
function tileColors(means: readonly number[]): string[] {
  const ascending = [...means].sort((a, b) => a - b);
  return means.map((value) =>
    colorAt(SEQUENTIAL, 0.12 + (0.76 * ascending.indexOf(value)) / Math.max(1, means.length - 1)),
  );
}

function finding(
  segments: readonly SegmentRevenue[],
  means: readonly number[],
  inMoney: (text: string) => string,
): string {
  const [largest, next] = [...segments].sort((a, b) => b.customers - a.customers);
  const first = next?.customers === largest.customers ? 'No segment is larger than' : 'Largest segment:';
  const lead = `${first} ${largest.name} (${formatShare(largest.ofCustomers)} of customers)`;
  if (segments.length < 2) return lead;
  const richest = means.indexOf(Math.max(...means));
  return `${lead}; ${segments[richest].name} spend most, ${inMoney(formatNumber(means[richest]))} each`;
}
