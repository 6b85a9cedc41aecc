import { formatShare, plural } from '../../core/format';
import { Matrix } from '../../core/matrix';
import {
  boolean,
  choice,
  either,
  integer,
  list,
  literal,
  number,
  object,
  type Static,
} from '../../core/schema';
import { flawOfRows, labeledRowsProperties } from '../rules/labeledRows';
import type { Rule } from '../rules/rule';
import { defineAlgorithm } from './algorithm';
import { dbscan, noiseNote } from './dbscan';

/** What a model file keeps of customers: so many values, so that it stays small and places new customers fast. */
const MAX_VALUES = 24_000;
/** Of a segment, at least so many customers, where it has them. */
const MIN_KEPT = 10;
/** The share of the customers that makes a segment, and at least so many. */
const SEGMENT_SHARE = 0.02;
const MIN_SEGMENT = 5;
/** Density shrinks with every row left out, so that HDBSCAN is judged on more of them than the others' 1,000. */
const DENSITY_ROWS = 2000;

const schema = object(
  {
    ...labeledRowsProperties,
    coreSquares: list(number({ minimum: 0 })),
    reaches: list(number({ exclusiveMinimum: 0 })),
    densest: list(number({ exclusiveMinimum: 0 })),
    neighbors: integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

/** Customers, how dense it is where they are, and how far each segment reaches. */
export type DensePlaces = Static<typeof schema>;

/** By the nearest customer by mutual reachability; noise where that is noise, or beyond its segment's reach. */
const rule: Rule<DensePlaces> = {
  schema,
  flaw(kept, { k, width }) {
    const { rows, labels, coreSquares } = kept;
    if (rows.length === 0) return '/rows must have at least one row';
    if (coreSquares.length !== rows.length) return '/coreSquares must have one number for each row';
    for (const name of ['reaches', 'densest'] as const)
      if (kept[name].length !== k) return `/${name} must have one for each of the ${k} segments`;
    const placed = labels.filter((label) => label >= 0);
    const flaw = flawOfRows({ rows: rows.slice(0, placed.length), labels: placed }, { k, width });
    return (
      flaw ??
      (rows.every((row) => row.length === width) && labels.length === rows.length
        ? undefined
        : `/rows must have ${width} columns, and a label each`)
    );
  },
  read({ rows, labels, coreSquares, reaches, densest, neighbors }, nClusters) {
    const { ReachableClusters } =
      require('../../cluster/density/reachableClusters') as typeof import('../../cluster/density/reachableClusters');
    const clusters = new ReachableClusters({
      rows: Matrix.fromRows(rows),
      labels: Int32Array.from(labels),
      coreSquares: Float64Array.from(coreSquares),
      nClusters,
      reaches: Float64Array.from(reaches),
      densest: Float64Array.from(densest),
      minSamples: neighbors,
    });
    return {
      nClusters,
      reach: 1,
      distances: (points) => clusters.distances(points),
      place(points) {
        const { memberships: membership, ...placed } = clusters.place(points);
        return { ...placed, membership };
      },
    };
  },
};

/** Density-based clustering for every distance at once. */
export const hdbscan = defineAlgorithm({
  name: 'hdbscan',
  title: 'HDBSCAN',
  help: 'Dense regions of any shape and density; it finds their number, and customers who lie in none',
  options: object({
    /** For 'hdbscan': the fewest customers of a segment. Default 'auto': a fiftieth of the customers, at least 5. */
    minClusterSize: either([literal('auto'), integer({ minimum: 2 })], {
      title: 'Smallest segment',
      description: 'The fewest customers that hdbscan calls a segment; auto: 2% of them, at least 5',
      default: 'auto',
      page: {
        schema: either([literal('auto'), integer({ minimum: 2, maximum: 1_000_000 })]),
        slider: { from: 2, to: 200 },
      },
    }),
    minSamples: dbscan.options.properties.minSamples,
    /** For 'hdbscan': 'eom', the segments that last over most densities; 'leaf', the last of every branch. Default 'eom'. */
    clusterSelection: choice(
      { eom: 'Most lasting', leaf: 'Finest' },
      {
        title: 'Choice of segments',
        description: 'Which segments hdbscan chooses: eom, the most lasting; leaf, the finest',
        default: 'eom',
        page: {},
      },
    ),
    /** For 'hdbscan': segments that divide at a shorter distance, on the scaled columns, stay together. Default 0. */
    clusterSelectionEpsilon: number({
      title: 'Do not divide below',
      description: 'A distance on the scaled columns below which hdbscan divides no segment',
      minimum: 0,
      default: 0,
      page: { schema: number({ minimum: 0, maximum: 1e9 }), slider: { from: 0, to: 3, step: 0.05 } },
    }),
    /** For 'hdbscan': whether all customers may be one segment. Default false. */
    allowSingleCluster: boolean({
      title: 'One segment is allowed',
      description: 'Whether hdbscan may find a single segment',
      default: false,
      page: {},
    }),
  }),
  rule,
  takesCategories: false,
  findsK: {
    by: 'minClusterSize',
    reason: 'The number of segments follows from the density; it was not chosen.',
  },
  noise: 'Who is far from every dense region is answered as noise.',

  fit({ space }, _k, options, onProgress) {
    const minClusterSize = smallestSegment(space.rows, options.minClusterSize);
    const { labels, nClusters, coreSquares, reaches, densest, minSamples } = new (clusterer())({
      ...own(options),
      minClusterSize,
    }).fit(space, { onProgress });
    const { kept, share } = evenSample(labels, nClusters, Math.max(1, Math.floor(MAX_VALUES / space.cols)));
    return {
      labels,
      k: nClusters,
      rule: {
        rows: space.selectRows(kept).toRows(),
        labels: Array.from(kept, (row) => labels[row]),
        coreSquares: Array.from(kept, (row) => coreSquares[row]),
        reaches: Array.from(reaches),
        densest: Array.from(densest),
        neighbors: Math.max(1, Math.round(minSamples * share)),
      },
      inertia: null,
      found: { minClusterSize, ...(share < 1 && { kept: kept.length }) },
    };
  },
  refit({ found: { minClusterSize }, rows }, options) {
    const HDBSCAN = clusterer();
    const fewer = Math.max(2, Math.round(minClusterSize * Math.min(1, DENSITY_ROWS / rows)));
    return {
      make: () => new HDBSCAN({ ...own(options), minClusterSize: Math.min(minClusterSize, fewer) }),
      byDensity: true,
      sampleSize: DENSITY_ROWS,
    };
  },
  called: () => 'HDBSCAN',
  rival: {
    name: 'HDBSCAN',
    clusterer(space, _k, options) {
      if (space.rows < options.minSamples) return undefined;
      const minClusterSize = smallestSegment(space.rows, options.minClusterSize);
      return new (clusterer())({ ...own(options), minClusterSize });
    },
  },
  describe: ({ minClusterSize }, { minSamples }) =>
    `Customers were grouped by HDBSCAN: segments are dense regions, each of at least ${minClusterSize} customers, that stay in one piece over the widest range of densities (measured by ${minSamples} neighbors); who lies in none is noise.`,
  warnings({ minClusterSize, kept }, labels) {
    const noise = labels.filter((label) => label < 0).length;
    return [
      `A segment has at least ${plural(minClusterSize, 'customer')}.`,
      ...(kept === undefined
        ? []
        : [
            `New customers are compared with ${plural(kept, 'customer')} (${formatShare(kept / labels.length)}): those on the edge of a segment may come out as noise.`,
          ]),
      noiseNote(noise, labels.length),
    ];
  },
  storesCustomers: () => true,
});

/** Its own options under the names of the clusterer. */
function own({
  minSamples,
  clusterSelection,
  clusterSelectionEpsilon,
  allowSingleCluster,
}: {
  minSamples: number;
  clusterSelection: 'eom' | 'leaf';
  clusterSelectionEpsilon: number;
  allowSingleCluster: boolean;
}) {
  return { minSamples, clusterSelection, clusterSelectionEpsilon, allowSingleCluster };
}

function smallestSegment(customers: number, asked: 'auto' | number): number {
  return asked === 'auto' ? Math.max(MIN_SEGMENT, Math.round(SEGMENT_SHARE * customers)) : asked;
}

/** Rows of every segment and of noise, the same share of each, evenly over their order; all where they are few. */
function evenSample(
  labels: Int32Array,
  nClusters: number,
  most: number,
): { kept: Int32Array; share: number } {
  const share = Math.min(1, most / labels.length);
  if (share === 1) return { kept: Int32Array.from(labels.keys()), share };
  const groups = Array.from({ length: nClusters + 1 }, (): number[] => []);
  for (let row = 0; row < labels.length; row++) groups[labels[row] + 1].push(row);
  const kept = groups.flatMap((rows) => {
    const count = Math.min(rows.length, Math.max(MIN_KEPT, Math.round(rows.length * share)));
    return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)]);
  });
  return { kept: Int32Array.from(kept).sort(), share };
}

function clusterer() {
  const { HDBSCAN } =
    require('../../cluster/density/hdbscan') as typeof import('../../cluster/density/hdbscan');
  return HDBSCAN;
}
