import { defaultStarts } from '../../cluster/kmeans/defaultStarts';
import { InputError } from '../../core/errors';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { checkInteger, checkKnown, checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import { checkOnProgress, type OnProgress } from '../../core/progress';
import { Random } from '../../core/random';
import type { PreferredKs } from '../indices/registry';
import { type ColumnGroups, checkColumnGroups, REFERENCES, type Reference } from '../structure/reference';
import { judgeStructure, type Structure } from '../structure/structure';
import { type EvaluationPlan, evaluateKs, type KEvaluation } from './evaluateKs';
import { checkMakeClusterer, type MakeClusterer } from './fitEachK';
import { checkLargestK } from './kRange';
import { preferredKs } from './preferredKs';
import { type KRecommendation, recommendK } from './recommendK';

/** Options of `chooseK`. */
export interface ChooseKOptions {
  /** The smallest k to choose from, at least 2. Default 2. */
  kMin?: number;
  /** The largest. Default 10, less where the table has too few distinct rows. */
  kMax?: number;
  /** Starts of each k-means. Default that of `KMeans`; on reference data and resamples at most 3. */
  nInit?: number;
  /** Data sets without clusters to compare with, at least 2. Default 20. */
  references?: number;
  /**
   * How these are spread: along principal axes ('pca') or column by column ('box'). Default 'pca', 'box' as soon as
   * a column holds few distinct values.
   */
  reference?: Reference;
  /**
   * Columns, by position, that say one thing together, such as the columns of 0 and 1 of one category: data without
   * clusters keep their values together, and are spread 'box'. Default none.
   */
  columnGroups?: ColumnGroups;
  /** Bootstrap resamples for the stability, at least 1. Default 20. */
  resamples?: number;
  /** Larger tables are judged on a random sample of so many rows, at least 2. Default 5000. */
  sampleSize?: number;
  /** What to cluster with, e.g. `(nClusters) => new AgglomerativeClustering({ nClusters })`. Default k-means. */
  clusterer?: MakeClusterer;
  /** The same seed gives the same answer. Default 0. */
  seed?: number;
  /** Told of each reference data set and each resample. */
  onProgress?: OnProgress;
}

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
}

const OPTIONS = [
  'kMin',
  'kMax',
  'nInit',
  'references',
  'reference',
  'columnGroups',
  'resamples',
  'sampleSize',
  'clusterer',
  'seed',
  'onProgress',
];

/**
 * How many segments? Clusters with every k, measures each by every index, and recommends the k that most of them
 * prefer. It says so when there is nothing to find: each silhouette is compared with what as many clusters get in
 * reference data of the same shape without groups (`references` of them, shared with the gap statistic), and the
 * verdict `structure` is 'clear', 'weak' or 'none'.
 *
 * Columns must be on comparable scales. Very skewed columns can pass for clusters: take their logarithm first.
 * Columns of few distinct values (0/1, counts, scores) form groups of their own combinations; the data without
 * structure therefore have the same values in such columns, but combined at random. They cannot know that several
 * 0/1 columns stand for one category: say so by `columnGroups`.
 *
 * @param X n × d.
 * @throws InputError when options are out of range or the table has fewer than kMax + 1 distinct rows.
 * Cost: `references` + `resamples` sweeps of k-means and one pass over all distances; 2,212 × 3 takes some 3 s.
 * Source: Rousseeuw (1987); Kaufman & Rousseeuw (1990); Calinski & Harabasz (1974); Davies & Bouldin (1979);
 * Tibshirani et al. (2001); Satopää et al. (2011); Hennig (2007); Steinley (2004).
 *
 * @example
 * const { recommendation, structure } = chooseK(X, { kMax: 8 });
 * recommendation.k;  // 4
 * structure.verdict; // 'clear'
 */
export function chooseK(X: MatrixLike, options: ChooseKOptions = {}): KChoice {
  const { kMin, sampleSize, nInit, ...rest } = checkOptions(options);
  const matrix = sampled(toMatrix(X), sampleSize, rest.seed);
  const plan: EvaluationPlan = { ...rest, nInit: nInit ?? defaultStarts(matrix.rows) };
  checkColumns(plan, matrix.cols);
  const kMax = checkLargestK(matrix, options.kMax, kMin);
  const all = evaluateKs(matrix, kMax, plan);
  const table = all.filter(({ k }) => k >= kMin);
  const preferredBy = preferredKs(all, kMin);
  const recommendation = recommendK(table, preferredBy);
  const structure = judgeStructure(all[recommendation.k - 1], preferredBy.gap);
  return { table, preferredBy, recommendation, structure, rowsJudged: matrix.rows };
}

/** @throws InputError when it names no columns, or references along principal axes were asked for. */
function checkColumns({ columnGroups, reference }: EvaluationPlan, cols: number): void {
  checkColumnGroups(columnGroups, cols);
  if (columnGroups.length > 0 && reference === 'pca') {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'columnGroups' }} needs ${{ option: 'reference' }} 'box': principal axes mix the columns`,
      { remedy: 'leave one of them out' },
    );
  }
}

function checkOptions(options: ChooseKOptions) {
  checkKnown('chooseK', options, OPTIONS);
  const { kMin = 2, nInit, references = 20, reference, resamples = 20, sampleSize = 5000 } = options;
  const { clusterer, seed = 0, onProgress, columnGroups = [] } = options;
  checkInteger('kMin', kMin, { min: 2 });
  if (nInit !== undefined) checkInteger('nInit', nInit, { min: 1 });
  checkInteger('references', references, { min: 2 });
  if (reference !== undefined) checkOneOf('reference', reference, REFERENCES);
  checkInteger('resamples', resamples, { min: 1 });
  checkInteger('sampleSize', sampleSize, { min: 2 });
  checkInteger('seed', seed);
  checkMakeClusterer(clusterer);
  checkOnProgress(onProgress);
  return {
    kMin,
    sampleSize,
    nInit,
    references,
    reference,
    columnGroups,
    resamples,
    clusterer,
    seed,
    onProgress,
  };
}

function sampled(X: Matrix, size: number, seed: number): Matrix {
  return X.rows <= size ? X : X.takeRows(new Random(seed).sample(X.rows, size));
}
