import { basename, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { label } from '../../core/columnNames';
import { datasetEntry } from '../../datasets/catalog';
import { columnsOf } from '../../datasets/columns';
import { dataFolders, findPublished, OWN_FOLDER } from '../../datasets/dataFolders';
import { loadDataset } from '../../datasets/load';
import type { TableData } from '../../datasets/tableData';
import { campaignFeatures } from '../../features/campaign';
import { campaignWording } from '../../features/campaignWording';
import { type RfmAnalysis, rfmAnalysis } from '../../features/rfm/rfmAnalysis';
import { parseDates } from '../../preprocess/clean/dates';
import { dropWhere } from '../../preprocess/clean/dropWhere';
import { dropDuplicates } from '../../preprocess/clean/duplicates';
import { dropMissing } from '../../preprocess/clean/missing';
import type { ChangeRecord } from '../../preprocess/clean/record';
import { readableName } from '../../profile/roles/columnNames';
import { type CustomerTableRead, readCustomerTable } from '../../segmentation/columns/readCustomerTable';
import { suggestColumns } from '../../segmentation/columns/suggestColumns';
import type { Reading } from '../reading';
import type { Source } from '../sources';
import { withMeanings } from './columnMeanings';
import { readFile, type TableLimits } from './readFile';

/** A table of customers ready to be grouped, and how it is spoken of. */
export interface CustomersRead {
  table: TableData;
  /** The same, read once for every way of grouping it. */
  read: CustomerTableRead;
  kind: 'customers' | 'transactions';
  /** What was read and recognized, in sentences. */
  notes: string[];
  /** The column that tells customers apart, where it was said; else it is looked for. */
  id?: string;
  /** The column with what each customer is worth, where it was said; else it is looked for. */
  value?: string;
  labels: Readonly<Record<string, string>>;
  units: Readonly<Record<string, string>>;
  /** What to group by at first, and into how many. */
  columns: string[];
  k: number;
  /** Columns whose logarithm is taken where they are grouped by. */
  log: readonly string[];
}

/** Cells of tables, and as many of models, that are kept: each takes some ten bytes in the table and ten where it was read. */
export const MOST_CELLS = 20_000_000;

/** A source that is a table, not a model. */
export type TableSource = Exclude<Source, { kind: 'model' }>;

/** Tables lately used: no more than 6, nor more than some gigabyte together. */
const kept = new LRUCache<string, Promise<CustomersRead>>({ max: 6, maxSize: MOST_CELLS });

/** The table of a source, read on its first use. */
export function customersOf(source: TableSource, limits: TableLimits): Promise<CustomersRead> {
  const there = kept.get(source.id);
  if (there) return there;
  const reading = readSource(source, limits);
  kept.set(source.id, reading, { size: 1 });
  const isThere = () => kept.peek(source.id) === reading;
  reading.then(
    (customers) => isThere() && kept.set(source.id, reading, { size: cellsOf(customers) }),
    () => isThere() && kept.delete(source.id),
  );
  return reading;
}

/** How much memory a table takes, in cells; one that is larger than all that may be kept is kept alone. */
export function cellsOf({ table }: CustomersRead): number {
  const columns = Object.values(table);
  return Math.min(MOST_CELLS, 1 + columns.length * (columns[0]?.length ?? 0));
}

/** Gives the memory of a table back. */
export function forgetTable(id: string): void {
  kept.delete(id);
}

/** A table as it was read, before its columns are looked into. */
export type TableRead = Omit<CustomersRead, 'read'>;

async function readSource(source: TableSource, limits: TableLimits): Promise<CustomersRead> {
  const found = await tableOf(source, limits);
  return { ...found, read: readCustomerTable(found.table) };
}

function tableOf(source: TableSource, limits: TableLimits): Promise<TableRead> {
  if (source.kind === 'dataset') return DATASETS[source.name]();
  return readFile(source.path, source.title, source.reading, limits);
}

const DATASETS = {
  'loyalty-members': () => plainDataset('loyalty-members', 4),
  'mall-customers': () => plainDataset('mall-customers', 5, ['Annual Income (k$)', 'Spending Score (1-100)']),
  'marketing-campaign': campaign,
  'online-retail': onlineRetail,
} as const;

async function plainDataset(
  name: 'loyalty-members' | 'mall-customers',
  k: number,
  columns?: string[],
): Promise<TableRead> {
  const { frame, message, entry } = loadDataset(name);
  const table: TableData = Object.fromEntries(columnsOf(frame));
  const units = entry.columns.flatMap(({ name, unit }) =>
    unit && unit !== UNKNOWN_CURRENCY ? [[name, unit] as const] : [],
  );
  return {
    table,
    kind: 'customers',
    notes: [message],
    labels: withoutUnits(units),
    units: Object.fromEntries(units),
    columns: columns ?? suggestColumns(table).columns,
    k,
    log: [],
  };
}

/** What the catalog calls the unit of amounts in no currency that is known: said after a number, it tells nothing. */
const UNKNOWN_CURRENCY = 'currency units';

/** 'Annual Income (k$)' in k$ is called 'Annual Income', or its unit would be said twice. */
function withoutUnits(units: readonly (readonly [string, string])[]): Record<string, string> {
  const named = units.filter(([name, unit]) => name.endsWith(` (${unit})`));
  return Object.fromEntries(named.map(([name, unit]) => [name, name.slice(0, -` (${unit})`.length)]));
}

/** Cleaned and with features as in the main notebook. */
async function campaign(): Promise<TableRead> {
  const { frame, message } = loadDataset('marketing-campaign');
  const known = dropMissing(frame, { columns: ['Income'] });
  const credible = dropWhere(known.data, 'Income', { atLeast: 600_000 }, 'absurd income');
  const alive = dropWhere(credible.data, 'Year_Birth', { below: 1925 }, 'impossible year of birth');
  const distinct = dropDuplicates(alive.data, { ignore: ['ID'] });
  const dated = parseDates(distinct.data, 'Dt_Customer', { format: 'dd-MM-yyyy' });
  const features = campaignFeatures(dated.data);
  return {
    table: Object.fromEntries(columnsOf(features.data)),
    kind: 'customers',
    notes: [message, ...[known, credible, alive, distinct].map(({ record }) => sentenceOf(record))],
    labels: { ...campaignWording.labels, Total_Spending: 'Spending in two years' },
    units: Object.fromEntries(
      Object.entries(campaignWording.units).filter(([name]) => name !== 'Total_Spending'),
    ),
    columns: ['Income', 'Total_Spending', 'Age', 'Kidhome', 'Teenhome', 'Family_Size', 'NumDealsPurchases'],
    k: 4,
    log: [],
  };
}

async function onlineRetail(): Promise<TableRead> {
  const entry = datasetEntry('online-retail');
  const folders = dataFolders();
  const path = findPublished(entry, folders) ?? join(OWN_FOLDER, entry.sampleFileName);
  const read = transactionTable(await rfmAnalysis(path), basename(path));
  const money = entry.columns.find(({ name }) => name === 'UnitPrice')!.unit!;
  return { ...read, units: { ...read.units, monetary: money, averageOrderValue: money } };
}

/** Longer names would push everything else out of a picture. */
const LONG = 40;

/** A table with one row a customer. */
export function customerTable(file: TableData, notes: string[], said: Reading['columns'] = []): TableRead {
  const { table, id, value, units } = withMeanings(file, said);
  const suggested = suggestColumns(table);
  const columns = suggested.columns.filter((name) => name !== id);
  const long = Object.keys(table).filter((name) => name.length > LONG && name !== (id ?? suggested.id));
  const short = Object.fromEntries(long.map((name) => [name, readableName(name)]));
  const labels = { ...short, ...withoutUnits(Object.entries(units)) };
  return { table, kind: 'customers', notes, id, value, labels, units, columns, k: 4, log: [] };
}

/** A transaction log, summed up for each customer. */
export function transactionTable(
  { customers, recognized, rowsRead, rowsValid, asOf, steps }: RfmAnalysis,
  title: string,
): TableRead {
  const [read, valid] = [rowsRead, rowsValid].map((rows) => rows.toLocaleString('en-US'));
  return {
    // '1-1-2' is a cell of the grid; 112 would be taken for a number, and have a median
    table: { ...customers, rfm: customers.rfm.map((cell) => String(cell).split('').join('-')) },
    labels: Object.fromEntries(Object.entries(RFM_LABELS).filter(([name]) => Object.hasOwn(customers, name))),
    units: { recency: 'days', tenure: 'days', frequency: 'purchases' },
    kind: 'transactions',
    notes: [
      `${read} transactions from ${title}, ${valid} of them valid purchases; days are counted up to ${asOf}.`,
      ...steps.map(({ name, rowsBefore, rowsAfter }) => sentenceOf({ step: name, rowsBefore, rowsAfter })),
      ...recognized,
    ],
    id: 'customer',
    value: 'monetary',
    columns: ['recency', 'frequency', 'monetary'],
    k: 4,
    log: ['frequency', 'monetary'],
  };
}

const RFM_LABELS = {
  firstPurchase: 'First purchase',
  lastPurchase: 'Last purchase',
  tenure: 'Days since the first purchase',
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary value',
  averageOrderValue: 'Average order value',
  recencyScore: 'Recency score',
  frequencyScore: 'Frequency score',
  monetaryScore: 'Monetary score',
  segment: 'RFM segment',
  rfm: 'RFM cell',
};

/** What a column is called on the page. */
export function labelOf({ labels }: Pick<TableRead, 'labels'>, name: string): string {
  return Object.hasOwn(labels, name) ? labels[name] : label(name);
}

/** 'Drop rows with missing values: 2,240 rows in, 2,216 left.' */
export function sentenceOf({
  step,
  rowsBefore,
  rowsAfter,
}: Pick<ChangeRecord, 'step' | 'rowsBefore' | 'rowsAfter'>): string {
  return `${step}: ${rowsBefore.toLocaleString('en-US')} rows in, ${rowsAfter.toLocaleString('en-US')} left.`;
}
