import type { Clusterer, ClusterModel } from '../../core/estimator';
import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import type { Static, TObject } from '../../core/schema';
import type { Table } from '../../core/table';
import type { MakeClusterer } from '../../evaluate/chooseK/fitEachK';
import type { Rule } from '../rules/rule';

/**
 * A way to group customers: all that the rest of the package knows of an algorithm. One file of this folder holds one;
 * `index.ts` lists them. The dashboard's page reads names, titles and options, so a file loads what clusters inside the
 * functions that need it.
 */
export interface Algorithm<
  Name extends string = string,
  Options extends object = object,
  Schema extends TObject = TObject,
  Kept extends object = object,
> {
  /** What the option `algorithm` calls it: 'kmeans'. */
  readonly name: Name;
  /** What people call it: 'k-means'. */
  readonly title: string;
  /** Which groups it finds, in a sentence. */
  readonly help: string;
  /** Its own options, each with title, description and default; options of all algorithms share one namespace. */
  readonly options: Schema;
  /** What new customers are placed by. */
  readonly rule: Rule<Kept>;
  /** Whether categories stay codes, one axis for each; else each category is an axis of 0 and 1. */
  readonly takesCategories: boolean;
  /** Absent where it is told how many segments to find. */
  readonly findsK?: FindsK;
  /** What becomes of customers who belong to no segment; absent where everyone belongs to one. */
  readonly noise?: string;

  /** Groups customers into `k` segments; an algorithm that finds k itself is told 0. */
  fit(
    customers: CustomersToCluster,
    k: number,
    options: Seeded<Options>,
    onProgress: OnProgress,
  ): FoundSegments<Kept>;
  /** The segments of a clustering that choosing k has fitted to these very customers; absent: they are fitted again. */
  take?(model: ClusterModel, customers: CustomersToCluster, options: Seeded<Options>): FoundSegments<Kept>;
  /**
   * Chooses k by a criterion of the algorithm's own, and groups customers; absent: `chooseK` chooses.
   * @throws InputError when customers are too few, or too few differ.
   */
  fitAuto?(
    customers: CustomersToCluster,
    options: Seeded<Options>,
    onProgress: OnProgress,
  ): FoundSegments<Kept> & { ownChoice: OwnChoice };
  /** How `chooseK` clusters for each k; absent: by k-means, all k in one batch. */
  sweep?(options: Seeded<Options>): Sweep;
  /** Clusters other tables as a fit clustered its customers, with Euclidean distances: resamples, and tables without structure. */
  refit(found: FitFacts, options: Seeded<Options>): RefitPlan;
  /** Clusters resamples of the customers as they were clustered, categories as codes; absent: as `refit`. */
  resample?(found: FitFacts, options: Seeded<Options>, customers: CustomersToCluster): RefitPlan;
  /** What a fit is called beside those of other algorithms: 'hierarchical (ward)'. */
  called(options: Seeded<Options>): string;
  /** Compared with the segments of every model; absent: only beside others where it is a model's own. */
  readonly rival?: Rival<Options>;
  /** How customers were grouped, in a sentence of a report. */
  describe(found: Found, options: Seeded<Options>): string;
  /** What to keep in mind of a fit, in sentences. */
  warnings?(found: Found, labels: Int32Array): string[];
  /** Whether a model file holds scaled values of customers, because new ones are compared with them. */
  storesCustomers(options: Seeded<Options>): boolean;
}

/** An algorithm's options with every default in its place, and the seed of all random draws. */
export type Seeded<Options extends object> = Options & { seed: number };

/** For algorithms that find the number of segments themselves. */
export interface FindsK {
  /** The option it follows from. */
  by: string;
  /** How the number came about, in a sentence. */
  reason: string;
}

/** Customers, ready to be clustered. */
export interface CustomersToCluster {
  /** n × dimensions, scaled. */
  space: Matrix;
  /** Axes of `space` that hold codes of categories, ascending; none unless the algorithm takes categories. */
  categoricalColumns: readonly number[];
  /** What one category that differs adds to a squared distance. */
  gamma: number;
}

/** Numbers that a fit found beside the segments, by name: the `eps` of option 'auto'. */
export type Found = Readonly<Record<string, number>>;

/** Customers in groups. */
export interface FoundSegments<Kept extends object = object> {
  /** Segment of each customer; −1 is noise. Length n. */
  labels: Int32Array;
  k: number;
  rule: Kept;
  /** Sum of squared distances to the centers; null where the algorithm has none. */
  inertia: number | null;
  found: Found;
  /** By segment, its customers with a membership of at least 90%; absent where it is no probability. */
  firm?: number[];
}

/** How an algorithm chose k by a criterion of its own. */
export interface OwnChoice {
  k: number;
  /** Why, in sentences with their numbers. */
  reasons: string[];
  /** What the criterion says of each k. */
  table: Table;
}

/** What is known of a fit when it is repeated on other customers. */
export interface FitFacts {
  k: number;
  found: Found;
  /** Customers clustered. */
  rows: number;
}

/** How to cluster for each of several k. */
export interface Sweep {
  clusterer: MakeClusterer;
  /** Rows to choose on, at most. */
  sampleSize: number;
}

/** How to cluster other customers alike. */
export interface RefitPlan {
  make: (seed: number) => Clusterer;
  /** Whether its segments are dense places of any shape, which gaps tell more of than a silhouette. Default false. */
  byDensity?: boolean;
  /** Rows that are enough to judge by; absent: as `judgeClustering` has it. */
  sampleSize?: number;
  /** Rows that are enough to resample a hundred times; absent: 1,000. */
  resampledRows?: number;
}

/** How an algorithm is set beside the segments of any model. */
export interface Rival<Options extends object = object> {
  name: string;
  /**
   * Finds as many segments as the model has, with the model's options; undefined where the customers allow none.
   * @param found what the model's own fit found, where it is of this algorithm.
   */
  clusterer(space: Matrix, k: number, options: Seeded<Options>, found: Found): Clusterer | undefined;
}

/** The algorithm as it is written, with its name and options known to the compiler. */
export function defineAlgorithm<const Name extends string, Schema extends TObject, Kept extends object>(
  algorithm: Algorithm<Name, Static<Schema>, Schema, Kept>,
): Algorithm<Name, Static<Schema>, Schema, Kept> {
  return algorithm;
}
