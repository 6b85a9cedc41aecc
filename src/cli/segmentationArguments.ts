import { SEGMENTATION_OPTIONS } from '../segmentation/options';
import { schemaOptions } from './schemaOptions';

/** What to cluster on and how: the options of `Segmentation`, as `fit` and `compare` have them. */
export const SEGMENTATION_ARGUMENTS = schemaOptions(SEGMENTATION_OPTIONS.properties);
