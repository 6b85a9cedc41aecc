import type { Static } from '../../core/schema';
import { agglomerative } from './agglomerative';
import type { Algorithm } from './algorithm';
import { dbscan } from './dbscan';
import { gaussianMixture } from './gaussianMixture';
import { hdbscan } from './hdbscan';
import { kMeans } from './kMeans';
import { kPrototypes } from './kPrototypes';

/** Every algorithm there is; the default first. */
export const ALGORITHMS = [kMeans, agglomerative, dbscan, kPrototypes, gaussianMixture, hdbscan] as const;

type Listed = (typeof ALGORITHMS)[number];

/** How customers are grouped. */
export type SegmentationAlgorithm = Listed['name'];

/** The options of every algorithm together, each with its default in its place. */
export type AlgorithmOptions = Together<Static<Listed['options']>>;

/** The names of all algorithms; the default first. */
export const ALGORITHM_NAMES = ALGORITHMS.map(({ name }) => name);

/** The algorithm of that name. */
export function algorithmOf(name: SegmentationAlgorithm): Algorithm<SegmentationAlgorithm, AlgorithmOptions> {
  return ALGORITHMS.find((algorithm) => algorithm.name === name)!;
}

/** What belongs to any of the members belongs to the whole. */
type Together<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  whole: infer Whole,
) => void
  ? { [Name in keyof Whole]: Whole[Name] }
  : never;
