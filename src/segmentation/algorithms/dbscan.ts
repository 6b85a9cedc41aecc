import { InputError } from '../../core/errors';
import { formatNumber, formatShare, plural } from '../../core/format';
import type { Matrix } from '../../core/matrix';
import { either, integer, literal, number, object } from '../../core/schema';
import {
  flawOfRows,
  type LabeledRowsKept,
  labeledRowsProperties,
  rowsFromJSON,
  rowsToJSON,
} from '../rules/labeledRows';
import type { Rule } from '../rules/rule';
import { defineAlgorithm } from './algorithm';

/** Density shrinks with every row left out, so that DBSCAN is judged on more of them than the others' 1,000. */
const DENSITY_ROWS = 3000;

/** Core customers, and how near neighbors are. */
export interface Cores extends LabeledRowsKept {
  eps: number;
}

/** By the nearest core; noise where none is within `eps`. */
const rule: Rule<Cores> = {
  schema: object({ eps: number(), ...labeledRowsProperties }, { additionalProperties: false }),
  flaw: flawOfRows,
  read(kept, k) {
    const { coreDistances } =
      require('../../cluster/density/coreDistances') as typeof import('../../cluster/density/coreDistances');
    return { nClusters: k, reach: kept.eps, distances: coreDistances(rowsFromJSON(kept, k)) };
  },
  toSql: ({ eps, rows, labels }, { nClusters }) => ({
    fitted: { rows, labels, nClusters },
    take: 'least',
    reach: eps,
  }),
};

/** Density-based clustering. */
export const dbscan = defineAlgorithm({
  name: 'dbscan',
  title: 'DBSCAN',
  help: 'Dense regions of any shape; it finds their number, and customers who lie in none',
  options: object({
    /** For 'dbscan': how near neighbors are, on the scaled columns. Default 'auto': as `kDistances` suggests. */
    eps: either([literal('auto'), number({ exclusiveMinimum: 0 })], {
      title: 'Distance to neighbors (eps)',
      description:
        'How near dbscan’s neighbors are, on the scaled columns; auto: where dense regions stay apart, or the knee of the k-distances',
      default: 'auto',
      page: {
        schema: either([literal('auto'), number({ exclusiveMinimum: 0, maximum: 1e9 })]),
        slider: { from: 0.05, to: 3, step: 0.01 },
      },
    }),
    /**
     * For 'dbscan': customers within `eps`, itself included, that make a core; for 'hdbscan': how many, itself included, its
     * density is measured by. Default 5.
     */
    minSamples: integer({
      title: 'Neighbors that make a core',
      description:
        'Customers within eps, itself included, that make a core of dbscan; hdbscan measures density by as many',
      minimum: 1,
      default: 5,
      page: { schema: integer({ minimum: 1, maximum: 10_000 }), slider: { from: 2, to: 50 } },
    }),
  }),
  rule,
  takesCategories: false,
  findsK: {
    by: 'eps',
    reason: 'The number of segments follows from the density; it was not chosen.',
  },
  noise: 'Who is far from every dense region is answered as noise.',

  fit({ space }, _k, options, onProgress) {
    const { minSamples } = options;
    const { eps, identical } =
      options.eps === 'auto' ? suggested(space, minSamples) : { eps: options.eps, identical: 0 };
    const { labels, nClusters, coreSamples, coreLabels } = new (clusterer())({ eps, minSamples }).fit(space, {
      onProgress,
    });
    return {
      labels,
      k: nClusters,
      rule: { eps, ...rowsToJSON(coreSamples, coreLabels) },
      inertia: null,
      found: { eps, ...(identical > 0 && { identical }) },
    };
  },
  refit({ found: { eps }, rows }, { minSamples }) {
    const DBSCAN = clusterer();
    const share = Math.min(1, DENSITY_ROWS / rows);
    const fewer = Math.max(2, Math.round(minSamples * share));
    return {
      make: () => new DBSCAN({ eps, minSamples: Math.min(minSamples, fewer) }),
      byDensity: true,
      sampleSize: DENSITY_ROWS,
      resampledRows: DENSITY_ROWS,
    };
  },
  called: () => 'DBSCAN',
  rival: {
    name: 'DBSCAN',
    clusterer(space, _k, { minSamples }, found) {
      const eps = found.eps ?? suggestedEpsIfAny(space, minSamples);
      return eps === undefined ? undefined : new (clusterer())({ eps, minSamples });
    },
  },
  describe({ eps }, options) {
    const found = options.eps === 'auto' ? ', read off the distances to the neighbors' : '';
    const radius = `a radius of ${formatNumber(eps)}${found}`;
    return `Customers were grouped by DBSCAN: segments are dense regions, with at least ${options.minSamples} customers within ${radius}; who lies in none is noise.`;
  },
  warnings({ eps, identical }, labels) {
    const noise = labels.filter((label) => label < 0).length;
    return [
      `Neighbors are customers within ${formatNumber(eps)} of each other on the scaled columns.`,
      ...(identical
        ? [
            `${plural(identical, 'customer')} (${formatShare(identical / labels.length)}) have as many others exactly like them as make a core, so that their neighbors lie at distance 0. The distance (eps) was chosen by the other customers alone and is shaky: try others.`,
          ]
        : []),
      noiseNote(noise, labels.length),
    ];
  },
  storesCustomers: () => true,
});

/** How many customers are in no segment, in a sentence. */
export function noiseNote(noise: number, customers: number): string {
  if (noise === 0) return 'Nobody is noise: every customer belongs to a segment.';
  const share = formatShare(noise / customers);
  return noise === 1
    ? `1 customer (${share}) is noise: it belongs to no segment, and the silhouette leaves it out.`
    : `${plural(noise, 'customer')} (${share}) are noise: they belong to no segment, and the silhouette leaves them out.`;
}

/** With the customers who have enough others exactly like them, where these are many. */
function suggested(space: Matrix, minSamples: number): { eps: number; identical: number } {
  const { kDistances, MANY_COPIES } =
    require('../../evaluate/kDistances') as typeof import('../../evaluate/kDistances');
  const { suggestedEps, identical } = kDistances(space, { minSamples: Math.max(2, minSamples) });
  return { eps: suggestedEps, identical: identical >= MANY_COPIES * space.rows ? identical : 0 };
}

/** None where customers are so alike that no distance tells dense places from others. */
function suggestedEpsIfAny(space: Matrix, minSamples: number): number | undefined {
  try {
    return suggested(space, minSamples).eps;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function clusterer() {
  const { DBSCAN } = require('../../cluster/density/dbscan') as typeof import('../../cluster/density/dbscan');
  return DBSCAN;
}
