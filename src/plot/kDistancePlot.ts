import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { checkInteger, checkNumber } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import type { Figure } from './base/figure';
import { FIGURE_OPTIONS, type FigureOptions } from './base/figureOptions';
import { plain, sorted } from './base/numbers';
import { ACCENT, NEUTRAL } from './base/palette';
import { compose } from './base/theme';

/** What `kDistances` gives. */
export interface KDistanceCurve {
  /** Of every customer, the distance to its `minSamples`-th nearest, itself the first; length n, in any order. */
  distances: ArrayLike<number>;
  /** The radius to mark. */
  suggestedEps: number;
  /** DBSCAN's `minSamples`: how many customers, oneself included, make a neighborhood dense. */
  minSamples: number;
}

/** No line needs more points than this. */
const MAX_POINTS = 1000;

/**
 * How far every customer must look for `minSamples` customers, nearest first, with the radius `eps` marked: left of
 * where the line bends up lie the dense regions, right of it what DBSCAN will call noise.
 *
 * @throws InputError for no distances, a distance that is negative or no number, an unknown option.
 * Cost: O(n log n). Source: Ester, Kriegel, Sander and Xu (KDD 1996), section 4.2: the sorted k-dist graph.
 *
 * @example
 * kDistancePlot({ distances: [0.2, 0.3, 0.25, 0.3, 1.9], suggestedEps: 0.4, minSamples: 4 });
 */
export function kDistancePlot(
  { distances, suggestedEps, minSamples }: KDistanceCurve,
  options: FigureOptions = {},
): Figure {
  const given = resolveOptions('kDistancePlot', FIGURE_OPTIONS, options);
  const ascending = checkDistances(distances);
  const eps = checkNumber('suggestedEps', suggestedEps, { min: 0 });
  checkInteger('minSamples', minSamples, { min: 1 });
  const dense = ascending.filter((distance) => distance <= eps).length / ascending.length;
  const drawn = spread(ascending.length);
  return compose(
    {
      data: [
        {
          type: 'scatter',
          mode: 'lines',
          name: 'Distance',
          x: drawn.map((i) => i + 1),
          y: plain(drawn.map((i) => ascending[i])),
          line: { color: NEUTRAL, width: 2 },
          hovertemplate: 'customer %{x:,}: %{y:,.3~g}<extra></extra>',
        },
      ],
      layout: {
        xaxis: { title: { text: 'Customers, by distance' }, zeroline: false, nticks: 6, tickformat: ',d' },
        yaxis: {
          title: { text: `Radius that holds ${formatNumber(minSamples)} customers` },
          rangemode: 'tozero',
        },
        shapes: [
          {
            type: 'line',
            xref: 'paper',
            x0: 0,
            x1: 1,
            y0: eps,
            y1: eps,
            line: { color: ACCENT, width: 2, dash: 'dash' },
          },
        ],
        annotations: [
          {
            text: `eps = ${formatNumber(eps)}`,
            xref: 'paper',
            x: 0.01,
            xanchor: 'left',
            y: eps,
            yanchor: 'bottom',
            showarrow: false,
            font: { color: ACCENT, size: 12 },
          },
        ],
      },
      title: `eps = ${formatNumber(eps)}: ${formatShare(dense)} of customers have ${formatNumber(minSamples)} customers that near, themselves included`,
      kind: `Line chart of the sorted distances within which ${formatNumber(minSamples)} customers lie`,
      plotHeight: 300,
    },
    given,
  );
}

function checkDistances(distances: ArrayLike<number>): Float64Array {
  if (!(distances?.length > 0))
    throw new InputError('no-data', phrase`there is nothing to draw: ${{ option: 'distances' }} is empty`);
  for (let i = 0; i < distances.length; i++) checkNumber(`distances[${i}]`, distances[i], { min: 0 });
  return sorted(distances);
}

/** Positions to draw, evenly spread, the first and the last among them. */
function spread(n: number): number[] {
  if (n <= MAX_POINTS) return Array.from({ length: n }, (_, i) => i);
  const step = (n - 1) / (MAX_POINTS - 1);
  return Array.from({ length: MAX_POINTS }, (_, i) => Math.round(i * step));
}
