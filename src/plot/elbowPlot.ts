import type { Annotations, Data, Shape } from 'plotly.js';
import { capitalized } from '../core/columnNames';
import { InputError } from '../core/errors';
import { countPhrase, formatNumber } from '../core/format';
import { checkInteger } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { either, type Given, integer, nothing, object, optional } from '../core/schema';
import { findElbow } from '../evaluate/indices/elbow';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { argMax, plain } from './base/numbers';
import { ACCENT, INK, MUTED } from './base/palette';
import { compose } from './base/theme';

/** One number of clusters and how good its clustering is. */
export interface ElbowRow {
  k: number;
  /** Sum of squared distances to the own center. */
  inertia: number;
  /** Mean silhouette, −1 … 1, where it was computed. */
  silhouette?: number;
}

/** What the options may be. */
const ELBOW_OPTIONS = object({
  ...FIGURE,
  /** The k where inertia's curve bends, null for nowhere (as `preferredBy.elbow` of `chooseK`); default by `findElbow`. */
  knee: optional(either([integer({ minimum: 1 }), nothing()])),
  /** The k that was taken, if another than the silhouette's: marked by a line. */
  chosen: optional(integer({ minimum: 1 })),
});

/** Options of `elbowPlot`. */
export interface ElbowOptions extends Given<typeof ELBOW_OPTIONS> {}

/**
 * Inertia (left axis) and mean silhouette (right axis) for each number of clusters.
 *
 * @param rows one a k, in any order; at least two.
 * @throws InputError for fewer than two rows, a repeated k, numbers that are not finite, an unknown option.
 * Cost: O(rows log rows). Source: Thorndike (1953) for the elbow; the knee as in Satopaa et al., "Finding a 'kneedle' in a haystack"
 * (2011); Rousseeuw (1987) for the silhouette.
 *
 * @example
 * elbowPlot([{ k: 2, inertia: 181, silhouette: 0.30 }, { k: 3, inertia: 106, silhouette: 0.47 }]);
 */
export function elbowPlot(rows: readonly ElbowRow[], options: ElbowOptions = {}): Figure {
  const given = resolveOptions('elbowPlot', ELBOW_OPTIONS, options);
  const sweep = checkRows(rows);
  const knee = given.knee === undefined ? findKnee(sweep) : given.knee;
  const best = sweep[argMax(sweep.map(({ silhouette }) => silhouette ?? Number.NaN))];
  const chosen = given.chosen ?? best?.k ?? knee ?? undefined;
  const withSilhouette = best !== undefined;
  return compose(
    {
      data: [inertiaLine(sweep), ...(withSilhouette ? [silhouetteLine(sweep)] : [])],
      layout: {
        xaxis: { title: { text: 'Number of segments k' }, dtick: 1, zeroline: false },
        yaxis: { title: { text: 'Inertia' }, rangemode: 'tozero' },
        ...(withSilhouette && {
          yaxis2: {
            title: { text: 'Mean silhouette', font: { color: ACCENT, size: 13 } },
            overlaying: 'y',
            side: 'right',
            showgrid: false,
            zeroline: false,
            automargin: true,
            tickfont: { color: ACCENT },
            tickmode: 'auto',
            tickformat: '.3~f',
          },
        }),
        shapes: chosen === undefined ? [] : [chosenLine(chosen)],
        annotations: chosen === undefined ? [] : [chosenNote(chosen, sweep)],
      },
      title: finding(best, knee),
      note: given.chosen && best && given.chosen !== best.k ? `k = ${given.chosen} was taken.` : undefined,
      kind: `Line chart of inertia${withSilhouette ? ' and mean silhouette' : ''} against the number of segments`,
      plotHeight: 300,
      legend: withSilhouette ? ['Inertia (left)', 'Mean silhouette (right)'] : undefined,
    },
    given,
  );
}

/** Rows by ascending k, checked. */
function checkRows(rows: readonly ElbowRow[]): ElbowRow[] {
  if (!Array.isArray(rows) || rows.length < 2) {
    throw new InputError(
      'no-data',
      `an elbow needs at least two numbers of clusters, not ${rows?.length ?? 'none'}`,
    );
  }
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) {
      throw new InputError('unreadable-value', phrase`a row of the elbow is ${{ value: row }}`, {
        remedy: 'it must be { k, inertia }',
      });
    }
    const { k, inertia } = row;
    checkInteger('k', k, { min: 1 });
    if (!Number.isFinite(inertia))
      throw new InputError('unreadable-value', phrase`the inertia of k = ${k} is ${{ value: inertia }}`, {
        remedy: 'it must be a finite number',
      });
  }
  const sweep = [...rows].sort((a, b) => a.k - b.k);
  const twice = sweep.find(({ k }, i) => i > 0 && sweep[i - 1].k === k);
  if (twice)
    throw new InputError('duplicate', `k = ${twice.k} is given twice`, {
      remedy: 'give each number of clusters once',
    });
  return sweep;
}

/** Null on a straight line, and for two points, which always lie on one. */
function findKnee(sweep: readonly ElbowRow[]): number | null {
  if (sweep.length < 3) return null;
  const ks = sweep.map(({ k }) => k);
  return findElbow(
    ks,
    sweep.map(({ inertia }) => inertia),
  ).k;
}

function inertiaLine(sweep: readonly ElbowRow[]): Data {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: 'Inertia (left)',
    x: sweep.map(({ k }) => k),
    y: plain(sweep.map(({ inertia }) => inertia)),
    line: { color: INK, width: 2 },
    marker: { symbol: 'circle', size: 7 },
    hovertemplate: 'k = %{x}: inertia %{y:,.5~g}<extra></extra>',
  };
}

function silhouetteLine(sweep: readonly ElbowRow[]): Data {
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: 'Mean silhouette (right)',
    x: sweep.map(({ k }) => k),
    y: plain(sweep.map(({ silhouette }) => silhouette ?? Number.NaN)),
    yaxis: 'y2',
    line: { color: ACCENT, width: 2, dash: 'dash' },
    marker: { symbol: 'square', size: 7 },
    hovertemplate: 'k = %{x}: mean silhouette %{y:.3f}<extra></extra>',
  };
}

function chosenLine(k: number): Partial<Shape> {
  return {
    type: 'line',
    x0: k,
    x1: k,
    yref: 'paper',
    y0: 0,
    y1: 1,
    line: { color: MUTED, width: 1.5, dash: 'dot' },
    layer: 'below',
  };
}

function chosenNote(k: number, sweep: readonly ElbowRow[]): Partial<Annotations> {
  const right = k > (sweep[0].k + sweep[sweep.length - 1].k) / 2;
  return {
    text: `k = ${k}`,
    x: k,
    yref: 'paper',
    y: 1,
    yanchor: 'bottom',
    xanchor: right ? 'right' : 'left',
    showarrow: false,
  };
}

function finding(best: ElbowRow | undefined, knee: number | null): string {
  const bend = knee === null ? 'inertia falls without an elbow' : `the elbow is at k = ${knee}`;
  if (best === undefined) return bend[0].toUpperCase() + bend.slice(1);
  const peak = `silhouette peaks at k = ${best.k} (${formatNumber(best.silhouette!, { decimals: 2 })})`;
  if (best.k === knee)
    return `${capitalized(countPhrase(best.k, 'segment'))}: ${peak}, where inertia has its elbow`;
  return `${capitalized(countPhrase(best.k, 'segment'))}: ${peak}; ${bend}`;
}
