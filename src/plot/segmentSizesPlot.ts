import { formatNumber, formatShare } from '../core/format';
import type { Figure } from './base/figure';
import { groupBySegment, type SegmentGroup } from './base/segments';
import { axisName, checkOptions, compose, type FigureOptions, nameAxis } from './base/theme';

/**
 * How many customers each segment has, and which share of all.
 *
 * @param segments segment of each customer, length n; −1 is noise.
 * @throws InputError for no labels, a label that is no segment number, or too few names.
 * Cost: O(n).
 *
 * @example
 * segmentSizesPlot([0, 0, 0, 1], { segmentNames: ['Regulars', 'Newcomers'] });
 */
export function segmentSizesPlot(segments: ArrayLike<number>, options: FigureOptions = {}): Figure {
  checkOptions('segmentSizesPlot', options);
  const groups = groupBySegment(segments, segments?.length ?? 0, options.segmentNames);
  const total = segments.length;
  const largest = Math.max(...groups.map(({ rows }) => rows.length));
  return compose(
    {
      data: [
        {
          type: 'bar',
          orientation: 'h',
          y: groups.map(({ name }) => axisName(name)),
          x: groups.map(({ rows }) => rows.length),
          width: 0.65,
          text: groups.map(
            ({ rows }) => `${formatNumber(rows.length)} (${formatShare(rows.length / total)})`,
          ),
          textposition: 'outside',
          cliponaxis: false,
          marker: { color: groups.map(({ color }) => color) },
          hovertemplate: '%{y}: %{text} customers<extra></extra>',
        },
      ],
      layout: {
        xaxis: { title: { text: 'Customers' }, range: [0, largest * 1.35], nticks: 6 },
        yaxis: { ...nameAxis('Segment'), autorange: 'reversed' },
      },
      title: finding(groups, total),
      kind: 'Bar chart of segment sizes',
      plotHeight: 60 + 44 * groups.length,
    },
    options,
  );
}

function finding(groups: readonly SegmentGroup[], total: number): string {
  const real = groups.filter(({ index }) => index >= 0);
  if (real.length === 0) return `All ${formatNumber(total)} customers are noise`;
  const bySize = [...real].sort((a, b) => b.rows.length - a.rows.length);
  const [largest, smallest] = [bySize[0], bySize[bySize.length - 1]];
  const share = ({ rows }: SegmentGroup) => formatShare(rows.length / total);
  const lead = `Largest segment: ${largest.name} (${share(largest)} of ${formatNumber(total)} customers)`;
  return real.length === 1 ? lead : `${lead}; smallest: ${smallest.name} (${share(smallest)})`;
}
