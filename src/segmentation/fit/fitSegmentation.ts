import type { OnProgress } from '../../core/progress';
import type { Cell } from '../../datasets/dataFrame';
import type { TableData } from '../../datasets/tableData';
import { type CustomerColumn, type RawColumn, readCustomers } from '../../profile/customerTable';
import { profileColumns, type SegmentProfile } from '../../profile/segmentProfile';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import { isMissing } from '../columns/readFeatures';
import { SegmentationModel } from '../segmentationModel';
import type { ResolvedOptions } from '../segmentationOptions';
import { clusterCustomers } from './clusterCustomers';
import { judgeSegments } from './judgeSegments';
import { notesOn } from './notes';
import { type PreparedCustomers, prepareCustomers } from './prepareCustomers';
import { projectCustomers } from './projectCustomers';
import type { SegmentationJudgment } from './segmentationResult';

/**
 * `Segmentation.fit` of a table that was read already.
 * @throws InputError as `Segmentation.fit`.
 */
export function fitSegmentation(
  read: CustomerTableRead,
  options: ResolvedOptions,
  onProgress: OnProgress = () => {},
): SegmentationModel {
  const told = <T>(step: string, value: T): T => {
    onProgress({ step, done: 1, total: 1 });
    return value;
  };
  const { raw } = read;
  const customers = told('columns read', prepareCustomers(read, options));
  const clustered = told('customers clustered', clusterCustomers(customers, options, onProgress));
  const { labels, k, rule } = clustered;
  const { rows } = customers.kept;
  const kept = customersOf(raw, rows);
  const described = rows.length === raw[0].values.length ? read.columns : readCustomers(kept).columns;
  const profiles = told('segments described', describe(described, customers, labels, options));
  const { columns, dimensions, pca } = customers;
  const project = (mostPoints?: number) =>
    projectCustomers(customers.scaled, customers.euclidean, labels, options.seed, mostPoints);
  let judgment: SegmentationJudgment | undefined;
  return new SegmentationModel({
    facts: {
      options,
      columns,
      ignoredColumns: customers.ignored,
      id: customers.id,
      rows: raw[0].values.length,
      clustered: rows.length,
      dropped: customers.kept.dropped,
      notes: notesOn(raw, customers, clustered, options),
      k,
      algorithm: options.algorithm,
      inertia: clustered.inertia,
      eps: clustered.found.eps ?? null,
      sizes: sizesOf(labels, k),
      noise: labels.filter((label) => label < 0).length,
      choice: clustered.choice,
      profiles,
    },
    judge: (told) => {
      judgment ??= judgeSegments(customers, clustered, options, told);
      return judgment;
    },
    scoring: { columns, dimensions, pca, rule, k },
    projection: project(),
    training: {
      customers: kept,
      ids: idsOf(raw, customers),
      keptRows: rows,
      labels,
      space: customers.judged,
      columnGroups: customers.columnGroups,
      project,
    },
  });
}

/** The customers clustered, every column; what is missing is null. */
function customersOf(raw: readonly RawColumn[], rows: Int32Array): TableData {
  return Object.fromEntries(
    raw.map(({ name, values }) => [name, Array.from(rows, (row) => cellOf(values[row]))]),
  );
}

function cellOf(value: unknown): Cell {
  return isMissing(value) ? null : value instanceof Date ? value.toISOString() : (value as Cell);
}

/** Who a customer is says nothing about what a segment is like. */
function describe(
  columns: readonly CustomerColumn[],
  { id, kept }: PreparedCustomers,
  segments: Int32Array,
  { value, names, labels, units }: ResolvedOptions,
): SegmentProfile[] {
  const table = { rows: kept.rows.length, columns: columns.filter(({ name }) => name !== id) };
  const withoutId = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name !== id));
  return profileColumns(table, segments, {
    names,
    labels: withoutId(labels),
    units: withoutId(units),
    ...(value !== null && { value }),
  });
}

function idsOf(raw: readonly RawColumn[], { id, kept }: PreparedCustomers): (string | number)[] {
  const values = raw.find(({ name }) => name === id)?.values;
  return Array.from(kept.rows, (row) => {
    if (!values) return row + 1;
    const value = values[row];
    return typeof value === 'number' ? value : isMissing(value) ? '' : String(value);
  });
}

function sizesOf(labels: Int32Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]++;
  return sizes;
}
