import type { ModelJSON } from '../../core/estimator';
import type { PCAModelJSON } from '../../reduce/pcaModel';
import type { Explanation } from '../explain/explanation';
import type { Dimension } from '../fit/featureSpace';
import type { ProjectionAxis } from '../fit/projector';
import type { SegmentationFacts, SegmentationJudgment } from '../fit/segmentationResult';

/** A `SegmentationModel` as plain data. Numbers that are not finite (the mean of nothing) are null. */
export interface SegmentationJSON extends ModelJSON, SegmentationFacts, SegmentationJudgment {
  type: 'Segmentation';
  version: 4;
  /** The version of this package that wrote it. */
  package: string;
  projection: { coordinates: number[][]; labels: number[]; axes: ProjectionAxis[] };
  /** Absent in files of versions before 2.1. */
  explanation?: Explanation;
  dimensions: Dimension[];
  pca: PCAModelJSON | null;
  /** What new customers are placed by, as the algorithm keeps it. */
  rule: object;
}
