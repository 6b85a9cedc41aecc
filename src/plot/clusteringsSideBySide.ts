import type { Annotations, Data } from 'plotly.js';
import { InputError } from '../core/errors';
import { countPhrase, formatNumber, formatShare } from '../core/format';
import { checkLabels } from '../core/labels';
import { type Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { checkNamed } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { array, type Given, integer, object, optional, text } from '../core/schema';
import { adjustedRand } from '../evaluate/stability/adjustedRand';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { axisTitle, escapePlotlyText } from './base/label';
import { argMax, plain } from './base/numbers';
import { segmentColor, segmentSymbol } from './base/palette';
import { type Panel, panelAt, panelLayout } from './base/panels';
import { findPartners } from './base/partners';
import { type SegmentGroup, sampleNote, samplePoints, segmentGroups } from './base/segments';
import { compose } from './base/theme';

/** What the options may be. */
const SIDE_BY_SIDE_OPTIONS = object({
  ...FIGURE,
  /** What the two coordinates are: names of columns; default the matrix's own, else 'PC1' and 'PC2'. */
  columns: optional(
    array<readonly [string, string]>({
      deep: true,
      items: text(),
      minItems: 2,
      maxItems: 2,
      expects: 'an array of two names',
    }),
  ),
  /** Draws at most about this many points in each panel; default 2,000. */
  maxPoints: integer({ minimum: 1, default: 2000 }),
});

/** Options of `clusteringsSideBySide`. */
export interface SideBySideOptions extends Given<typeof SIDE_BY_SIDE_OPTIONS> {}

/**
 * Several ways to segment the same customers, each in a panel of its own over the same two coordinates. Segments
 * that share most customers with one of the first way have its color and symbol; noise is gray.
 *
 * @param points n × c, c ≥ 2: two columns of the customers, or their first two principal components.
 * @param clusterings segment of each customer by name of the way, length n each; −1 is noise.
 * @throws InputError for no clusterings, points of fewer than two columns, labels that do not fit, an unknown option.
 * Cost: O(ways · n + ways² · n).
 *
 * @example
 * clusteringsSideBySide([[0, 1], [1, 1], [9, 8]], { 'K-means': [0, 0, 1], DBSCAN: [0, 0, -1] });
 */
export function clusteringsSideBySide(
  points: MatrixLike,
  clusterings: Readonly<Record<string, ArrayLike<number>>>,
  options: SideBySideOptions = {},
): Figure {
  const given = resolveOptions('clusteringsSideBySide', SIDE_BY_SIDE_OPTIONS, options);
  const matrix = toMatrix(points, 'points');
  if (matrix.cols < 2)
    throw new InputError('wrong-shape', `points have ${matrix.cols} columns`, {
      remedy: 'a panel needs two coordinates',
    });
  const ways = readWays(clusterings, matrix.rows, given);
  const axes = axisTitles(matrix, given);
  const perRow = ways.length === 1 ? 1 : 2;
  const drawn = ways.map(({ groups }) => samplePoints(groups, given.maxPoints));
  return compose(
    {
      data: ways.flatMap((way, i) => drawWay(way, drawn[i], matrix, panelAt(i, perRow))),
      layout: {
        ...panelLayout(
          ways.map((_, i) => ({
            x: { title: { text: axes[0] }, zeroline: false, nticks: 5 },
            y: {
              title: { text: panelAt(i, perRow).leftmost ? axes[1] : '' },
              zeroline: false,
              nticks: 5,
            },
          })),
          perRow,
          { x: 0.16, y: 0.36 },
        ),
        annotations: ways.map((way, i) => panelTitle(way, panelAt(i, perRow))),
      },
      title: finding(ways),
      note:
        [
          ways.length > 1 ? 'Segments that share most customers have one color.' : '',
          sampleNote(drawn[0], ways[0].groups),
        ]
          .filter(Boolean)
          .join(' ') || undefined,
      kind: `Scatter plots of the same customers, segmented by ${ways.map(({ name }) => name).join(', ')}`,
      plotHeight: Math.ceil(ways.length / perRow) * 270,
    },
    given,
  );
}

interface Way {
  name: string;
  labels: Int32Array;
  groups: SegmentGroup[];
  /** Share of customers in no segment. */
  noise: number;
  segments: number;
}

function readWays(
  clusterings: Readonly<Record<string, ArrayLike<number>>>,
  n: number,
  options: SideBySideOptions,
): Way[] {
  const names = Object.keys(checkNamed('clusterings', clusterings));
  if (names.length === 0)
    throw new InputError('no-data', phrase`there is nothing to draw: ${{ option: 'clusterings' }} is empty`);
  const labels = names.map((name) => checkLabels(clusterings[name], n, name));
  return names.map((name, i) => {
    const groups = segmentGroups(labels[i], n, i === 0 ? options.segmentNames : undefined);
    const noise = labels[i].filter((label) => label < 0).length / n;
    return {
      name: escapePlotlyText(name),
      labels: labels[i],
      groups: i === 0 ? groups : inColorsOf(labels[0], groups),
      noise,
      segments: groups.filter(({ index }) => index >= 0).length,
    };
  });
}

/** Partners of the first way's segments in its colors; those without a partner in colors that it does not use. */
function inColorsOf(first: Int32Array, groups: readonly SegmentGroup[]): SegmentGroup[] {
  const real = groups.filter(({ index }) => index >= 0);
  const known = 1 + first.reduce((highest, label) => Math.max(highest, label), -1);
  const counts = real.map(({ rows }) => {
    const shared = new Array<number>(known).fill(0);
    for (const row of rows) if (first[row] >= 0) shared[first[row]]++;
    return shared;
  });
  const partner = findPartners(counts);
  let next = known;
  return groups.map((group) => {
    if (group.index < 0) return group;
    const look = partner.get(real.indexOf(group)) ?? next++;
    return { ...group, color: segmentColor(look), symbol: segmentSymbol(look) };
  });
}

function axisTitles(matrix: Matrix, options: SideBySideOptions): string[] {
  const names = options.columns ?? matrix.columns;
  return [0, 1].map((axis) => (names ? axisTitle(names[axis], options) : `PC${axis + 1}`));
}

function drawWay(way: Way, groups: readonly SegmentGroup[], matrix: Matrix, panel: Panel): Data[] {
  return groups.map(({ name, rows, color, symbol }) => ({
    type: 'scatter',
    mode: 'markers',
    ...panel.axes,
    name,
    x: plain(rows.map((row) => matrix.get(row, 0))),
    y: plain(rows.map((row) => matrix.get(row, 1))),
    marker: { color: color, symbol, size: 5, opacity: 0.7 } as object,
    hovertemplate: `${way.name}: ${name}<br>%{x:,.3~g} · %{y:,.3~g}<extra></extra>`,
  }));
}

function panelTitle({ name, segments, noise }: Way, panel: Panel): Partial<Annotations> {
  return {
    text: `<b>${name}</b>: ${segments}${noise > 0 ? `, ${formatShare(noise)} noise` : ''}`,
    xref: `${panel.x} domain` as 'x',
    yref: `${panel.y} domain` as 'y',
    x: 0,
    xanchor: 'left',
    y: 1,
    yanchor: 'bottom',
    showarrow: false,
  };
}

/** Which two agree most, and who calls most customers noise. */
function finding(ways: readonly Way[]): string {
  const noisiest = ways[argMax(ways.map(({ noise }) => noise))];
  const noise =
    noisiest.noise > 0 ? `${noisiest.name} calls ${formatShare(noisiest.noise)} noise` : undefined;
  if (ways.length === 1) {
    const found = `${ways[0].name} finds ${countPhrase(ways[0].segments, 'segment')}`;
    return noise ? `${found} and calls ${formatShare(ways[0].noise)} of customers noise` : found;
  }
  const pairs = ways.flatMap((one, i) =>
    ways.slice(i + 1).map((other) => ({ one, other, rand: adjustedRand(one.labels, other.labels) })),
  );
  const { one, other, rand } = pairs[argMax(pairs.map((pair) => pair.rand))];
  const degree = ways.length > 2 ? 'most' : rand > 0.8 ? 'largely' : rand > 0.5 ? 'in part' : 'little';
  const agree =
    rand > 0.999999
      ? `${one.name} and ${other.name} agree entirely`
      : `${one.name} and ${other.name} agree ${degree} (adjusted Rand index ${formatNumber(rand, { decimals: 2 })})`;
  return noise ? `${agree}; ${noise}` : agree;
}
