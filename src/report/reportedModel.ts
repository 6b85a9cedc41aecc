import type { SegmentationModel } from '../segmentation/segmentationModel';

/** What a report tells of a segmentation: nothing that a model file does not hold, so that both tell the same. */
export type ReportedModel = Pick<
  SegmentationModel,
  | 'options'
  | 'columns'
  | 'ignoredColumns'
  | 'id'
  | 'rows'
  | 'clustered'
  | 'dropped'
  | 'warnings'
  | 'k'
  | 'algorithm'
  | 'inertia'
  | 'silhouette'
  | 'silhouetteRows'
  | 'structure'
  | 'structureSummary'
  | 'stability'
  | 'choice'
  | 'ownChoice'
  | 'profiles'
  | 'explanation'
  | 'names'
  | 'noise'
  | 'found'
  | 'projection'
>;
