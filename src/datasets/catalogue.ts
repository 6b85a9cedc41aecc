import { checkOneOf } from '../core/options';
import { LOYALTY_MEMBERS } from './catalogue/loyaltyMembers';
import { MALL_CUSTOMERS } from './catalogue/mallCustomers';
import { MARKETING_CAMPAIGN } from './catalogue/marketingCampaign';
import { ONLINE_RETAIL } from './catalogue/onlineRetail';
import type { DatasetEntry, DatasetName } from './schema';

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
