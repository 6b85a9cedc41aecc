import { formatNumber, formatShare, plural } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import type { Figure } from './base/figure';
import { FIGURE_OPTIONS, type FigureOptions } from './base/figureOptions';
import { readSizes, type SegmentSize, type SizedSegment } from './base/segmentSizes';
import { axisName, compose, nameAxis } from './base/theme';

/**
 * How many customers each segment has, and which share of all.
 *
 * @param segments segment of each customer, length n, −1 is noise; or the segments with their sizes, such as profiles.
 * @throws InputError for no labels, a label that is no segment number, a size that is no count, or too few names.
 * Cost: O(n); O(segments) when they are counted already.
 *
 * @example
 * segmentSizesPlot([0, 0, 0, 1], { segmentNames: ['Regulars', 'Newcomers'] });
 * segmentSizesPlot([{ segment: 0, size: 3, name: 'Regulars' }, { segment: 1, size: 1, name: 'Newcomers' }]); // the same
 */
export function segmentSizesPlot(
  segments: ArrayLike<number> | readonly SegmentSize[],
  options: FigureOptions = {},
): Figure {
  const given = resolveOptions('segmentSizesPlot', FIGURE_OPTIONS, options);
  const sized = readSizes(segments, given.segmentNames);
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  const largest = Math.max(...sized.map(({ size }) => size));
  return compose(
    {
      data: [
        {
          type: 'bar',
          orientation: 'h',
          y: sized.map(({ name }) => axisName(name)),
          x: sized.map(({ size }) => size),
          width: 0.65,
          text: sized.map(({ size }) => `${formatNumber(size)} (${formatShare(size / total)})`),
          textposition: 'outside',
          cliponaxis: false,
          marker: { color: sized.map(({ color }) => color) },
          hovertemplate: '%{y}: %{text} customers<extra></extra>',
        },
      ],
      layout: {
        xaxis: { title: { text: 'Customers' }, range: [0, largest * 1.35], nticks: 6 },
        yaxis: { ...nameAxis('Segment'), autorange: 'reversed' },
      },
      title: finding(sized, total),
      kind: 'Bar chart of segment sizes',
      plotHeight: 60 + 44 * sized.length,
    },
    given,
  );
}

function finding(sized: readonly SizedSegment[], total: number): string {
  const real = sized.filter(({ index }) => index >= 0);
  if (real.length === 0) return `All ${formatNumber(total)} customers are noise`;
  const bySize = [...real].sort((a, b) => b.size - a.size);
  const [largest, smallest] = [bySize[0], bySize[bySize.length - 1]];
  const share = ({ size }: SizedSegment) => formatShare(size / total);
  const ofAll = `${share(largest)} of ${plural(total, 'customer')}`;
  if (real.length === 1) return `Largest segment: ${largest.name} (${ofAll})`;
  if (largest.size === smallest.size) return `Each of ${real.length} segments holds ${ofAll}`;
  const lead = bySize[1].size === largest.size ? 'No segment is larger than' : 'Largest segment:';
  const end = bySize[bySize.length - 2].size === smallest.size ? 'none is smaller than' : 'smallest:';
  return `${lead} ${largest.name} (${ofAll}); ${end} ${smallest.name} (${share(smallest)})`;
}
