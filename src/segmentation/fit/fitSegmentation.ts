import type { OnProgress } from '../../core/progress';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { profileColumns, type SegmentProfile } from '../../profile/segmentProfile';
import { comparable, numbersOf } from '../../table/column';
import { isMissing } from '../../table/missing';
import { tableData } from '../../table/tableData';
import { takeRows } from '../../table/takeRows';
import type { TypedTable } from '../../table/typedTable';
import { algorithmOf } from '../algorithms';
import { type CustomerTableRead, readAs } from '../columns/readCustomerTable';
import { withUnitsOf } from '../columns/unitsOfTable';
import { explainOnce } from '../explain/explainOnce';
import type { ResolvedOptions } from '../options';
import type { Scoring } from '../score/scoring';
import { SegmentationModel } from '../segmentationModel';
import { clusterCustomers } from './clusterCustomers';
import { judgmentOf } from './judgment';
import { leaveOutUngrouped } from './leaveOutUngrouped';
import { lossNotes } from './lossNotes';
import { notesOn } from './notes';
import { type PreparedCustomers, prepareCustomers } from './prepareCustomers';
import { projector } from './projector';
import type { SegmentationFacts, TrainingCustomers } from './segmentationResult';

/**
 * `Segmentation.fit` of a table that was read already.
 * @throws InputError as `Segmentation.fit`.
 */
export function fitSegmentation(
  found: CustomerTableRead,
  given: ResolvedOptions,
  onProgress: OnProgress = () => {},
  onNote: (sentence: string) => void = () => {},
): SegmentationModel {
  const told = <T>(step: string, value: T): T => {
    onProgress({ step, done: 1, total: 1 });
    return value;
  };
  const read = readAs(found, given);
  const { table } = read;
  const options = withUnitsOf(read, given);
  const prepared = prepareCustomers(read, options);
  const left = options.leaveOutUngrouped ? leaveOutUngrouped(read, options, prepared) : undefined;
  const customers = told('columns read', left?.customers ?? prepared);
  for (const sentence of lossNotes(customers)) onNote(sentence);
  const clustered = told('customers clustered', clusterCustomers(customers, options, onProgress));
  const { labels, k, rule } = clustered;
  const { rows } = customers.kept;
  const kept = takeRows(table, rows);
  const inTableOrder = Int32Array.from(rows.keys()).sort((a, b) => rows[a] - rows[b]);
  const profiles = told('segments described', describe(kept, customers, labels, options, read.elapsed));
  const { columns, dimensions, pca } = customers;
  const project = projector(customers, labels, inTableOrder, options.seed);
  const facts: SegmentationFacts = {
    options,
    columns,
    ignoredColumns: customers.ignored,
    id: customers.id,
    rows: table.rows,
    clustered: rows.length,
    dropped: customers.kept.dropped,
    notes: [...(left ? [left.note] : []), ...notesOn(read, customers, clustered, options)],
    k,
    algorithm: options.algorithm,
    inertia: clustered.inertia,
    found: clustered.found,
    sizes: sizesOf(labels, k),
    noise: labels.filter((label) => label < 0).length,
    choice: clustered.choice,
    ownChoice: clustered.ownChoice,
    profiles,
  };
  const { judged: space, euclidean, columnGroups, categoricalColumns, gamma } = customers;
  const training: TrainingCustomers = {
    customers: tableData(rows.length === table.rows ? table : takeRows(kept, inTableOrder)),
    inTableOrder,
    ids: idsOf(kept, customers),
    keptRows: rows,
    labels,
    values: customers.values,
    given: customers.given,
    space,
    euclidean,
    columnGroups,
    toCluster: { space: customers.space, categoricalColumns, gamma },
    project,
  };
  const measure = algorithmOf(options.algorithm).rule.read(rule, k);
  const scoring: Scoring = { columns, dimensions, pca, rule, measure };
  return new SegmentationModel({
    facts,
    ...judgmentOf(training, facts, { measure, silhouette: clustered.silhouette }),
    explain: explainOnce(training, facts, scoring),
    scoring,
    projection: project(),
    training,
  });
}

/** Who a customer is says nothing about what a segment is like; what was clustered on does, even codes. */
function describe(
  { rows, columns }: TypedTable,
  { id, columns: clustered }: PreparedCustomers,
  segments: Int32Array,
  { value, names, roles, labels, units }: ResolvedOptions,
  elapsed: CustomerTableRead['elapsed'],
): SegmentProfile[] {
  const asked = new Set(clustered.map(({ name }) => name));
  const described = columns.filter(({ name }) => name !== id);
  const table = {
    rows,
    columns: described.map((column) => (asked.has(column.name) ? (comparable(column) ?? column) : column)),
  };
  const withoutId = <T>(texts: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name !== id));
  return profileColumns(table, segments, {
    names,
    roles: { ...rolesOfDates(elapsed), ...spendingForValue(withoutId(roles)) },
    labels: withoutId(labels),
    units: withoutId(units),
    ...(value !== null && { value }),
  });
}

function rolesOfDates(elapsed: CustomerTableRead['elapsed']): Record<string, ColumnRole> {
  return Object.fromEntries(Array.from(elapsed, ([name, { role = 'other' }]) => [name, role]));
}

function idsOf({ rows, columns }: TypedTable, { id, kept }: PreparedCustomers): (string | number)[] {
  const column = columns.find(({ name }) => name === id);
  if (column === undefined) return Array.from(kept.rows, (row) => row + 1);
  const numbers = numbersOf(column);
  return Array.from({ length: rows }, (_, row) => {
    const value = numbers?.[row] ?? column.cells[row];
    return typeof value === 'number' && !Number.isNaN(value) ? value : isMissing(value) ? '' : String(value);
  });
}

function sizesOf(labels: Int32Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]++;
  return sizes;
}

/** 'value' is what the option that names the spending column is called. */
function spendingForValue(roles: ResolvedOptions['roles']): Record<string, ColumnRole> {
  const entries = Object.entries(roles);
  return Object.fromEntries(entries.map(([name, role]) => [name, role === 'value' ? 'spending' : role]));
}
