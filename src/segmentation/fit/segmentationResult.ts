import type { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import type { KChoice } from '../../evaluate/chooseK/chooseK';
import type { StructureVerdict } from '../../evaluate/structure/structure';
import type { ChangeRecord } from '../../preprocess/clean/record';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { TableData } from '../../table/tableData';
import type { SegmentationAlgorithm } from '../algorithms';
import type { CustomersToCluster, Found, OwnChoice } from '../algorithms/algorithm';
import type { SegmentationColumn } from '../columns/segmentationColumn';
import type { IgnoredColumn } from '../columns/suggestFrom';
import type { Explanation } from '../explain/explanation';
import type { ResolvedOptions } from '../options';
import type { Scoring } from '../score/scoring';
import type { Dimension } from './featureSpace';
import type { Projection } from './projector';

/** What a fit found, as plain data: the fields of `SegmentationModel` of the same names. */
export interface SegmentationFacts {
  options: ResolvedOptions;
  columns: SegmentationColumn[];
  ignoredColumns: IgnoredColumn[];
  id: string | null;
  rows: number;
  clustered: number;
  dropped: ChangeRecord[];
  warnings: string[];
  k: number;
  algorithm: SegmentationAlgorithm;
  inertia: number | null;
  found: Found;
  sizes: number[];
  noise: number;
  choice: KChoice | null;
  ownChoice: OwnChoice | null;
  profiles: SegmentProfile[];
}

/** How well separated the segments are. */
export interface StructureJudgment {
  silhouette: number | null;
  silhouetteRows: number;
  structure: StructureVerdict;
  structureSummary: string;
}

/** How far to trust the segments: the fields of `SegmentationModel` of the same names. */
export interface SegmentationJudgment extends StructureJudgment {
  stability: SegmentsStability | null;
}

/** How well segments are found again in resampled data. */
export interface SegmentsStability {
  /** Of each segment, the mean Jaccard similarity with the segment most like it in a resample, 0 … 1. Length k. */
  jaccard: number[];
  /** Of each segment, its customers between it and another. Length k. */
  between: number[];
  /** Bootstrap resamples that were drawn, */
  resamples: number;
  /** and from how many customers: all, or a random sample of many. */
  rows: number;
}

/** How surely each customer belongs to its segment. */
export interface CustomerCertainty {
  /** The share of the resamples with the customer that keep it in its segment, 0 … 1; NaN where it is in none. */
  agreement: Float64Array;
  /** Of customers between two segments, the other one; otherwise −1. */
  between: Int32Array;
}

/**
 * What is known of the customers that were clustered, in the order of `orderRows`, which hangs on what they hold; a model
 * file does not hold it.
 */
export interface TrainingCustomers {
  /** In the table's order. Null in a copy for another process. */
  customers: TableData | null;
  /** The position here of each customer of the table who was clustered, in the table's order. */
  inTableOrder: Int32Array;
  ids: (string | number)[];
  keptRows: Int32Array;
  labels: Int32Array;
  /** By clustering column, in original units or as codes of categories: with what stands in for missing values. */
  values: Float64Array[];
  /** The same, but NaN where the file has no value. */
  given: Float64Array[];
  /** Scaled, with Euclidean distances: n × dimensions. */
  space: Matrix;
  /** What brings customers to `space`, before any principal components. */
  euclidean: readonly Dimension[];
  /** Columns of `space`, by position, that stand for one category. */
  columnGroups: number[][];
  /** What was clustered: `space`, except by algorithms that take categories as codes. */
  toCluster: CustomersToCluster;
  /** The projection with at most so many of them. Null in a copy for another process. */
  project: ((mostPoints: number) => Projection) | null;
}

/** Everything a fit found. */
export interface SegmentationResult {
  facts: SegmentationFacts;
  /** Worked out when it is first asked for, then remembered; what `onProgress` throws stops it. */
  judge(onProgress?: OnProgress): SegmentationJudgment;
  /** The segments, described and named as the verdict allows, with their stability; asks for the judgment first. */
  profiles(): SegmentProfile[];
  /** The same without stability, which takes longer than the verdict. */
  named(): SegmentProfile[];
  /** In the order of `training`; asks for the judgment first. Null where that order is not known, or nothing was resampled. */
  certainty(): CustomerCertainty | null;
  /** Worked out when it is first asked for, then remembered; null in model files of older versions. */
  explain: (() => Explanation) | null;
  scoring: Scoring;
  projection: Projection;
  training: TrainingCustomers | null;
}
