import { checkOneOf } from '../../core/options';
import { LOYALTY_MEMBERS } from './loyaltyMembers';
import { MALL_CUSTOMERS } from './mallCustomers';
import { MARKETING_CAMPAIGN } from './marketingCampaign';
import { ONLINE_RETAIL } from './onlineRetail';
import type { DatasetEntry, DatasetName } from './schema';

/**
 * The four published data sets, by name: schema, source, license, checksum.
 *
 * @example
 * CATALOG['marketing-campaign'].columns.map((column) => column.name);
 */
export const CATALOG: Readonly<Record<DatasetName, DatasetEntry>> = {
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
  return CATALOG[checkOneOf('name', name, Object.keys(CATALOG) as DatasetName[])];
}
