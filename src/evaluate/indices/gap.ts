import { mean, standardDeviation } from '../../core/statistics';
import { type Clustering, inertiaOf } from '../clustering';
import type { ClusterIndex } from './clusterIndex';

/** Gaps and their standard errors, one for each k. */
export interface Gaps {
  gap: Float64Array;
  standardError: Float64Array;
}

/**
 * Gap(k) = mean of the references' log inertia − the data's, with standard error sd·√(1 + 1/B) for B references.
 *
 * @param logInertias of the data, one for each k.
 * @param references of each reference data set, one for each k.
 */
export function gapsOf(logInertias: readonly number[], references: readonly (readonly number[])[]): Gaps {
  const count = references.length;
  const byK = logInertias.map((_, at) => references.map((reference) => reference[at]));
  return {
    gap: Float64Array.from(logInertias, (value, at) => mean(byK[at]) - value),
    standardError: Float64Array.from(byK, (values) => standardDeviation(values) * Math.sqrt(1 + 1 / count)),
  };
}

/** As a share of the inertia of one cluster: clusters of equal rows have none, and a logarithm needs some. */
const MIN_INERTIA = 1e-12;

/**
 * Of each clustering the log of its inertia, which gaps are differences of.
 * @param clusterings of the same rows, the first of one cluster.
 */
export function logInertiasOf(clusterings: readonly Clustering[]): number[] {
  const inertias = clusterings.map(inertiaOf);
  return inertias.map((inertia) => Math.log(Math.max(inertia, MIN_INERTIA * inertias[0])));
}

/**
 * The place of the smallest k with Gap(k) ≥ Gap(k + 1) − s(k + 1): the first that the next does not beat by more
 * than chance; the last place when every k beats the one before.
 */
export function firstWithinOneStandardError({ gap, standardError }: Gaps): number {
  for (let at = 0; at + 1 < gap.length; at++) {
    if (gap[at] >= gap[at + 1] - standardError[at + 1]) return at;
  }
  return gap.length - 1;
}

/**
 * The place of the smallest k whose gap is within one standard error of the greatest gap of all: unlike the first
 * rule it sees past a k that is no better than the one before, as with clusters within clusters.
 */
export function bestWithinOneStandardError({ gap, standardError }: Gaps): number {
  const best = gap.indexOf(Math.max(...gap));
  return gap.findIndex((value) => value >= gap[best] - standardError[best]);
}

/** What `chooseK` says of the gap with k clusters. */
export interface GapOfK {
  /** Gap statistic: higher is better. */
  gap: number;
  gapStandardError: number;
}

export const gapIndex: ClusterIndex<'gap', GapOfK, number> = {
  key: 'gap',
  name: 'gap statistic',
  title: 'Gap statistic',
  field: 'gap',
  better: 'higher',
  rule: 'the fewest segments within one standard error of the best',
  help: 'Inertia, compared with data without groups. It can prefer one segment: no groups.',
  columns: [
    { field: 'gap', title: 'Gap statistic', format: 'decimal' },
    { field: 'gapStandardError', title: 'Standard error of gap', format: 'decimal' },
  ],
  measureReference: logInertiasOf,
  measureKs: ({ clusterings, references }) => {
    const { gap, standardError } = gapsOf(logInertiasOf(clusterings), references);
    return clusterings.map((_, at) => ({ gap: gap[at], gapStandardError: standardError[at] }));
  },
  preferredK: (rows) => {
    const gap = Float64Array.from(rows, (row) => row.gap);
    const standardError = Float64Array.from(rows, (row) => row.gapStandardError);
    return rows[bestWithinOneStandardError({ gap, standardError })].k;
  },
};
