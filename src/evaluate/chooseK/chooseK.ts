import { defaultStarts } from '../../cluster/kmeans/defaultStarts';
import { InputError } from '../../core/errors';
import type { ClusterModel } from '../../core/estimator';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS } from '../../core/progress';
import { Random } from '../../core/random';
import { resolveOptions } from '../../core/resolveOptions';
import { array, type Given, integer, object, oneOf, optional } from '../../core/schema';
import type { PreferredKs } from '../indices/registry';
import { type ColumnGroups, checkColumnGroups } from '../structure/columnGroups';
import { clearerView, naturalKs } from '../structure/naturalK';
import { REFERENCES } from '../structure/reference';
import { judgeStructure, type LeftOut, type Structure } from '../structure/structure';
import { coreOf, type TableCore } from './coreOf';
import { type EvaluationPlan, evaluateKs, type KEvaluation } from './evaluateKs';
import { CLUSTERER_MAKER } from './fitEachK';
import { checkLargestK, mostClusters } from './kRange';
import { type KTree, kTreeOf } from './kTree';
import { numbersOf } from './numbersOf';
import { preferredKs } from './preferredKs';
import { type KRecommendation, recommendK } from './recommendK';

/** What the options may be. @internal */
export const CHOOSE_K_OPTIONS = object({
  /** The smallest k to choose from, at least 2. Default 2. */
  kMin: integer({ minimum: 2, default: 2 }),
  /** The largest. Default 10, less where the table has too few distinct rows. */
  kMax: optional(integer()),
  /** Starts of each k-means. Default that of `KMeans`; on reference data and resamples at most 3. */
  nInit: optional(integer({ minimum: 1 })),
  /** Data sets without clusters to compare with, at least 2. Default 20. */
  references: integer({ minimum: 2, default: 20 }),
  /**
   * How these are spread: as one cloud of the data's own shape ('copula', the default), evenly along principal axes
   * ('pca') or evenly column by column ('box').
   */
  reference: oneOf(REFERENCES, { default: 'copula' }),
  /**
   * Columns, by position, that say one thing together, such as the columns of 0 and 1 of one category: data without
   * clusters keep their values together. Default none.
   */
  columnGroups: array<ColumnGroups>({ default: [] }),
  /** Bootstrap resamples for the stability, at least 1. Default 20. */
  resamples: integer({ minimum: 1, default: 20 }),
  /** Larger tables are judged on a random sample of so many rows, at least 2. Default 5000. */
  sampleSize: integer({ minimum: 2, default: 5000 }),
  /** What to cluster with, e.g. `(nClusters) => new AgglomerativeClustering({ nClusters })`. Default k-means. */
  clusterer: optional(CLUSTERER_MAKER),
  /** The same seed gives the same answer. Default 0. */
  seed: integer({ default: 0 }),
  /** Told of each reference data set and each resample. */
  onProgress: ON_PROGRESS,
});

/** Options of `chooseK`. */
export interface ChooseKOptions extends Given<typeof CHOOSE_K_OPTIONS> {}

/** What `chooseK` found. */
export interface KChoice {
  /** One row for each k from kMin to kMax. */
  table: KEvaluation[];
  /** The k each index would take. */
  preferredBy: PreferredKs;
  /** The k to take, and why. */
  recommendation: KRecommendation;
  /** Whether there are natural groups at all: a k is recommended in any case. */
  structure: Structure;
  /** Rows the table rests on: all, or the sample of a larger table. */
  rowsJudged: number;
  /** How customers move as k grows, for `kTreePlot`. Absent in files of older versions. */
  tree?: KTree;
}

/** A choice, and the clusterings that it was made among. */
export interface KChoiceOfLabels {
  choice: KChoice;
  /** The clustering with the recommended k; null where only a sample of the rows was clustered. */
  model: ClusterModel | null;
  /** The rows judged, where they are a sample. */
  rows?: Int32Array;
  /** Of these rows, by k from the smallest. */
  labels: Int32Array[];
}

/** Data sets and resamples where a part of the table is judged again. */
const FEW = 12;

/**
 * How many segments? Clusters with every k, measures each by every index, and recommends the k whose
 * clusters are natural groups: their silhouette is above that in `references` data sets of one cloud of the same shape,
 * a valley lies between all of them (see `borderDensity`), and they reappear in resampled data. It says so when there is
 * nothing to find: the verdict `structure` is 'clear', 'weak' or 'none'.
 *
 * Rows far from all others, and columns that have nothing to do with those that fall into groups, hide groups: where the
 * table without them shows groups, k and verdict are those of that table, and `structure` names what was left out. So do
 * categories, whose levels are groups by themselves: where the numbers alone show groups better, they are judged. The
 * rows of `table` and the votes in `preferredBy` are of all rows and columns.
 *
 * Columns must be on comparable scales. Columns of few distinct values (0/1, counts, scores) keep them in the reference
 * data, which cannot know that several 0/1 columns stand for one category: say so by `columnGroups`.
 *
 * @param X n × d.
 * @throws InputError when options are out of range or the table has fewer than kMax + 1 distinct rows.
 * Cost: `references` + `resamples` sweeps of k-means and one pass over all distances; 2,212 × 3 takes some 3 s.
 * Source: Rousseeuw (1987); Kaufman & Rousseeuw (1990); Calinski & Harabasz (1974); Davies & Bouldin (1979);
 * Tibshirani et al. (2001); Satopää et al. (2011); Hennig (2007); Steinley (2004); Hartigan & Hartigan (1985).
 *
 * @example
 * const { recommendation, structure } = chooseK(X, { kMax: 8 });
 * recommendation.k;  // 4
 * structure.verdict; // 'clear'
 */
export function chooseK(X: MatrixLike, options: ChooseKOptions = {}): KChoice {
  return chooseAmongLabels(X, options).choice;
}

/** `chooseK` with the clusterings that were judged, which need not be fitted again. */
export function chooseAmongLabels(X: MatrixLike, options: ChooseKOptions = {}): KChoiceOfLabels {
  const {
    kMin,
    kMax: most,
    sampleSize,
    nInit,
    ...rest
  } = resolveOptions('chooseK', CHOOSE_K_OPTIONS, options);
  const all = toMatrix(X);
  const sample = sampledRows(all.rows, sampleSize, rest.seed);
  const matrix = sample ? all.selectRows(sample) : all;
  const { clusterer, onProgress } = rest;
  const plan: EvaluationPlan = { ...rest, clusterer, onProgress, nInit: nInit ?? defaultStarts(matrix.rows) };
  checkColumns(plan, matrix.cols);
  const kMax = checkLargestK(matrix, most, kMin);
  const { rows, models } = evaluateKs(matrix, kMax, plan);
  const table = rows.filter(({ k }) => k >= kMin);
  const preferredBy = preferredKs(rows, kMin);
  const { rows: judged, leftOut } = judgedRows(matrix, kMin, rows, plan);
  const recommendation = recommendK(table, preferredBy, judged, leftOut);
  const row = judged.find(({ k }) => k === recommendation.k)!;
  const structure = judgeStructure(row, { leftOut });
  const labels = models.slice(kMin - 2).map((model) => model.labels);
  const tree = kTreeOf(kMin, labels);
  const choice = { table, preferredBy, recommendation, structure, rowsJudged: matrix.rows, tree };
  const model = sample ? null : models[recommendation.k - 2];
  return { choice, model, ...(sample && { rows: sample }), labels };
}

/** A table as it is judged: whole, or without what hides its groups. */
interface View {
  rows: readonly KEvaluation[];
  leftOut?: LeftOut;
}

/** What k and the verdict rest on: the whole table, its core, or the numbers of that, where these show groups. */
function judgedRows(X: Matrix, kMin: number, rows: readonly KEvaluation[], plan: EvaluationPlan): View {
  const whole: View = { rows: rows.filter(({ k }) => k >= kMin) };
  const core = coreOf(X, plan);
  const ofCore = core.X === X ? whole : (viewOf(core, kMin, rows.length, plan) ?? whole);
  const view = coreOrWhole(ofCore, whole);
  const numbers = numbersOf(core);
  const ofNumbers = numbers && viewOf(numbers, kMin, rows.length, plan);
  return (ofNumbers && clearerView(view, ofNumbers)) ?? view;
}

/**
 * The core, unless the whole table alone shows groups; or more groups, and better, where no columns were left out: rows
 * that lie thinly, and so are taken for far, may be a small group.
 */
function coreOrWhole(core: View, whole: View): View {
  const [ofCore] = naturalKs(core.rows);
  const [ofWhole] = naturalKs(whole.rows);
  if (!ofCore || !ofWhole) return ofWhole ? whole : core;
  const isWithoutColumns = core.leftOut !== undefined && core.leftOut.noiseColumns.length > 0;
  if (isWithoutColumns || ofWhole.k <= ofCore.k) return core;
  return clearerView(core, whole) ?? core;
}

/** Undefined where what is left allows too few clusters. */
function viewOf(
  { X, columnGroups, leftOut }: TableCore,
  kMin: number,
  kMax: number,
  plan: EvaluationPlan,
): View | undefined {
  const most = Math.min(kMax, mostClusters(X));
  if (most < kMin) return undefined;
  const few = {
    ...plan,
    columnGroups,
    references: Math.min(plan.references, FEW),
    resamples: Math.min(plan.resamples, FEW),
    onProgress: undefined,
  };
  return { rows: evaluateKs(X, most, few).rows.filter(({ k }) => k >= kMin), leftOut };
}

/** @throws InputError when it names no columns, or references along principal axes were asked for. */
function checkColumns({ columnGroups, reference }: EvaluationPlan, cols: number): void {
  checkColumnGroups(columnGroups, cols);
  if (columnGroups.length > 0 && reference === 'pca') {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'columnGroups' }} needs ${{ option: 'reference' }} 'box' or 'copula': principal axes mix the columns`,
      { remedy: 'leave one of them out' },
    );
  }
}

function sampledRows(rows: number, size: number, seed: number): Int32Array | undefined {
  return rows <= size ? undefined : new Random(seed).sample(rows, size);
}
