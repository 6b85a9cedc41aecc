import { basename, join } from 'node:path';
import { datasetEntry } from '../../../datasets/catalog/catalog';
import { dataFolders, findPublished, OWN_FOLDER } from '../../../datasets/catalog/dataFolders';
import { loadDataset } from '../../../datasets/catalog/loadDataset';
import { columnsOf } from '../../../datasets/frame/columns';
import { campaignFeatures } from '../../../features/campaign/campaignFeatures';
import { campaignWording } from '../../../features/campaign/campaignWording';
import { cleanCampaign } from '../../../features/campaign/cleanCampaign';
import { rfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import { suggestColumns } from '../../../segmentation/columns/suggestColumns';
import type { TableData } from '../../../table/tableData';
import { sentenceOf, type TableRead } from './customersRead';
import { withoutUnits } from './customerTable';
import { transactionTable } from './transactionTable';

/** The tables of the catalog, each as its notebook prepares it. */
export const DATASETS = {
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

/** Cleaned and with features as in the main notebook. */
async function campaign(): Promise<TableRead> {
  const { frame, message } = loadDataset('marketing-campaign');
  const { data, dropped } = cleanCampaign(frame);
  const features = campaignFeatures(data);
  return {
    table: Object.fromEntries(columnsOf(features.data)),
    kind: 'customers',
    notes: [message, ...dropped.map(sentenceOf)],
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
