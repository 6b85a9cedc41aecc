import { capitalized } from '../core/columnNames';
import { InputError } from '../core/errors';
import { countPhrase, formatShare } from '../core/format';
import { checkNumber } from '../core/options';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, number, object } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { plain } from './base/numbers';
import { ACCENT, MUTED, NEUTRAL } from './base/palette';
import { compose } from './base/theme';

/** What the options may be. */
const EXPLAINED_VARIANCE_OPTIONS = object({
  ...FIGURE,
  /** Share of variance that is enough, drawn as a line; default 0.8. */
  threshold: number({ minimum: 0, maximum: 1, default: 0.8 }),
});

/** Options of `explainedVariancePlot`. */
export interface ExplainedVarianceOptions extends Given<typeof EXPLAINED_VARIANCE_OPTIONS> {}

/**
 * How much of the variance each principal component holds (bars), and all up to it together (line).
 *
 * @param ratios `explainedVarianceRatio`, one a component, largest first.
 * @throws InputError for no ratios, a ratio outside 0 … 1, an unknown option.
 * Cost: O(components).
 *
 * @example
 * explainedVariancePlot([0.46, 0.22, 0.14, 0.1, 0.08]);
 */
export function explainedVariancePlot(
  ratios: ArrayLike<number>,
  options: ExplainedVarianceOptions = {},
): Figure {
  const given = resolveOptions('explainedVariancePlot', EXPLAINED_VARIANCE_OPTIONS, options);
  const { threshold } = given;
  const shares = checkRatios(ratios);
  const names = shares.map((_, i) => `PC${i + 1}`);
  const together = cumulate(shares);
  return compose(
    {
      data: [
        {
          type: 'bar',
          name: 'Each component',
          x: names,
          y: plain(shares),
          marker: { color: NEUTRAL },
          text: shares.map((share) => formatShare(share)),
          textposition: shares.length <= 8 ? 'outside' : 'none',
          ...(shares.length <= 8 && { cliponaxis: false }),
          hovertemplate: '%{x} holds %{y:.1%}<extra></extra>',
        },
        {
          type: 'scatter',
          mode: 'lines+markers',
          name: 'Together',
          x: names,
          y: plain(together),
          line: { color: ACCENT, width: 2 },
          marker: { symbol: 'square', size: 6 },
          hovertemplate: 'Up to %{x}: %{y:.1%}<extra></extra>',
        },
      ],
      layout: {
        xaxis: { title: { text: 'Principal component' }, showgrid: false },
        yaxis: { title: { text: 'Share of variance' }, tickformat: '.0%', range: [0, 1.05] },
        shapes: [
          {
            type: 'line',
            xref: 'paper',
            x0: 0,
            x1: 1,
            y0: threshold,
            y1: threshold,
            line: { color: MUTED, width: 1.5, dash: 'dot' },
          },
        ],
      },
      title: finding(together, threshold),
      kind: `Bar chart of the variance held by ${countPhrase(shares.length, 'principal component')}`,
      plotHeight: 300,
      legend: ['Each component', 'Together'],
    },
    given,
  );
}

function checkRatios(ratios: ArrayLike<number>): number[] {
  const shares = Array.from(ratios ?? []);
  if (shares.length === 0)
    throw new InputError('no-data', 'there is nothing to draw: no explained variance ratio was given');
  shares.forEach((share, i) => {
    checkNumber(`ratios[${i}]`, share, { min: 0, max: 1 + 1e-9 });
  });
  return shares;
}

function cumulate(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return Math.min(sum, 1);
  });
}

function finding(together: readonly number[], threshold: number): string {
  const enough = together.findIndex((share) => share >= threshold - 1e-9);
  const needed = enough < 0 ? together.length : enough + 1;
  const holds = needed === 1 ? 'holds' : 'hold';
  const lead = `${capitalized(countPhrase(needed, 'component'))} ${holds} ${formatShare(together[needed - 1])} of the variance`;
  return enough < 0 ? `${lead}, less than the ${formatShare(threshold)} asked for` : lead;
}
