import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, number, object, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { nameOf } from './base/label';
import { plain, sorted } from './base/numbers';
import { ACCENT, INK, MUTED } from './base/palette';
import { compose } from './base/theme';

/** What the options may be. */
const PARETO_OPTIONS = object({
  ...FIGURE,
  /** The share of customers whose part is marked; default 0.2. */
  share: number({ minimum: 0, maximum: 1, default: 0.2 }),
  /** What is shared out, for axis and title; worded by `labels`. Default 'revenue'. */
  value: text({ default: 'revenue' }),
});

/** Options of `paretoCurve`. */
export interface ParetoCurveOptions extends Given<typeof PARETO_OPTIONS> {}

/** Beyond this no screen shows a difference. */
const MAX_POINTS = 500;

/**
 * How concentrated revenue is: the part that the best customers bring, best first (the Lorenz curve, read from the
 * top), with the part of the best 20 % marked and the Gini coefficient in the title: 0 when all bring the same, near 1
 * when one brings all.
 *
 * @param values what each customer spent, length n, at least 0; missing values are left out.
 * @throws InputError for no values, a negative one, a sum of 0, an unknown option.
 * Cost: O(n log n). Source: Lorenz (1905); Gini (1912).
 *
 * @example
 * paretoCurve([1000, 400, 300, 200, 100]);
 */
export function paretoCurve(values: ArrayLike<number>, options: ParetoCurveOptions = {}): Figure {
  const given = resolveOptions('paretoCurve', PARETO_OPTIONS, options);
  const { share } = given;
  const worth = lowerFirst(nameOf(given.value, given));
  const curve = accumulate(checkValues(values));
  const n = curve.length - 1;
  const marked = curve[Math.round(share * n)];
  const drawn = Array.from({ length: Math.min(n, MAX_POINTS) + 1 }, (_, i) =>
    Math.round((i * n) / Math.min(n, MAX_POINTS)),
  );
  return compose(
    {
      data: [
        {
          type: 'scatter',
          mode: 'lines',
          name: 'Customers, best first',
          x: plain(drawn.map((i) => i / n)),
          y: plain(drawn.map((i) => curve[i])),
          line: { color: INK, width: 2.5 },
          hovertemplate: `The best %{x:.1%} of customers<br>bring %{y:.1%} of ${worth}<extra></extra>`,
        },
        {
          type: 'scatter',
          mode: 'lines',
          name: 'If all brought the same',
          x: [0, 1],
          y: [0, 1],
          line: { color: MUTED, width: 1.5, dash: 'dot' },
          hoverinfo: 'skip',
        },
        {
          type: 'scatter',
          mode: 'markers',
          name: `The best ${formatShare(share)}`,
          x: plain([Math.round(share * n) / n]),
          y: plain([marked]),
          marker: { color: ACCENT, symbol: 'square', size: 12 },
          hovertemplate: `The best %{x:.1%} of customers<br>bring %{y:.1%} of ${worth}<extra></extra>`,
        },
      ],
      layout: {
        xaxis: {
          title: { text: 'Share of customers, best first' },
          tickformat: '.0%',
          range: [0, 1.02],
          nticks: 6,
        },
        yaxis: { title: { text: `Share of ${worth}` }, tickformat: '.0%', range: [0, 1.02] },
      },
      title: `The best ${formatShare(share)} of customers bring ${formatShare(marked)} of ${worth} (Gini coefficient ${formatNumber(gini(curve), { decimals: 2 })})`,
      kind: `Pareto curve of ${worth} over customers`,
      plotHeight: 320,
      legend: ['Customers, best first', 'If all brought the same', `The best ${formatShare(share)}`],
    },
    given,
  );
}

/** Largest first. */
function checkValues(values: ArrayLike<number>): Float64Array {
  const descending = sorted(Float64Array.from(values ?? [])).reverse();
  if (descending.length === 0)
    throw new InputError('no-data', 'there is nothing to draw: no customer has a value');
  const least = descending[descending.length - 1];
  if (least < 0)
    throw new InputError('unreadable-value', phrase`a customer's value is ${{ value: least }}`, {
      remedy: 'a share of the whole needs values of at least 0',
    });
  if (!(descending[0] > 0))
    throw new InputError('no-data', 'every value is 0', { remedy: 'there is nothing to share out' });
  return descending;
}

/** The part of the best 0, 1, …, n. */
function accumulate(descending: Float64Array): Float64Array {
  const total = descending.reduce((sum, value) => sum + value, 0);
  const curve = new Float64Array(descending.length + 1);
  descending.forEach((value, i) => {
    curve[i + 1] = curve[i] + value / total;
  });
  return curve;
}

/** Twice the area between curve and diagonal, by trapezia. */
function gini(curve: Float64Array): number {
  const n = curve.length - 1;
  let area = 0;
  for (let i = 1; i <= n; i++) area += (curve[i] + curve[i - 1]) / 2 / n;
  return 2 * area - 1;
}
