import type { Annotations, Data, Shape } from 'plotly.js';
import { cutTree } from '../cluster/hierarchy/cutTree';
import { capitalized } from '../core/columnNames';
import { InputError } from '../core/errors';
import { countPhrase, formatNumber, plural } from '../core/format';
import { type Matrix, type MatrixLike, toMatrix } from '../core/matrix';
import { checkInteger } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, number, object, optional } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { argMax, plain } from './base/numbers';
import { ACCENT, MUTED, segmentColor, segmentSymbol } from './base/palette';
import { segmentName } from './base/segments';
import { compose } from './base/theme';
import { type Join, type Leaf, layOutTree } from './base/tree';

/** What the options may be. */
const DENDROGRAM_OPTIONS = object({
  ...FIGURE,
  /** Cut so that this many segments result. */
  nClusters: optional(integer({ minimum: 1 })),
  /** Or cut at this height. Without either, the cut is in the widest gap between merge heights, of 2 … 10 segments. */
  height: optional(number({ minimum: 0 })),
  /** How many leaves are drawn at most; default 30. Branches below become one leaf with their number of customers. */
  leaves: integer({ minimum: 2, default: 30 }),
});

/** Options of `dendrogram`. */
export interface DendrogramOptions extends Given<typeof DENDROGRAM_OPTIONS> {}

/** No one looks for more segments than this in the gaps between merge heights. */
const MAX_BY_GAP = 10;

/**
 * The top of a cluster tree: which groups were merged at which height, where it is cut, and the segments below
 * the cut in their colors. Larger branches stand to the left.
 *
 * @param linkage scipy's form, (n − 1) × 4, lowest merge first: nodes a and b, height, customers in the union.
 * @throws InputError when the linkage is not of that form, or for a cut that is not possible.
 * Cost: O(n); only the top is drawn, however large the tree.
 *
 * @example
 * dendrogram([[0, 1, 1, 2], [2, 3, 4, 3]], { nClusters: 2 });
 */
export function dendrogram(linkage: MatrixLike, options: DendrogramOptions = {}): Figure {
  const given = resolveOptions('dendrogram', DENDROGRAM_OPTIONS, options);
  const tree = checkLinkage(toMatrix(linkage, 'linkage'));
  const heights = tree.column(2);
  const cut = chooseCut(heights, given);
  const labels = cutTree(tree, { nClusters: cut.nClusters });
  const leafCount = Math.min(tree.rows + 1, Math.max(given.leaves, cut.nClusters));
  const { leaves, joins } = layOutTree(tree, leafCount);
  const segmentOf = (join: { row: number; height: number }) =>
    join.height <= cut.below ? labels[join.row] : undefined;
  const present = [...new Set(labels)].sort((a, b) => a - b);
  const single = present.length > 1 ? present : [0];
  return compose(
    {
      data: [
        ...drawTrunk(joins.filter((join) => segmentOf(join) === undefined)),
        ...single.map((segment) =>
          drawSegment(
            segment,
            joins.filter((join) => segmentOf(join) === segment),
            leaves.filter(({ row }) => labels[row] === segment),
            given,
          ),
        ),
      ],
      layout: {
        xaxis: {
          title: { text: `Customers in each branch (${formatNumber(tree.rows + 1)} in all)` },
          tickmode: 'array',
          tickvals: leaves.map(({ x }) => x),
          ticktext: leaves.map(({ size }) => formatNumber(size)),
          tickangle: -90,
          tickfont: { size: 10 },
          range: [-0.7, leaves.length - 0.3],
          showgrid: false,
          zeroline: false,
        },
        yaxis: { title: { text: 'Height of merge' }, rangemode: 'tozero', zeroline: false },
        shapes: [cutLine(cut.height)],
        annotations: [cutNote(cut)],
      },
      title: finding(cut, heights),
      note:
        leafCount < tree.rows + 1
          ? `The last ${formatNumber(leafCount - 1)} of ${formatNumber(tree.rows)} merges are drawn.`
          : undefined,
      kind: `Dendrogram of ${formatNumber(tree.rows + 1)} customers`,
      plotHeight: 340,
      legend: single.map((segment) => segmentName(segment, given.segmentNames)),
    },
    given,
  );
}

interface CutPlace {
  nClusters: number;
  height: number;
  /** The highest merge that is made. */
  below: number;
}

/** Refuses what is not scipy's form, so that no merge refers to a later one. */
function checkLinkage(tree: Matrix): Matrix {
  if (tree.cols !== 4) {
    throw new InputError('wrong-shape', `linkage has ${tree.cols} columns`, {
      remedy: 'it must have 4: two nodes, height, size, as `linkageMatrix` gives',
    });
  }
  for (let merge = 0; merge < tree.rows; merge++) {
    const made = tree.rows + 1 + merge;
    const [a, b, height] = tree.row(merge);
    const sound = [a, b].every((node) => Number.isInteger(node) && node >= 0 && node < made) && a !== b;
    if (!sound)
      throw new InputError('unreadable-value', `merge ${merge} of linkage joins ${a} and ${b}`, {
        remedy: `only nodes 0 … ${made - 1} exist then`,
      });
    if (merge > 0 && height < tree.get(merge - 1, 2))
      throw new InputError('unreadable-value', `merge ${merge} of linkage is lower than the one before`, {
        remedy: 'give the lowest merge first',
      });
  }
  return tree;
}

function chooseCut(heights: Float64Array, { nClusters, height }: DendrogramOptions): CutPlace {
  if (nClusters !== undefined && height !== undefined)
    throw new InputError(
      'conflict',
      phrase`both ${{ option: 'nClusters' }} and ${{ option: 'height' }} were given`,
      { remedy: 'give one of them' },
    );
  const n = heights.length + 1;
  if (height === undefined) {
    const k =
      nClusters === undefined ? widestGap(heights) : checkInteger('nClusters', nClusters, { min: 1, max: n });
    return { nClusters: k, height: (under(heights, k) + above(heights, k)) / 2, below: under(heights, k) };
  }
  const made = heights.filter((merge) => merge <= height).length;
  return { nClusters: n - made, height, below: made > 0 ? heights[made - 1] : 0 };
}

/** The number of segments, 2 … 10, that survives the longest rise in height. */
function widestGap(heights: Float64Array): number {
  const most = Math.min(MAX_BY_GAP, heights.length + 1);
  const gaps = Array.from({ length: most - 1 }, (_, i) => above(heights, i + 2) - under(heights, i + 2));
  return argMax(gaps) + 2;
}

/** Height of the last merge that leaves k segments. */
function under(heights: Float64Array, k: number): number {
  const merge = heights.length - k;
  return merge < 0 ? 0 : heights[merge];
}

/** Height of the first merge that leaves fewer; above the root there is air. */
function above(heights: Float64Array, k: number): number {
  return k === 1 ? heights[heights.length - 1] * 1.1 : heights[heights.length - k + 1];
}

function drawTrunk(joins: readonly Join[]): Data[] {
  return joins.length === 0 ? [] : [{ ...paths(joins, MUTED), name: 'Above the cut', showlegend: false }];
}

function drawSegment(
  segment: number,
  joins: readonly Join[],
  leaves: readonly Leaf[],
  options: DendrogramOptions,
): Data {
  const color = segmentColor(segment);
  const name = segmentName(segment, options.segmentNames);
  const feet = leaves.flatMap(({ x }) => [x, null]);
  const lines = paths(joins, color);
  return {
    ...lines,
    mode: 'lines+markers',
    name,
    x: [...lines.x, ...feet],
    y: [...lines.y, ...leaves.flatMap(() => [0, null])],
    text: [
      ...lines.text,
      ...leaves.flatMap(({ size, height }) => [
        size === 1
          ? '1 customer'
          : `${plural(size, 'customer')}, last joined at height ${formatNumber(height)}`,
        '',
      ]),
    ],
    marker: {
      color: color,
      symbol: segmentSymbol(segment),
      size: [...lines.x.map(() => 0), ...feet.map(() => 8)],
      opacity: 1,
    } as object,
    cliponaxis: false,
    hovertemplate: `${name}<br>%{text}<extra></extra>`,
  } as Data;
}

/** Every join as an upside-down U, with gaps between. */
function paths(joins: readonly Join[], color: string) {
  const says = (join: Join) =>
    `${formatNumber(join.size)} customers joined at height ${formatNumber(join.height)}`;
  return {
    type: 'scatter' as const,
    mode: 'lines' as const,
    x: joins.flatMap(({ left, right }) => [left.x, left.x, right.x, right.x, null]),
    y: joins.flatMap(({ left, right, height }) => [
      ...plain([left.height, height, height, right.height]),
      null,
    ]),
    text: joins.flatMap((join) => [says(join), says(join), says(join), says(join), '']),
    line: { color: color, width: 2 },
    hovertemplate: '%{text}<extra></extra>',
  };
}

function cutLine(height: number): Partial<Shape> {
  return {
    type: 'line',
    xref: 'paper',
    x0: 0,
    x1: 1,
    y0: height,
    y1: height,
    line: { color: ACCENT, width: 1.5, dash: 'dash' },
  };
}

function cutNote({ height }: CutPlace): Partial<Annotations> {
  return {
    text: `cut at ${formatNumber(height)}`,
    xref: 'paper',
    x: 1,
    xanchor: 'right',
    y: height,
    yanchor: 'bottom',
    showarrow: false,
    bgcolor: 'rgba(255,255,255,0.8)',
    font: { color: ACCENT, size: 12 },
  };
}

function finding({ nClusters, height }: CutPlace, heights: Float64Array): string {
  const cut = `${capitalized(countPhrase(nClusters, 'segment'))}: cut at height ${formatNumber(height)}`;
  if (heights.length < 2) return cut;
  const gap = widestGap(heights);
  return gap === nClusters
    ? `${cut}, the widest gap between merges`
    : `${cut}; the widest gap between merges would give ${countPhrase(gap, 'segment')}`;
}
