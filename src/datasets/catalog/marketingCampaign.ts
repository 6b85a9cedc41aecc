import type { ColumnSchema, DatasetEntry } from './schema';

const accepted = (name: string, which: string): ColumnSchema => ({
  name,
  type: 'integer',
  meaning: `1 if the customer accepted the offer of the ${which} campaign, else 0`,
});

const spent = (name: string, what: string): ColumnSchema => ({
  name,
  type: 'integer',
  meaning: `amount spent on ${what} in the last two years`,
  unit: 'currency units',
});

const purchases = (name: string, how: string): ColumnSchema => ({
  name,
  type: 'integer',
  meaning: `number of purchases made ${how}`,
});

/** Customers of a food and wine retailer with what they bought and which campaigns they answered. */
export const MARKETING_CAMPAIGN: DatasetEntry = {
  name: 'marketing-campaign',
  title: 'Customer Personality Analysis',
  rowIs: 'a customer',
  fileName: 'marketing_campaign.csv',
  sampleFileName: 'marketing_campaign.sample.csv',
  rows: 2240,
  columns: [
    { name: 'ID', type: 'integer', meaning: 'number of the customer' },
    { name: 'Year_Birth', type: 'integer', meaning: 'year of birth', unit: 'year' },
    { name: 'Education', type: 'text', meaning: 'level of education' },
    { name: 'Marital_Status', type: 'text', meaning: 'marital status, as the customer wrote it' },
    {
      name: 'Income',
      type: 'number',
      meaning: 'yearly income of the household',
      unit: 'currency units',
      missingAllowed: true,
    },
    { name: 'Kidhome', type: 'integer', meaning: 'small children in the household' },
    { name: 'Teenhome', type: 'integer', meaning: 'teenagers in the household' },
    { name: 'Dt_Customer', type: 'date', meaning: 'day on which the customer enrolled' },
    { name: 'Recency', type: 'integer', meaning: 'days since the last purchase', unit: 'days' },
    spent('MntWines', 'wine'),
    spent('MntFruits', 'fruit'),
    spent('MntMeatProducts', 'meat'),
    spent('MntFishProducts', 'fish'),
    spent('MntSweetProducts', 'sweets'),
    spent('MntGoldProds', 'gold products'),
    purchases('NumDealsPurchases', 'with a discount'),
    purchases('NumWebPurchases', 'on the website'),
    purchases('NumCatalogPurchases', 'from the catalog'),
    purchases('NumStorePurchases', 'in the shops'),
    { name: 'NumWebVisitsMonth', type: 'integer', meaning: 'visits to the website in the last month' },
    accepted('AcceptedCmp3', 'third'),
    accepted('AcceptedCmp4', 'fourth'),
    accepted('AcceptedCmp5', 'fifth'),
    accepted('AcceptedCmp1', 'first'),
    accepted('AcceptedCmp2', 'second'),
    {
      name: 'Complain',
      type: 'integer',
      meaning: '1 if the customer complained in the last two years, else 0',
    },
    {
      name: 'Z_CostContact',
      type: 'integer',
      meaning: 'cost of contacting a customer; the same for all',
    },
    {
      name: 'Z_Revenue',
      type: 'integer',
      meaning: 'revenue of an accepted offer; the same for all',
    },
    accepted('Response', 'latest'),
  ],
  dialect: { delimiter: '\t', dateFormat: 'dd-MM-yyyy' },
  source: {
    title: 'Customer Personality Analysis, Kaggle (imakash3011)',
    url: 'https://www.kaggle.com/datasets/imakash3011/customer-personality-analysis',
  },
  download: {
    url: 'https://www.kaggle.com/api/v1/datasets/download/imakash3011/customer-personality-analysis/marketing_campaign.csv',
    bytes: 220188,
  },
  license: 'as stated on its Kaggle page; check it before passing the file on',
  sha256: 'cd0affa36b1b981e80ba0e27767e9b3ab723f7a3dba948f722af81abc6b990ea',
};
