import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

export interface TableReference {
  X: number[][];
  kMeans: KMeansReference[];
  pca: PCAReference;
  linkage: Record<'ward' | 'complete' | 'average' | 'single', { heights: number[]; labelsOfFour: number[] }>;
  /** The first five rows, scaled. */
  scalers: Record<'standard' | 'minMax' | 'robust', number[][]>;
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
  };
  mixed: MixedReference;
  adjustedRand: { a: number[]; b: number[]; score: number }[];
  dbscan: DBSCANReference[];
}

export const reference: Reference = JSON.parse(readFileSync(join(__dirname, 'scikit_learn.json'), 'utf8'));
