/** The words that options of `Segmentation` are chosen from, for whoever offers them: command line, server and page. */

/** How customers are grouped. */
export type SegmentationAlgorithm = 'kmeans' | 'agglomerative' | 'dbscan' | 'kprototypes';

/** Every algorithm there is; the default first. */
export const ALGORITHMS: readonly SegmentationAlgorithm[] = [
  'kmeans',
  'agglomerative',
  'dbscan',
  'kprototypes',
];

/** How columns of numbers are brought to one scale. */
export type SegmentationScale = 'standard' | 'minmax' | 'robust' | 'none';

/** Every scaling there is; the default first. */
export const SCALES: readonly SegmentationScale[] = ['standard', 'minmax', 'robust', 'none'];
