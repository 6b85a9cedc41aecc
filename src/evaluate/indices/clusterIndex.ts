import type { NumberFormat } from '../../core/table';
import type { Clustering } from '../clustering';

/** Which end of an index is good. Inertia has no good end: it always falls. */
export type Better = 'higher' | 'lower' | 'neither';

/** What clusterings with k = 1, 2, … clusters were found to be; each list begins at k = 1. */
export interface KEvidence {
  clusterings: readonly Clustering[];
  /** Of each reference data set, what the index measured of it. */
  references: readonly (readonly number[])[];
  /** The adjusted Rand indices with the clusterings of the resamples; none for k = 1. */
  agreements: readonly (readonly number[])[];
}

/** A number that an index adds to the row of each k, as a table shows it. */
export interface IndexColumn {
  field: string;
  title: string;
  format: NumberFormat;
}

/** The row of one k, as far as an index can rely on it. */
export type KRow<Measures> = { k: number; inertia: number } & Measures;

/**
 * A way to tell how many clusters there are: what it measures, which k it takes, and how people read it. `chooseK`,
 * `compareClusterings`, their tables and figures know an index by this object alone. It clusters nothing itself, so
 * that a page can read it without the estimators.
 *
 * `Measures` are the fields it adds to each row of `chooseK`'s table.
 */
export interface ClusterIndex<
  Key extends string = string,
  Measures extends object = object,
  Preferred extends number | null = number | null,
> {
  /** Its name in `preferredBy`. */
  readonly key: Key;
  /** In a sentence. */
  readonly name: string;
  /** Of what it measures, in tables and figures. */
  readonly title: string;
  /** The field of a row that figures draw. */
  readonly field: string;
  readonly better: Better;
  /** Which k it takes, where that is not just the best. Stands in brackets after its name. */
  readonly rule?: string;
  /** What it tells, in a sentence. */
  readonly help: string;
  /** What tables show of it, in order. */
  readonly columns: readonly IndexColumn[];
  /** What it needs of each reference data set: a number for each k from 1 up. */
  measureReference?(clusterings: readonly Clustering[]): number[];
  /** One for each k from 1 up. */
  measureKs(evidence: KEvidence): Measures[];
  /**
   * @param rows from k = 1 up without gaps.
   * @param kMin the smallest k it may take, unless it can tell that there are no clusters.
   */
  preferredK(rows: readonly KRow<Measures>[], kMin: number): Preferred;
}

/** An index of a clustering by itself, its rows and labels: such a one judges in `compareClusterings` too. */
export interface InternalIndex<Key extends string = string>
  extends ClusterIndex<Key, Record<Key, number>, number> {
  readonly column: IndexColumn;
  /** @param clustering of two clusters at least. */
  measure(clustering: Clustering): number;
}

/** What an index of rows and labels must say; the rest follows. */
export interface InternalIndexFacts<Key extends string> {
  key: Key;
  title: string;
  better: 'higher' | 'lower';
  help: string;
  format?: NumberFormat;
  measure(clustering: Clustering): number;
}

/** The index takes the k with the highest or lowest value, the smallest of several. */
export function internalIndex<Key extends string>(facts: InternalIndexFacts<Key>): InternalIndex<Key> {
  const { key, title, better, format = 'decimal', measure } = facts;
  const column = { field: key, title: better === 'lower' ? `${title} (low is good)` : title, format };
  const sign = better === 'lower' ? -1 : 1;
  return {
    ...facts,
    name: title,
    field: key,
    columns: [column],
    column,
    measureKs: ({ clusterings }) =>
      clusterings.map((clustering, at) => asRecord(key, at > 0 ? measure(clustering) : Number.NaN)),
    preferredK: (rows, kMin) => kOfHighest(rows, kMin, (row) => sign * row[key]),
  };
}

function asRecord<Key extends string>(key: Key, value: number): Record<Key, number> {
  return { [key]: value } as Record<Key, number>;
}

/** The smallest k, from kMin up, whose score none exceeds. */
export function kOfHighest<Row extends { k: number }>(
  rows: readonly Row[],
  kMin: number,
  score: (row: Row) => number,
): number {
  const allowed = rows.filter(({ k }) => k >= kMin);
  return allowed.reduce((best, row) => (score(row) > score(best) ? row : best)).k;
}
