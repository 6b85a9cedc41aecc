import { checkKnown } from '../core/options';
import type { Cell } from '../datasets/dataFrame';
import type { TableData } from '../datasets/tableData';
import { checkOnProgress, type OnProgress } from '../evaluate/progress';
import { type CustomerTable, customerColumns, type RawColumn } from '../profile/customerTable';
import { profileSegments, type SegmentProfile } from '../profile/segmentProfile';
import { clusterCustomers } from './clusterCustomers';
import { judgeSegments } from './judgeSegments';
import { notesOn } from './notes';
import { type PreparedCustomers, prepareCustomers } from './prepareCustomers';
import { projectCustomers } from './projectCustomers';
import { isMissing } from './readFeatures';
import { SegmentationModel } from './segmentationModel';
import { type ResolvedOptions, resolveOptions, type SegmentationOptions } from './segmentationOptions';
import type { SegmentationJudgement } from './segmentationResult';
import { mendNumbers } from './suggestColumns';

/** Options of one fit. */
export interface SegmentationFitOptions {
  /**
   * Told how far the fit has come: 'columns read', then for k 'auto' each 'reference data sets' and 'resamples', then
   * 'customers clustered', 'segments described'.
   */
  onProgress?: OnProgress;
}

/**
 * The whole way from a table of customers to named segments: chooses and reads the columns, leaves out customers that
 * cannot be placed, scales, chooses k, clusters, judges whether there are natural groups, describes and names the
 * segments. Clusters with `KMeans`, `AgglomerativeClustering`, `DBSCAN` or `KPrototypes`; chooses with `chooseK`;
 * describes with `profileSegments`, over every column that is not an identifier, a date, free text or constant, those
 * that were not clustered on included.
 *
 * Customers with a missing or unreadable value in a clustering column are left out and counted; fill such columns
 * before where too many go (see `fillMissing`). Categories weigh as much as one column of numbers, whatever their
 * number of levels.
 *
 * Cost: with k given, some 0.05 s for 1,000 × 6 and 0.6 s for 50,000 × 6; choosing k takes seconds more (see `chooseK`),
 * on a sample of large tables. Whether there are natural groups is judged when the model is first asked for it (see
 * `SegmentationModel.judge`).
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * model.sizes;     // [50, 50, 50, 50]
 * model.structure; // 'clear'
 */
export class Segmentation {
  private readonly options: ResolvedOptions;

  /** @throws InputError naming an option that is unknown, out of its range, or of no use to the algorithm. */
  constructor(options: SegmentationOptions = {}) {
    this.options = resolveOptions(options);
  }

  /**
   * @param table customers in original units.
   * @throws InputError when the table is empty, a column is unknown or of no use, no customer has a value in all of
   * them, or `k` is more than the customers.
   */
  fit(table: CustomerTable, fitOptions: SegmentationFitOptions = {}): SegmentationModel {
    checkKnown('fit', fitOptions, ['onProgress']);
    checkOnProgress(fitOptions.onProgress);
    const { onProgress = () => {} } = fitOptions;
    const told = <T>(step: string, value: T): T => {
      onProgress({ step, done: 1, total: 1 });
      return value;
    };
    const { options } = this;
    const raw = mendNumbers(customerColumns(table));
    const customers = told('columns read', prepareCustomers(raw, options));
    const clustered = told('customers clustered', clusterCustomers(customers, options, onProgress));
    const { labels, k, rule } = clustered;
    const { rows } = customers.kept;
    const kept = customersOf(raw, rows);
    const profiles = told('segments described', describe(withoutColumn(kept, customers.id), labels, options));
    const { columns, dimensions, pca } = customers;
    const project = (mostPoints?: number) =>
      projectCustomers(customers.scaled, customers.euclidean, labels, options.seed, mostPoints);
    let judgement: SegmentationJudgement | undefined;
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
        eps: clustered.eps,
        sizes: sizesOf(labels, k),
        noise: labels.filter((label) => label < 0).length,
        choice: clustered.choice,
        profiles,
      },
      judge: (told) => {
        judgement ??= judgeSegments(customers, clustered, options, told);
        return judgement;
      },
      scoring: { columns, dimensions, pca, rule, k },
      projection: project(),
      training: {
        customers: kept,
        ids: idsOf(raw, customers),
        keptRows: rows,
        labels,
        space: customers.judged,
        together: customers.together,
        project,
      },
    });
  }
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
function withoutColumn(table: TableData, name: string | null): TableData {
  return Object.fromEntries(Object.entries(table).filter(([other]) => other !== name));
}

function describe(
  table: TableData,
  segments: Int32Array,
  { value, names, labels, units }: ResolvedOptions,
): SegmentProfile[] {
  return profileSegments(table, segments, { names, labels, units, ...(value !== null && { value }) });
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
