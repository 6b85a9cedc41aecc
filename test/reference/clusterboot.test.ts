import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DBSCAN } from '../../src/cluster/density/dbscan';
import { AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { KMeans } from '../../src/cluster/kmeans/kMeans';
import { GaussianMixture } from '../../src/cluster/mixture/gaussianMixture';
import type { Clusterer } from '../../src/core/estimator';
import { Matrix } from '../../src/core/matrix';
import { toNumericMatrix } from '../../src/datasets/frame/columns';
import { matchClusters } from '../../src/evaluate/stability/matchClusters';
import { stability } from '../../src/evaluate/stability/stability';
import { dropMissing } from '../../src/preprocess/clean/missing';
import { StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { Segmentation } from '../../src/segmentation/segmentation';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { reference } from './reference';

/** Stabilities as R's `fpc::clusterboot` works them out, by scikit-learn's clusterings: see scripts/reference/clusterboot.py. */
interface Clusterboot {
  labels: number[];
  jaccard: number[];
  /** Standard deviation over resamples. */
  spread: number[];
}
const answers: {
  clusterings: (Clusterboot & { clusterer: 'kMeans' | 'ward' | 'mixture'; table: string; k: number })[];
  dbscan: Clusterboot & { X: number[][]; eps: number; minSamples: number };
} = JSON.parse(readFileSync(join(__dirname, 'clusterboot.json'), 'utf8'));

/** Resamples that the reference was averaged over. */
const THEIR_RESAMPLES = 300;
/** The means agree to this where resamples are alike; where they are not, to what chance allows two such means. */
const TOLERANCE = 0.03;

const CLUSTERERS = {
  kMeans: (k: number): Clusterer => new KMeans({ nClusters: k, nInit: 10 }),
  ward: (k: number): Clusterer => new AgglomerativeClustering({ nClusters: k, linkage: 'ward' }),
  mixture: (k: number): Clusterer => new GaussianMixture({ nClusters: k, nInit: 3 }),
};

function tableOf(name: string): Matrix {
  if (name !== 'campaign') return Matrix.fromRows(reference.tables[name as 'uniform'].X);
  const { columns } = reference.campaign;
  const { data } = dropMissing(sampleFrame('marketing-campaign'), { columns });
  const X = toNumericMatrix(data, columns);
  return new StandardScaler().fit(X).transform(X);
}

/** Of their clusters, by our resamples. */
function ours(
  X: Matrix,
  { labels, jaccard }: Clusterboot,
  clusterer: Clusterer,
  resamples = 100,
): Float64Array {
  const known = Int32Array.from(labels);
  const theirs: Clusterer = {
    fit: (rows) => {
      const model = clusterer.fit(rows);
      if (model.labels.length < known.length) return model;
      const predict = () => known; // of all rows; stability of single clusters does not look at it
      return Object.assign(Object.create(model), { labels: known, nClusters: jaccard.length, predict });
    },
  };
  return stability(X, theirs, { resamples }).jaccard;
}

function compare(found: ArrayLike<number>, { jaccard, spread }: Clusterboot, resamples = 100): void {
  jaccard.forEach((expected, cluster) => {
    const chance = spread[cluster] * Math.sqrt(1 / resamples + 1 / THEIR_RESAMPLES);
    expect(Math.abs(found[cluster] - expected)).toBeLessThan(Math.max(TOLERANCE, 2.5 * chance));
  });
}

test.each(answers.clusterings.map((answer) => [answer.clusterer, answer.k, answer.table, answer] as const))(
  '%s of %d clusters on %s',
  (clusterer, k, table, answer) => {
    const X = tableOf(table);
    compare(ours(X, answer, CLUSTERERS[clusterer](k)), answer);
  },
);

test('DBSCAN, whose noise is no cluster', () => {
  const { X, eps, minSamples } = answers.dbscan;
  compare(ours(Matrix.fromRows(X), answers.dbscan, new DBSCAN({ eps, minSamples })), answers.dbscan);
});

const FOUND_ALIKE = answers.clusterings.filter(
  ({ clusterer, table }) => clusterer === 'kMeans' && table !== 'uniform', // there the two find other segments
);

test.each(FOUND_ALIKE.map((answer) => [answer.k, answer.table, answer] as const))(
  'a segmentation of %d segments on %s',
  (k, table, answer) => {
    const X = tableOf(table);
    const columns = Array.from({ length: X.cols }, (_, j): [string, number[]] => [
      `c${j}`,
      Array.from(X.column(j)),
    ]);
    const model = new Segmentation({ k, scale: 'none', columns: columns.map(([name]) => name) }).fit(
      Object.fromEntries(columns),
    );
    const { counterpart, jaccard: alike } = matchClusters(Int32Array.from(answer.labels), k, model.labels!);
    expect(Math.min(...alike)).toBeGreaterThan(0.95);
    compare(
      Array.from(counterpart, (segment) => model.stability!.jaccard[segment]),
      answer,
    );
  },
);
