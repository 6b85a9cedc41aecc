import { LINKAGES } from '../cluster/hierarchy/linkages';
import { ALGORITHM_NAMES } from '../segmentation/algorithms';
import { SCALES } from '../segmentation/scales';
import type { SegmentationOptions } from '../segmentation/segmentationOptions';
import { choiceOption, listOption, numberOption, numberOrAutoOption, textOption } from './optionKinds';

/** Which algorithm; what it means differs from command to command. */
export function algorithmOption(describe: string) {
  return choiceOption(ALGORITHM_NAMES, describe);
}

/** What to cluster on and how: the options of `Segmentation`, as `fit` and `compare` have them. */
export const SEGMENTATION_OPTIONS = {
  columns: listOption('What to cluster on; default: suggested'),
  id: textOption('Column that tells customers apart; default: recognized'),
  k: numberOrAutoOption(
    'k',
    'How many segments (also --k), or auto: as many as most indices prefer (default)',
  ),
  linkage: choiceOption(LINKAGES, 'How agglomerative measures groups (default: ward)'),
  eps: numberOrAutoOption('eps', 'How near dbscan’s neighbors are, on scaled columns, or auto (default)'),
  'min-samples': numberOption('min-samples', 'Customers that make a core of dbscan (default: 5)'),
  scale: choiceOption(SCALES, 'How columns come to one scale (default: standard)'),
  log: listOption('Columns to take the logarithm of first, where very skewed'),
  pca: numberOption('pca', 'Cluster on so many principal components; below 1: on this share of the variance'),
  value: textOption('Column with each customer’s spending; default: recognized'),
  seed: numberOption('seed', 'Any whole number: the same seed gives the same segments (default: 0)'),
} as const;

interface SegmentationArguments {
  columns?: string[];
  id?: string;
  k?: number | 'auto';
  linkage?: string;
  eps?: number | 'auto';
  'min-samples'?: number;
  scale?: string;
  log?: string[];
  pca?: number;
  value?: string;
  seed?: number;
}

/** What was given, under the names that `Segmentation` has. */
export function segmentationOptions(args: SegmentationArguments): SegmentationOptions {
  const { columns, id, k, linkage, eps, 'min-samples': minSamples, scale, log, pca, value, seed } = args;
  const all = { columns, id, k, linkage, eps, minSamples, scale, log, pca, value, seed };
  return Object.fromEntries(Object.entries(all).filter(([, given]) => given !== undefined));
}
