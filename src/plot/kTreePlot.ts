import type { Annotations, Data, Shape } from 'plotly.js';
import { InputError } from '../core/errors';
import { countPhrase, formatList, formatShare, plural } from '../core/format';
import { checkInteger } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { roundDecimals } from '../core/round';
import { type Given, integer, object, optional } from '../core/schema';
import type { KChoice } from '../evaluate/chooseK/chooseK';
import type { KTree } from '../evaluate/chooseK/kTree';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { layOutKTree, type TreeCluster, type TreeFlow } from './base/kTreeLayout';
import { argMax } from './base/numbers';
import { INK, MUTED, segmentColor, segmentSymbol } from './base/palette';
import { segmentName } from './base/segments';
import { compose } from './base/theme';

/** What the options may be. */
const K_TREE_OPTIONS = object({
  ...FIGURE,
  /** The k that was taken; default the recommended one. */
  chosen: optional(integer({ minimum: 1 })),
});

/** Options of `kTreePlot`. */
export interface KTreePlotOptions extends Given<typeof K_TREE_OPTIONS> {}

/** What is drawn of a choice of k. */
export type DrawnChoice = Pick<KChoice, 'tree' | 'recommendation' | 'structure'>;

/**
 * How customers move as k grows: a row of clusters for each k, and between two rows the customers who go from one cluster
 * to another. A cluster that stays whole is a group at any k; one whose customers come from everywhere is drawn by chance.
 * The title says what one segment more does to those taken.
 *
 * @param choice what `chooseK` found; a segmentation's knows the names of its segments.
 * @throws InputError where there are fewer than two ks, or `chosen` is none of them.
 * Cost: O(k³). Source: Zappia & Oshlack (2018), "Clustering trees".
 *
 * @example
 * kTreePlot(chooseK(X, { kMax: 6 })).description; // 'Tree of segments for 2 to 6 segments. Going from 4 to 5 splits Segment 2; the others stay.'
 */
export function kTreePlot(choice: DrawnChoice, options: KTreePlotOptions = {}): Figure {
  const given = resolveOptions('kTreePlot', K_TREE_OPTIONS, options);
  const tree = treeOf(choice);
  const { levels } = tree;
  const [first, last] = [levels[0].k, levels[levels.length - 1].k];
  const chosen = checkInteger('chosen', given.chosen ?? choice.recommendation.k, { min: first, max: last });
  const { clusters, flows } = layOutKTree(tree);
  const named = namesIn(tree, chosen, given.segmentNames);
  const segmentOf = followed(
    tree,
    levels.findIndex(({ k }) => k === named.k),
    named.segments,
  );
  const all = levels[0].sizes.reduce((sum, size) => sum + size, 0);
  const groups = groupsOf(clusters, segmentOf);
  return compose(
    {
      data: [
        ...flows.map((flow) => flowLine(flow, segmentOf(flow.to), all)),
        ...groups.map(([segment, own]) => clusterMarks(own, named.name(segment), segment, all)),
      ],
      layout: {
        xaxis: {
          title: { text: 'Segments of each k' },
          showticklabels: false,
          showgrid: false,
          zeroline: false,
          ticks: '',
          range: [-0.02, 1.02],
        },
        yaxis: {
          title: { text: 'Number of segments k' },
          tickmode: 'array',
          tickvals: levels.map(({ k }) => -k),
          ticktext: levels.map(({ k }) => String(k)),
          range: [-last - 0.5, -first + 0.5],
          showgrid: false,
          zeroline: false,
        },
        shapes: [chosenBand(chosen)],
        annotations: [chosenNote(chosen)],
      },
      title: finding(tree, chosen, named),
      note: nextWords(choice, chosen),
      kind: `Tree of segments for ${first} to ${last} segments`,
      plotHeight: 60 * levels.length + 20,
      legend: groups.map(([segment]) => named.name(segment)),
    },
    given,
  );
}

function treeOf({ tree }: DrawnChoice): KTree {
  if (tree && tree.levels.length > 1) return tree;
  throw new InputError('no-data', 'a tree over k needs the clusters of at least two numbers of segments', {
    remedy: phrase`take the choice of \`chooseK\` with ${{ option: 'kMax' }} above ${{ option: 'kMin' }}`,
  });
}

/** Whose names and colors clusters have: the segments of a model where the tree knows them, otherwise those of the chosen k. */
interface Names {
  k: number;
  /** By cluster of that k. */
  segments: readonly number[];
  name(segment: number): string;
}

function namesIn(
  { levels, named }: KTree,
  chosen: number,
  segmentNames: readonly string[] | undefined,
): Names {
  if (named?.k === chosen && named.segments.every((segment) => segment >= 0))
    return { ...named, name: (segment) => segmentName(segment, segmentNames) };
  const { sizes } = levels.find(({ k }) => k === chosen)!;
  return {
    k: chosen,
    segments: Array.from(sizes.keys()),
    name: (segment) => segmentName(segment, undefined),
  };
}

/** The segment that most customers of any cluster go to, or come from. */
function followed({ levels, flows }: KTree, at: number, segments: readonly number[]) {
  const of: number[][] = [];
  of[at] = segments.slice();
  for (let level = at + 1; level < levels.length; level++)
    of[level] = levels[level].sizes.map(
      (_, b) => of[level - 1][argMax(flows[level - 1].map((row) => row[b]))],
    );
  for (let level = at - 1; level >= 0; level--)
    of[level] = flows[level].map((row) => of[level + 1][argMax(row)]);
  return ({ level, cluster }: TreeCluster) => of[level][cluster];
}

function groupsOf(
  clusters: readonly TreeCluster[],
  segmentOf: (cluster: TreeCluster) => number,
): [segment: number, own: TreeCluster[]][] {
  const groups = new Map<number, TreeCluster[]>();
  for (const cluster of clusters)
    groups.set(segmentOf(cluster), [...(groups.get(segmentOf(cluster)) ?? []), cluster]);
  return Array.from(groups).sort(([a], [b]) => a - b);
}

/** Marks by area: all customers would have this diameter, in pixels. */
const WHOLE = 58;
/** Lines by width. */
const WIDEST = 26;
const LEAST = 9;

function clusterMarks(clusters: readonly TreeCluster[], name: string, segment: number, all: number): Data {
  const shares = clusters.map(({ size }) => size / all);
  return {
    type: 'scatter',
    mode: 'text+markers',
    name,
    x: clusters.map(({ x }) => x),
    y: clusters.map(({ k }) => -k),
    text: shares.map((share) => formatShare(share)),
    textposition: 'middle right',
    textfont: { size: 11, color: INK },
    marker: {
      color: segmentColor(segment),
      symbol: segmentSymbol(segment),
      size: shares.map((share) => Math.max(LEAST, WHOLE * Math.sqrt(share))),
      line: { color: '#FFFFFF', width: 1.5 },
      opacity: 1,
    } as object,
    cliponaxis: false,
    hovertext: clusters.map(
      ({ k, size }, i) => `k = ${k}: ${plural(size, 'customer')} (${formatShare(shares[i])})`,
    ),
    hovertemplate: `${name}<br>%{hovertext}<extra></extra>`,
  } as Data;
}

function flowLine({ from, to, count }: TreeFlow, segment: number, all: number): Data {
  const said = `${plural(count, 'customer')}: ${formatShare(count / from.size)} of the one at k = ${from.k}, ${formatShare(count / to.size)} of the one at k = ${to.k}`;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const bent = (t: number) => t * t * (3 - 2 * t);
  return {
    type: 'scatter',
    mode: 'lines',
    showlegend: false,
    x: steps.map((t) => roundDecimals(from.x + (to.x - from.x) * bent(t), 4)),
    y: steps.map((t) => -from.k - t),
    line: {
      color: segmentColor(segment),
      width: Math.max(1, roundDecimals((WIDEST * count) / all, 1)),
      shape: 'spline',
    },
    opacity: 0.45,
    text: steps.map(() => said),
    hovertemplate: '%{text}<extra></extra>',
  } as Data;
}

function chosenBand(chosen: number): Partial<Shape> {
  return {
    type: 'rect',
    xref: 'paper',
    x0: 0,
    x1: 1,
    y0: -chosen - 0.4,
    y1: -chosen + 0.4,
    fillcolor: MUTED,
    opacity: 0.15,
    line: { width: 0 },
    layer: 'below',
  };
}

function chosenNote(chosen: number): Partial<Annotations> {
  return {
    text: 'taken',
    xref: 'paper',
    x: 1,
    xanchor: 'right',
    y: -chosen + 0.4,
    yanchor: 'top',
    showarrow: false,
    font: { size: 11, color: INK },
  };
}

/** So much of a segment must go along together for it to stay. */
const STAYS = 0.8;
/** So much of one must come from a segment for it to be a part of that. */
const PART = 0.6;

/** What one segment more does; at the largest k, what the last one did. */
function finding({ levels, flows }: KTree, chosen: number, names: Names): string {
  const at = levels.findIndex(({ k }) => k === chosen);
  const level = Math.min(at, levels.length - 2);
  const [from, to] = [levels[level], levels[level + 1]];
  const parents = from.sizes.map((size, a) => ({
    name: level === at ? nameOf(names, a) : `a segment of ${shareOf(size, from.sizes)}`,
    stays: flows[level][a].some((count, b) => count >= STAYS * Math.max(size, to.sizes[b])),
    splits: flows[level][a].filter((count, b) => count >= PART * to.sizes[b]).length > 1,
  }));
  const step = `Going from ${from.k} to ${to.k}`;
  const moving = parents.filter(({ stays }) => !stays);
  const stay = parents.length - moving.length;
  if (moving.length === 1 && moving[0].splits)
    return `${step} splits ${moving[0].name}${stay > 0 ? (stay === 1 ? '; the other stays' : '; the others stay') : ''}`;
  if (moving.length === 0) return `${step} adds a small segment; the others stay`;
  if (moving.length <= 3 && stay > 0) {
    const staying = stay === 1 ? 'the other stays' : `the other ${stay} stay`;
    return `${step} redraws ${formatList(moving.map(({ name }) => name))}; ${staying}`;
  }
  return stay === 0
    ? `${step} redraws every border: no segment stays as it is`
    : `${step} redraws borders: ${countPhrase(stay, 'segment')} of ${parents.length} ${stay === 1 ? 'stays' : 'stay'}`;
}

function nameOf({ segments, name }: Names, cluster: number): string {
  return name(segments[cluster]);
}

function shareOf(size: number, sizes: readonly number[]): string {
  return formatShare(size / sizes.reduce((sum, one) => sum + one, 0));
}

/** Which number is recommended, if another than the one taken, and which natural number is next. */
function nextWords({ structure, recommendation }: DrawnChoice, chosen: number): string {
  if (structure.verdict === 'none') return 'No number of segments gives natural groups.';
  const { k, otherKs = [] } = recommendation;
  const [next] = otherKs;
  const recommended = k === chosen ? '' : `${k} segments are recommended. `;
  return next === undefined
    ? `${recommended}No number of segments but ${k} gives natural groups.`
    : `${recommended}The next natural number of segments is ${next}.`;
}
