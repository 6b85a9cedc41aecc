import { AgglomerativeClustering } from '../cluster/agglomerative';
import { DBSCAN } from '../cluster/dbscan';
import { KMeans } from '../cluster/kMeans';
import { InputError } from '../core/errors';
import type { Clusterer } from '../core/estimator';
import type { Matrix } from '../core/matrix';
import { checkKnown } from '../core/options';
import { chooseK } from '../evaluate/chooseK';
import { type ClusteringComparison, compareClusterings } from '../evaluate/compareClusterings';
import { kDistances } from '../evaluate/kDistances';
import type { OnProgress } from '../evaluate/progress';
import { type CustomerTable, customerColumns } from '../profile/customerTable';
import { sampleOf } from './judgeSegments';
import type { Prediction } from './prediction';
import { prepareCustomers } from './prepareCustomers';
import type { SegmentationFacts, TrainingCustomers } from './segmentationResult';
import { mendNumbers } from './suggestColumns';

/** Options of `SegmentationModel.compare`. */
export interface CompareAlgorithmsOptions {
  /** The customers to compare on. Default those of the fit; a loaded model has none, and needs them. */
  table?: CustomerTable;
  /** Told of each reference data set and each resample. */
  onProgress?: OnProgress;
}

/** What is needed of a model. */
interface Model extends Pick<SegmentationFacts, 'options' | 'columns' | 'k' | 'algorithm' | 'eps'> {
  predict(table: CustomerTable): Prediction;
}

/** Customers in the space they are compared in, and the model's segments of them. */
interface Compared {
  space: Matrix;
  labels: Int32Array;
}

/** Hierarchies cost the square of the rows, and silhouettes too. */
const MOST_ROWS = 5000;

/** See `SegmentationModel.compare`. */
export function compareAlgorithms(
  model: Model,
  training: TrainingCustomers | null,
  options: CompareAlgorithmsOptions = {},
): ClusteringComparison {
  checkKnown('compare', options, ['table', 'onProgress']);
  const { seed } = model.options;
  const all = options.table ? placed(model, options.table) : training;
  if (!all) {
    throw new InputError('this model was loaded, and holds no customers to compare on; give them as `table`');
  }
  const rows = sampleOf(all.space.rows, MOST_ROWS, seed);
  const space = rows ? all.space.takeRows(rows) : all.space;
  const own = rows ? rows.map((row) => all.labels[row]) : all.labels;
  const others = clusterersFor(model, space, options);
  const fitted = Object.entries(others).map(([name, clusterer]): [string, ArrayLike<number>] => [
    name,
    name === nameOf(model) ? own : clusterer.fit(space).labels,
  ]);
  const clusterings = {
    ...(nameOf(model) in others ? {} : { [nameOf(model)]: own }),
    ...Object.fromEntries(fitted),
  };
  return compareClusterings(space, clusterings, { clusterers: others, seed, onProgress: options.onProgress });
}

/** k-means, Ward's hierarchy (as many segments as the model, or as `chooseK` says where it has less than two), DBSCAN. */
function clusterersFor(
  model: Model,
  space: Matrix,
  { onProgress }: CompareAlgorithmsOptions,
): Record<string, Clusterer> {
  const { seed, minSamples } = model.options;
  const nClusters = model.k >= 2 ? model.k : chooseK(space, { seed, onProgress }).recommendation.k;
  const eps = model.eps ?? kDistances(space, { minSamples: Math.max(2, minSamples) }).suggestedEps;
  return {
    [NAMES.kmeans]: new KMeans({ nClusters, seed }),
    [WARD]: new AgglomerativeClustering({ nClusters }),
    [NAMES.dbscan]: new DBSCAN({ eps, minSamples }),
  };
}

const NAMES = { kmeans: 'k-means', kprototypes: 'k-prototypes', dbscan: 'DBSCAN' } as const;
const WARD = 'hierarchical (ward)';

function nameOf({ algorithm, options }: Model): string {
  return algorithm === 'agglomerative' ? `hierarchical (${options.linkage})` : NAMES[algorithm];
}

/** Other customers, scaled for themselves, with the model's segments of those it can score. */
function placed(model: Model, table: CustomerTable): Compared {
  const columns = model.columns.map(({ name }) => name);
  const options = { ...model.options, columns, id: null, value: null, labels: {}, units: {} };
  const { labels, names } = model.predict(table);
  const { kept, judged } = prepareCustomers(mendNumbers(customerColumns(table)), options);
  const scored = Int32Array.from(kept.rows.keys()).filter((at) => names[kept.rows[at]] !== null);
  return { space: judged.takeRows(scored), labels: scored.map((at) => labels[kept.rows[at]]) };
}
