import { checkOneOf } from '../core/options';
import { LOYALTY_MEMBERS } from './catalogue/loyaltyMembers';
import { MALL_CUSTOMERS } from './catalogue/mallCustomers';
import { MARKETING_CAMPAIGN } from './catalogue/marketingCampaign';
import { ONLINE_RETAIL } from './catalogue/onlineRetail';
import type { ColumnSchema, Dialect } from './schema';

/** The data sets that notebooks and tests know by name. */
export type DatasetName = 'marketing-campaign' | 'mall-customers' | 'loyalty-members' | 'online-retail';

/** What is known of a published data set. */
export interface DatasetEntry {
  name: DatasetName;
  title: string;
  /** What one row is. */
  rowIs: string;
  /** Name of the published file (also found with `.gz` at its end). */
  fileName: string;
  /** Name of our own made-up file of the same schema. */
  sampleFileName: string;
  /** Rows of the published file, the header not counted. */
  rows: number;
  columns: readonly ColumnSchema[];
  dialect: Dialect;
  /** Who published it, and where. */
  source: { title: string; url?: string };
  /** The terms as the source states them. We do not pass the file on. */
  licence: string;
  /** SHA-256 of the published file (unpacked), in hex. */
  sha256: string;
  /** SHA-256 of the file as published in gzip form, where it is. */
  sha256OfGzip?: string;
}

/**
 * The four published data sets, by name: schema, source, licence, checksum.
 *
 * @example
 * CATALOGUE['marketing-campaign'].columns.map((column) => column.name);
 */
export const CATALOGUE: Readonly<Record<DatasetName, DatasetEntry>> = {
  'marketing-campaign': MARKETING_CAMPAIGN,
  'mall-customers': MALL_CUSTOMERS,
  'loyalty-members': LOYALTY_MEMBERS,
  'online-retail': ONLINE_RETAIL,
};

/**
 * The entry of that name.
 * @throws InputError listing the names there are.
 *
 * @example
 * datasetEntry('mall-customers').rows; // 200
 */
export function datasetEntry(name: DatasetName): DatasetEntry {
  return CATALOGUE[checkOneOf('name', name, Object.keys(CATALOGUE) as DatasetName[])];
}
