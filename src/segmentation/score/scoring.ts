import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { suggestion } from '../../datasets/nearestName';
import type { PCAModel } from '../../reduce/pcaModel';
import type { OtherRow } from '../../table/rows/otherRow';
import { type CustomerTable, typedTable } from '../../table/typedTable';
import { columnFinder } from '../columns/columnFinder';
import { elapsedColumn } from '../columns/elapsedTime';
import { type NotScored, readFeatures } from '../columns/readFeatures';
import type { SegmentationColumn } from '../columns/segmentationColumn';
import { type Dimension, toSpace } from '../fit/featureSpace';
import type { Measure, Placement } from '../rules/rule';
import { placeCustomers } from './placeCustomers';
import { type Unfamiliar, unfamiliar } from './unfamiliar';

/** All that it takes to place a customer: columns → scaled columns → components → distances → segment. */
export interface Scoring {
  columns: readonly SegmentationColumn[];
  dimensions: readonly Dimension[];
  pca: PCAModel | null;
  /** What a fit made and a model file keeps. */
  rule: object;
  /** The same, ready to measure. */
  measure: Measure;
}

/** Where customers belong, and which could not be placed. */
export interface Scored extends Placement {
  notScored: NotScored[];
  unfamiliar: Unfamiliar;
}

/**
 * Places customers; time since dates is counted up to `asOf`, otherwise up to the day of the fit. labels of rows that cannot be placed are −1, their margins NaN.
 * A column may differ from the model's name for it in capitals, blanks and marks.
 * @throws InputError when a column is missing; the nearest name is suggested.
 */
export function score(scoring: Scoring, table: CustomerTable, asOf?: string): Scored {
  const { space, problems, unlike } = readSpace(scoring, table, asOf);
  const placed = placeCustomers(scoring.measure, space);
  for (const { row } of problems) {
    placed.labels[row] = -1;
    placed.margin[row] = Number.NaN;
    if (placed.membership) placed.membership[row] = Number.NaN;
  }
  return { ...placed, notScored: problems, unfamiliar: unlike() };
}

/** Customers in the space of the rule; rows with problems lie anywhere. */
export function readSpace(
  { columns: fitted, dimensions, pca }: Scoring,
  table: CustomerTable,
  asOf?: string,
): { space: Matrix; problems: NotScored[]; unlike: () => Unfamiliar } {
  const { columns: there, others = [] } = typedTable(table, { infinite: 'unreadable' });
  const byName = new Map(there.map((column) => [column.name, column]));
  const names = Array.from(byName.keys());
  const nameOf = columnFinder(names);
  const columns = asOf === undefined ? fitted : fitted.map((column) => countedTo(column, asOf));
  const given = columns.map((column) => {
    const { name } = column;
    const own = nameOf(name);
    if (own === undefined) throw missingColumn(name, names);
    const found = byName.get(own)!;
    return column.kind === 'numeric' && column.since ? elapsedColumn(found, column.since) : found;
  });
  const features = readFeatures(columns, given);
  const problems = withOthers(features.problems, others);
  const read = features.values.map((values) => values.slice());
  for (const { row } of others) for (const column of read) column[row] = Number.NaN;
  for (const { row } of problems) for (const column of features.values) column[row] = 0; // takes part in no answer
  const scaled = toSpace(dimensions, columns, features.values);
  return {
    space: pca ? pca.transform(scaled) : scaled,
    problems,
    unlike: () => unfamiliar(columns, read, given),
  };
}

/** Rows that are no customers are not scored, for that reason and no other. */
function withOthers(problems: readonly NotScored[], others: readonly OtherRow[]): NotScored[] {
  if (others.length === 0) return problems.slice();
  const isOther = new Set(others.map(({ row }) => row));
  const rows = others.map(({ row, column, reason }) => ({ row, column, reason: `no customer: ${reason}` }));
  return [...problems.filter(({ row }) => !isOther.has(row)), ...rows].sort((a, b) => a.row - b.row);
}

/** The column with its time counted up to another day. */
export function countedTo(column: SegmentationColumn, asOf: string): SegmentationColumn {
  return column.kind === 'numeric' && column.since ? { ...column, since: { ...column.since, asOf } } : column;
}

function missingColumn(name: string, there: readonly string[]): InputError {
  return new InputError(
    'missing-column',
    phrase`the model needs the column ${{ column: name }}, which the table does not have`,
    { remedy: suggestion(name, there) },
  );
}
