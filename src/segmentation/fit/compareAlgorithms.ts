import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { InputError } from '../../core/errors';
import type { Clusterer, ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS, type OnProgress } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, object, optional, thing } from '../../core/schema';
import { chooseK } from '../../evaluate/chooseK/chooseK';
import { type ClusteringComparison, compareClusterings } from '../../evaluate/compare/compareClusterings';
import type { CustomerTable } from '../../table/typedTable';
import { ALGORITHM_NAMES, algorithmOf } from '../algorithms';
import { readAs, readCustomerTable } from '../columns/readCustomerTable';
import type { Prediction } from '../score/prediction';
import { prepareCustomers } from './prepareCustomers';
import { sampleOf } from './sampleOf';
import type { SegmentationFacts, TrainingCustomers } from './segmentationResult';

/** What the options may be. */
const COMPARE_ALGORITHMS_OPTIONS = object({
  /** The customers to compare on. Default those of the fit; a loaded model has none, and needs them. */
  table: optional(thing<CustomerTable>('object', { expects: 'a table of customers' })),
  /** Told of each reference data set and each resample. */
  onProgress: ON_PROGRESS,
});

/** Options of `SegmentationModel.compare`. */
export interface CompareAlgorithmsOptions extends Given<typeof COMPARE_ALGORITHMS_OPTIONS> {}

/** What is needed of a model. */
interface Model extends Pick<SegmentationFacts, 'options' | 'columns' | 'k' | 'algorithm' | 'found'> {
  predict(table: CustomerTable): Prediction;
}

/** Customers in the space they are compared in, and the model's segments of them. */
interface Compared {
  space: Matrix;
  labels: Int32Array;
  /** Columns of `space` that stand for one category. */
  columnGroups: number[][];
}

/** Hierarchies cost the square of the rows, and silhouettes too. */
const MAX_ROWS = 5000;

/** See `SegmentationModel.compare`. */
export function compareAlgorithms(
  model: Model,
  training: TrainingCustomers | null,
  options: CompareAlgorithmsOptions = {},
): ClusteringComparison {
  const { table, onProgress } = resolveOptions('compare', COMPARE_ALGORITHMS_OPTIONS, options);
  const { seed } = model.options;
  const all: Compared | null = table ? placed(model, table) : training;
  if (!all) {
    throw new InputError('unavailable', 'this model was loaded, and holds no customers to compare on', {
      remedy: phrase`give them as ${{ option: 'table' }}`,
    });
  }
  const compared = sampled(all, seed);
  const { space, labels, columnGroups } = compared;
  const own = algorithmOf(model.algorithm).called(model.options);
  const clusterers = Object.fromEntries(
    Object.entries(clusterersFor(model, compared, onProgress)).map(([name, one]) => [
      name,
      fittedOnce(one, space),
    ]),
  );
  const fitted = Object.entries(clusterers).filter(([name]) => name !== own);
  const clusterings = Object.fromEntries(
    fitted.map(([name, clusterer]) => [name, clusterer.fit(space).labels]),
  );
  const inOrder = own in clusterers ? Object.keys(clusterers) : [own, ...Object.keys(clusterers)];
  return compareClusterings(
    space,
    Object.fromEntries(inOrder.map((name) => [name, name === own ? labels : clusterings[name]])),
    { clusterers, columnGroups, seed, onProgress },
  );
}

function sampled(all: Compared, seed: number): Compared {
  const rows = sampleOf(all.space.rows, MAX_ROWS, seed);
  if (!rows) return all;
  return { ...all, space: all.space.selectRows(rows), labels: rows.map((row) => all.labels[row]) };
}

/** The same clusterer, which fits `space` only once: for its labels, and as what resamples are compared with. */
function fittedOnce(clusterer: Clusterer, space: Matrix): Clusterer {
  let model: ClusterModel | undefined;
  return {
    fit: (X) => {
      if (X !== space) return clusterer.fit(X);
      model ??= clusterer.fit(space);
      return model;
    },
  };
}

/** The rivals of every model, with as many segments as it has, or as `chooseK` says where it has less than two. */
function clusterersFor(
  model: Model,
  { space, columnGroups }: Compared,
  onProgress: OnProgress | undefined,
): Record<string, Clusterer> {
  const { seed } = model.options;
  const few = countDistinctRows(space, 3) < 3;
  const chosen = () => (few ? 2 : chooseK(space, { seed, columnGroups, onProgress }).recommendation.k);
  const k = model.k >= 2 ? model.k : chosen();
  const rivals = ALGORITHM_NAMES.flatMap((name) => {
    const { rival } = algorithmOf(name);
    const found = name === model.algorithm ? model.found : {};
    const clusterer = rival?.clusterer(space, k, model.options, found);
    return rival && clusterer ? [[rival.name, clusterer] as const] : [];
  });
  return { ...ownClusterer(model, space.rows), ...Object.fromEntries(rivals) };
}

/** What clusters resamples as the model clustered, where it is no rival's equal; categories as codes have none. */
function ownClusterer(
  { algorithm: name, k, found, options }: Model,
  rows: number,
): Record<string, Clusterer> {
  const algorithm = algorithmOf(name);
  const own = algorithm.called(options);
  if (own === algorithm.rival?.name || algorithm.takesCategories || k < 2) return {};
  return { [own]: algorithm.refit({ k, found, rows }, options).make(options.seed) };
}

/** Other customers, scaled for themselves, with the model's segments of those it can score. */
function placed(model: Model, table: CustomerTable): Compared {
  const columns = model.columns.map(({ name }) => name);
  const options = { ...model.options, columns, id: null, value: null, labels: {}, units: {} };
  const { labels, names } = model.predict(table);
  const { kept, judged, columnGroups } = prepareCustomers(readAs(readCustomerTable(table), options), options);
  const scored = Int32Array.from(kept.rows.keys()).filter((at) => names[kept.rows[at]] !== null);
  return {
    space: judged.selectRows(scored),
    labels: scored.map((at) => labels[kept.rows[at]]),
    columnGroups,
  };
}
