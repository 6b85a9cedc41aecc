import { basename, join } from 'node:path';
import { datasetEntry } from '../../../datasets/catalog/catalog';
import { dataFolders, findPublished, OWN_FOLDER } from '../../../datasets/catalog/dataFolders';
import { loadDataset } from '../../../datasets/catalog/loadDataset';
import { columnsOf } from '../../../datasets/frame/columns';
import { campaignFeatures } from '../../../features/campaign/campaignFeatures';
import { campaignWording } from '../../../features/campaign/campaignWording';
import { cleanCampaign } from '../../../features/campaign/cleanCampaign';
import { rfmAnalysis } from '../../../features/rfm/rfmAnalysis';
import { readCustomerTable } from '../../../segmentation/columns/readCustomerTable';
import type { TableData } from '../../../table/tableData';
import { type CustomersRead, sentenceOf } from './customersRead';
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
): Promise<CustomersRead> {
  const { frame, message, entry } = loadDataset(name);
  const table: TableData = Object.fromEntries(columnsOf(frame));
  const units = entry.columns.flatMap(({ name, unit }) =>
    unit && unit !== UNKNOWN_CURRENCY ? [[name, unit] as const] : [],
  );
  const read = readCustomerTable(table);
  return {
    table,
    read,
    kind: 'customers',
    detected: [message],
    labels: withoutUnits(units),
    units: Object.fromEntries(units),
    columns: columns ?? read.suggested.columns,
    k,
    log: [],
  };
}

/** What the catalog calls the unit of amounts in no currency that is known: said after a number, it tells nothing. */
const UNKNOWN_CURRENCY = 'currency units';

/** Cleaned and with features as in the main notebook. */
async function campaign(): Promise<CustomersRead> {
  const { frame, message } = loadDataset('marketing-campaign');
  const { data, dropped } = cleanCampaign(frame);
  const features = campaignFeatures(data);
  const table: TableData = Object.fromEntries(columnsOf(features.data));
  return {
    table,
    read: readCustomerTable(table),
    kind: 'customers',
    detected: [message, ...dropped.map(sentenceOf)],
    labels: { ...campaignWording.labels, Total_Spending: 'Spending in two years' },
    units: Object.fromEntries(
      Object.entries(campaignWording.units).filter(([name]) => name !== 'Total_Spending'),
    ),
    columns: ['Income', 'Total_Spending', 'Age', 'Kidhome', 'Teenhome', 'Family_Size', 'NumDealsPurchases'],
    k: 4,
    log: [],
  };
}

async function onlineRetail(): Promise<CustomersRead> {
  const entry = datasetEntry('online-retail');
  const folders = dataFolders();
  const path = findPublished(entry, folders) ?? join(OWN_FOLDER, entry.sampleFileName);
  const read = transactionTable(await rfmAnalysis(path), basename(path));
  const money = entry.columns.find(({ name }) => name === 'UnitPrice')!.unit!;
  return { ...read, units: { ...read.units, monetary: money, averageOrderValue: money } };
}
