import type { ModelJSON } from '../../core/estimator';
import type { PCAModelJSON } from '../../reduce/pcaModel';
import type { Dimension } from '../fit/featureSpace';
import type { ProjectionAxis } from '../fit/projectCustomers';
import type { SegmentationFacts, SegmentationJudgment } from '../fit/segmentationResult';
import type { LinkageRule } from '../score/segmentRule';

/** A `SegmentationModel` as plain data. Numbers that are not finite (the mean of nothing) are null. */
export interface SegmentationJSON extends ModelJSON, SegmentationFacts, SegmentationJudgment {
  type: 'Segmentation';
  version: 1;
  /** The version of this package that wrote it. */
  package: string;
  projection: { coordinates: number[][]; labels: number[]; axes: ProjectionAxis[] };
  dimensions: Dimension[];
  pca: PCAModelJSON | null;
  rule: RuleJSON;
}

/** A `SegmentRule` as plain data. */
export type RuleJSON =
  | { type: 'centers'; centers: number[][] }
  | { type: 'prototypes'; prototypes: number[][]; gamma: number }
  | { type: 'linkage'; linkage: LinkageRule['linkage']; rows: number[][]; labels: number[] }
  | { type: 'density'; eps: number; rows: number[][]; labels: number[] };
