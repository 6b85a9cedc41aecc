import type { AgglomerativeModel } from '../../cluster/hierarchy/agglomerative';
import { LINKAGES, type Linkage } from '../../cluster/hierarchy/linkages';
import type { Clusterer } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { choice, either, literal, object } from '../../core/schema';
import type { MakeClusterer } from '../../evaluate/chooseK/fitEachK';
import { type Centers, centersRule } from '../rules/centers';
import {
  flawOfRows,
  type LabeledRowsKept,
  labeledRowsProperties,
  rowsFromJSON,
  rowsToJSON,
} from '../rules/labeledRows';
import type { Rule } from '../rules/rule';
import { defineAlgorithm, type FoundSegments } from './algorithm';

const TITLES: Record<Linkage, string> = {
  ward: 'Ward',
  complete: 'Complete',
  average: 'Average',
  single: 'Single',
};

/** Building a tree costs the square of the rows, and choosing k builds some forty. */
const TREE_SAMPLE = 2000;

/** Every linkage without centers. */
const OTHERS = LINKAGES.filter((linkage): linkage is LinkageOfRows => linkage !== 'ward');
type LinkageOfRows = Exclude<Linkage, 'ward'>;

/** Customers, and how near two groups are. */
export interface JoinedRows extends LabeledRowsKept {
  linkage: LinkageOfRows;
}

/** What of the distances to a segment's customers says how near it is. */
const TAKEN = { complete: 'greatest', average: 'mean', single: 'least' } as const;

/** By the nearest center for 'ward'; else by the segment that a customer would be joined to first. */
const rule: Rule<Centers | JoinedRows> = {
  schema: either([
    centersRule.schema,
    object(
      { linkage: either(OTHERS.map((linkage) => literal(linkage))), ...labeledRowsProperties },
      { additionalProperties: false },
    ),
  ]),
  flaw: (kept, expected) =>
    'centers' in kept ? centersRule.flaw(kept, expected) : flawOfRows(kept, expected),
  read(kept, k) {
    if ('centers' in kept) return centersRule.read(kept, k);
    const { linkageDistances } =
      require('../../cluster/hierarchy/linkageDistances') as typeof import('../../cluster/hierarchy/linkageDistances');
    const fitted = rowsFromJSON(kept, k);
    return { nClusters: k, distances: (points) => linkageDistances(kept.linkage, fitted, points) };
  },
  toSql(kept, space) {
    if ('centers' in kept) return centersRule.toSql!(kept, space);
    const { linkage, rows, labels } = kept;
    return { fitted: { rows, labels, nClusters: space.nClusters }, take: TAKEN[linkage] };
  },
};

/** Hierarchical clustering from the bottom up. */
export const agglomerative = defineAlgorithm({
  name: 'agglomerative',
  title: 'Hierarchical',
  help: 'Groups within groups: the two nearest are merged again and again',
  options: object({
    /** For 'agglomerative': how near two groups are. Default 'ward'. */
    linkage: choice(TITLES, {
      title: 'Linkage',
      description: 'How agglomerative measures how near two groups are',
      default: 'ward',
    }),
  }),
  rule,
  takesCategories: false,

  fit({ space }, k, { linkage }, onProgress) {
    const clusterer = new (hierarchy().AgglomerativeClustering)({ nClusters: k, linkage });
    return segmentsOf(clusterer.fit(space, { onProgress }), space);
  },
  take: (model, { space }) => segmentsOf(model as AgglomerativeModel, space),
  sweep: ({ linkage }) => ({ clusterer: cutsOfOneTree(linkage), sampleSize: TREE_SAMPLE }),
  refit({ k }, { linkage }) {
    const { AgglomerativeClustering } = hierarchy();
    return {
      make: () => new AgglomerativeClustering({ nClusters: k, linkage }),
      byDensity: linkage === 'single',
    };
  },
  called: ({ linkage }) => called(linkage),
  rival: {
    name: called('ward'),
    clusterer(_space, k) {
      const { AgglomerativeClustering } = hierarchy();
      return new AgglomerativeClustering({ nClusters: k, linkage: 'ward' });
    },
  },
  describe: (_found, { linkage }) =>
    `Customers were grouped by agglomerative clustering: the two nearest groups are merged again and again (linkage: ${linkage}).`,
  storesCustomers: ({ linkage }) => linkage !== 'ward',
});

function segmentsOf(
  { labels, nClusters, centroids, linkage }: AgglomerativeModel,
  space: Matrix,
): FoundSegments<Centers | JoinedRows> {
  const rule =
    linkage === 'ward' ? { centers: centroids.toRows() } : { linkage, ...rowsToJSON(space, labels) };
  return { labels, k: nClusters, rule, inertia: null, found: {} };
}

function called(linkage: Linkage): string {
  return `hierarchical (${linkage})`;
}

/** One tree serves every k: it is built for the first and cut again for the others. */
function cutsOfOneTree(linkage: Linkage): MakeClusterer {
  const { AgglomerativeClustering } = hierarchy();
  const trees = new WeakMap<Matrix, AgglomerativeModel>();
  return (nClusters): Clusterer => ({
    fit: (X) => {
      const matrix = X as Matrix;
      const tree = trees.get(matrix) ?? new AgglomerativeClustering({ linkage }).fit(matrix);
      trees.set(matrix, tree);
      return cutModel(tree, matrix, nClusters);
    },
  });
}

function cutModel(tree: AgglomerativeModel, X: Matrix, nClusters: number): AgglomerativeModel {
  const { centroidsOf } =
    require('../../cluster/shared/centroidsOf') as typeof import('../../cluster/shared/centroidsOf');
  const { linkage, linkageMatrix } = tree;
  const labels = tree.cut({ nClusters });
  const centroids = centroidsOf(X, labels, nClusters);
  return new (hierarchy().AgglomerativeModel)({ linkage, linkageMatrix, labels, centroids, fittedRows: X });
}

function hierarchy() {
  return require('../../cluster/hierarchy/agglomerative') as typeof import('../../cluster/hierarchy/agglomerative');
}
