import { countDistinctRows } from '../../cluster/shared/distinctRows';
import { Matrix } from '../../core/matrix';
import type { ThreadTask } from '../../tensor/threads/threadTask';
import type { ClusterIndex } from '../indices/clusterIndex';
import { INDICES } from '../indices/registry';
import { bordersOf } from '../structure/borders';
import { clusteringsOfModels } from './clusteringsOfModels';
import { type FitEachKOptions, fitEachK } from './fitEachK';

/** A data set without groups, and how to cluster it. */
export interface ReferenceInput {
  drawn: Pick<Matrix, 'data' | 'rows' | 'cols'>;
  /** From 2 up, without gaps. */
  ks: readonly number[];
  fit: FitEachKOptions;
}

/** What is found in one data set without groups. */
export interface MeasuredReference {
  /** What each index measures of it. */
  measures: number[][];
  /** Of each k from 1 up, the density at the border that is least distinct. */
  borders: number[];
}

/** Clusters a data set without groups with every k, and measures what would be measured of real ones. */
export function measureReference({ drawn, ks, fit }: ReferenceInput): MeasuredReference {
  const X = new Matrix(drawn.data, drawn.rows, drawn.cols);
  const distinct = countDistinctRows(X, ks[ks.length - 1]);
  const models = fitEachK(
    X,
    ks.filter((k) => k <= distinct),
    fit,
  );
  // where the values of a reference allow no more clusters, those it has stand for more
  const clusterings = clusteringsOfModels(X, models);
  while (clusterings.length <= ks.length) clusterings.push(clusterings[clusterings.length - 1]);
  return {
    measures: INDICES.map((index: ClusterIndex) => index.measureReference?.(clusterings) ?? []),
    borders: clusterings.map((clustering) => bordersOf(clustering).density),
  };
}

export const MEASURE_REFERENCE: ThreadTask<ReferenceInput, MeasuredReference> = {
  file: __filename,
  name: 'measureReference',
  run: measureReference,
};
