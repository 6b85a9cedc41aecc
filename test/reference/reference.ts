import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CovarianceType } from '../../src/cluster/mixture/covarianceTypes';
import type { MixtureCovariances } from '../../src/cluster/mixture/mixtureCovariances';

/** What scikit-learn found from a start that both sides share. */
export interface KMeansReference {
  k: number;
  start: number[][];
  sampleWeight: number[] | null;
  inertia: number;
  labels: number[];
  centroids: number[][];
  silhouette: number;
  silhouetteSamples: number[];
  calinskiHarabasz: number;
  daviesBouldin: number;
}

/** scikit-learn's principal components of a standardized table. */
export interface PCAReference {
  explainedVariance: number[];
  explainedVarianceRatio: number[];
  singularValues: number[];
  components: number[][];
  /** The first ten rows in two whitened components. */
  whitened: number[][];
  reconstructionErrorOfTwo: number;
}

/** scikit-learn's Gaussian mixture of one covariance type. */
export interface MixtureReference {
  covarianceType: CovarianceType;
  weights: number[];
  covariances: MixtureCovariances;
  lowerBound: number;
  logLikelihood: number;
  bic: number;
  aic: number;
  nIter: number;
  stopReason: 'converged' | 'max-iterations';
  labels: number[];
  /** Of every so many rows, the first included, so that there are some forty. */
  memberships: number[][];
}

/** Mixtures of all types from the same means. */
export interface MixturesReference {
  start: number[][];
  models: MixtureReference[];
}

export interface TableReference {
  X: number[][];
  kMeans: KMeansReference[];
  pca: PCAReference;
  linkage: Record<'ward' | 'complete' | 'average' | 'single', { heights: number[]; labelsOfFour: number[] }>;
  /** The first five rows, scaled. */
  scalers: Record<'standard' | 'minMax' | 'robust', number[][]>;
  mixtures: MixturesReference;
}

/** scikit-learn's DBSCAN of one table. */
export interface DBSCANReference {
  name: string;
  X: number[][];
  eps: number;
  minSamples: number;
  labels: number[];
  coreSampleIndices: number[];
}

/** scikit-learn's HDBSCAN of one table by several options, which have its names. */
export interface HDBSCANReference {
  name: string;
  X: number[][];
  fits: {
    options: Record<string, number | string | boolean>;
    labels: number[];
    probabilities: number[];
    /** Rows to which scikit-learn itself gives another cluster where the table has another order. */
    undecided: number[];
    /** Rows whose probability changes with it. */
    shifting: number[];
  }[];
}

/** A table of numbers and categories: kmodes on it, scipy and scikit-learn on Gower's distances of it with holes. */
export interface MixedReference {
  X: number[][];
  categoricalColumns: number[];
  withMissing: (number | null)[][];
  gowerOfFirstRow: number[];
  linkage: Record<
    'complete' | 'average' | 'single',
    { heights: number[]; labelsOfFour: number[]; silhouetteSamples: number[] }
  >;
  kPrototypes: { gamma: number; cost: number; labels: number[] };
}

/** What scikit-learn, scipy and kmodes answered; made by `npm run reference`. */
export interface Reference {
  tables: Record<'separable' | 'overlapping' | 'uniform' | 'farFromOrigin', TableReference>;
  campaign: {
    columns: string[];
    rows: number;
    kMeans: Omit<KMeansReference, 'labels' | 'silhouetteSamples'>;
    pca: PCAReference;
    /** The last fifty. */
    wardHeights: number[];
    mixtures: MixturesReference;
  };
  /** Three groups in thirteen columns. */
  wineLike: { X: number[][]; mixtures: MixturesReference };
  mixed: MixedReference;
  adjustedRand: { a: number[]; b: number[]; score: number }[];
  dbscan: DBSCANReference[];
  hdbscan: HDBSCANReference[];
}

export const reference: Reference = JSON.parse(readFileSync(join(__dirname, 'scikit_learn.json'), 'utf8'));
