/** How columns of numbers are brought to one scale. */
export type SegmentationScale = 'standard' | 'minmax' | 'robust' | 'none';

/** Every scaling there is; the default first. */
export const SCALES: readonly SegmentationScale[] = ['standard', 'minmax', 'robust', 'none'];
