import type { OnProgress } from '../../core/progress';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { columnNumbers } from '../../table/column';
import { isMissing } from '../../table/missing';
import { selectRows } from '../../table/selectRows';
import { tableData } from '../../table/tableData';
import type { TypedTable } from '../../table/typedTable';
import { algorithmOf } from '../algorithms';
import { type CustomerTableRead, readAs } from '../columns/readCustomerTable';
import { withUnitsOf } from '../columns/unitsOfTable';
import { explainOnce } from '../explain/explainOnce';
import type { ResolvedOptions } from '../options';
import type { Scoring } from '../score/scoring';
import { SegmentationModel } from '../segmentationModel';
import { type Clustered, clusterCustomers } from './clusterCustomers';
import { fitWarnings } from './fitWarnings';
import { judgmentOf } from './judgment';
import { leaveOutUngrouped } from './leaveOutUngrouped';
import { lossWarnings } from './lossWarnings';
import { type PreparedCustomers, prepareCustomers } from './prepareCustomers';
import { profileCustomers } from './profileCustomers';
import { projector } from './projector';
import type { SegmentationFacts, TrainingCustomers } from './segmentationResult';
import { withoutHiding } from './withoutHiding';

/** Whom to tell, and what is known of the options. */
interface FitNotes {
  onProgress?: OnProgress;
  onWarning?: (sentence: string) => void;
  /** Whether somebody chose the columns, so that they stay even where they hide groups of the others. */
  columnsAsked?: boolean;
}

/**
 * `Segmentation.fit` of a table that was read already.
 * @throws InputError as `Segmentation.fit`.
 */
export function fitSegmentation(
  found: CustomerTableRead,
  given: ResolvedOptions,
  { onProgress = () => {}, onWarning = () => {}, columnsAsked = given.columns !== null }: FitNotes = {},
): SegmentationModel {
  const told = <T>(step: string, value: T): T => {
    onProgress({ step, done: 1, total: 1 });
    return value;
  };
  const read = readAs(found, given);
  const options = withUnitsOf(read, given);
  const prepared = prepareCustomers(read, options);
  const asked = options.leaveOutUngrouped ? leaveOutUngrouped(read, options, prepared) : undefined;
  const taken = told('columns read', asked?.customers ?? prepared);
  for (const sentence of lossWarnings(taken)) onWarning(sentence);
  const first = clusterCustomers(taken, options, onProgress);
  const unhidden = columnsAsked ? undefined : withoutHiding(read, options, taken, first, onProgress);
  const left = unhidden ?? asked;
  const customers = unhidden?.customers ?? taken;
  const clustered = told('customers clustered', unhidden?.clustered ?? first);
  const kept = selectRows(read.table, customers.kept.rows);
  const described = told(
    'segments described',
    profileCustomers(kept, customers, clustered.labels, options, read.elapsed),
  );
  const profiles = withFirm(described, clustered.firm);
  const inTableOrder = orderOf(customers.kept.rows);
  const fitted: Fitted = { table: read.table, kept, inTableOrder, customers, clustered, options };
  const warnings = [...(left ? [left.warning] : []), ...fitWarnings(read, customers, clustered, options)];
  const facts = factsOf(fitted, { warnings, profiles });
  const project = projector(customers, clustered.labels, inTableOrder, options.seed);
  const training = { ...trainingOf(fitted), project };
  const scoring = scoringOf(fitted);
  const { measure } = scoring;
  return new SegmentationModel({
    facts,
    ...judgmentOf(training, facts, { measure, silhouette: clustered.silhouette }),
    explain: explainOnce(training, facts, scoring),
    scoring,
    projection: project(),
    training,
  });
}

/** What became of a table: its customers, as they were read, prepared and clustered. */
interface Fitted {
  table: TypedTable;
  /** Its rows that are customers in segments, in the order of `customers`. */
  kept: TypedTable;
  /** The positions of `kept`, in the order of the table. */
  inTableOrder: Int32Array;
  customers: PreparedCustomers;
  clustered: Clustered;
  options: ResolvedOptions;
}

function factsOf(
  { table, customers, clustered, options }: Fitted,
  { warnings, profiles }: Pick<SegmentationFacts, 'warnings' | 'profiles'>,
): SegmentationFacts {
  const { labels, k, inertia, found, choice, ownChoice } = clustered;
  return {
    options,
    columns: customers.columns,
    ignoredColumns: customers.ignored,
    id: customers.id,
    rows: table.rows,
    clustered: customers.kept.rows.length,
    dropped: customers.kept.dropped,
    warnings,
    k,
    algorithm: options.algorithm,
    inertia,
    found,
    sizes: sizesOf(labels, k),
    noise: labels.filter((label) => label < 0).length,
    choice,
    ownChoice,
    profiles,
  };
}

function trainingOf({
  table,
  kept,
  inTableOrder,
  customers,
  clustered,
}: Fitted): Omit<TrainingCustomers, 'project'> {
  const { judged, euclidean, columnGroups, space, categoricalColumns, gamma } = customers;
  const { rows } = customers.kept;
  return {
    customers: tableData(rows.length === table.rows ? table : selectRows(kept, inTableOrder)),
    inTableOrder,
    ids: idsOf(kept, customers),
    keptRows: rows,
    labels: clustered.labels,
    values: customers.values,
    given: customers.given,
    space: judged,
    euclidean,
    columnGroups,
    toCluster: { space, categoricalColumns, gamma },
  };
}

function scoringOf({ customers, clustered, options }: Fitted): Scoring {
  const { columns, dimensions, pca } = customers;
  const { rule, k } = clustered;
  return { columns, dimensions, pca, rule, measure: algorithmOf(options.algorithm).rule.read(rule, k) };
}

function idsOf({ rows, columns }: TypedTable, { id, kept }: PreparedCustomers): (string | number)[] {
  const column = columns.find(({ name }) => name === id);
  if (column === undefined) return Array.from(kept.rows, (row) => row + 1);
  const numbers = columnNumbers(column);
  return Array.from({ length: rows }, (_, row) => {
    const value = numbers?.[row] ?? column.cells[row];
    return typeof value === 'number' && !Number.isNaN(value) ? value : isMissing(value) ? '' : String(value);
  });
}

function orderOf(rows: Int32Array): Int32Array {
  return Int32Array.from(rows.keys()).sort((a, b) => rows[a] - rows[b]);
}

function sizesOf(labels: Int32Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]++;
  return sizes;
}

/** How many belong firmly, where the algorithm knows it. */
function withFirm(profiles: SegmentProfile[], firm: readonly number[] | undefined): SegmentProfile[] {
  return firm ? profiles.map((profile) => ({ ...profile, firm: firm[profile.segment] })) : profiles;
}
