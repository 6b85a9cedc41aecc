import { calinskiHarabaszIndex } from './calinskiHarabasz';
import type { InternalIndex } from './clusterIndex';
import { daviesBouldinIndex } from './daviesBouldin';
import { elbowIndex } from './elbow';
import { gapIndex } from './gap';
import { silhouetteIndex } from './silhouette';
import { stabilityIndex } from './stability';

/** Every index that judges clusterings, in the order in which people read them. */
export const INDICES = [
  silhouetteIndex,
  calinskiHarabaszIndex,
  daviesBouldinIndex,
  gapIndex,
  elbowIndex,
  stabilityIndex,
] as const;

type Index = (typeof INDICES)[number];

/** The k that each index takes, by its key; null where it takes none, and 1 where it finds no clusters. */
export type PreferredKs = { [I in Index as I['key']]: ReturnType<I['preferredK']> };

/** Everything that the indices measure of one number of clusters. */
export type IndexMeasures = Intersection<ReturnType<Index['measureKs']>[number]>;

type OfRowsAndLabels = Extract<Index, Pick<InternalIndex, 'column' | 'measure'>>;

/** The indices of rows and labels. */
export const INTERNAL_INDICES = INDICES.filter((index): index is OfRowsAndLabels => 'measure' in index);

/** What these say of one clustering; null where it has fewer than two clusters. */
export type InternalMeasures = { [I in OfRowsAndLabels as I['key']]: number | null };

type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;
