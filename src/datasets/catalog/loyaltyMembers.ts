import type { DatasetEntry } from './schema';

/** Members of a loyalty program. The values are close to independent uniform noise: expect no clear segments. */
export const LOYALTY_MEMBERS: DatasetEntry = {
  name: 'loyalty-members',
  title: 'Customer Segmentation Data',
  rowIs: 'a customer',
  fileName: 'customer_segmentation_data.csv',
  sampleFileName: 'customer_segmentation_data.sample.csv',
  rows: 1000,
  columns: [
    { name: 'id', type: 'integer', meaning: 'number of the customer' },
    { name: 'age', type: 'integer', meaning: 'age', unit: 'years' },
    { name: 'gender', type: 'text', meaning: 'Female, Male or Other' },
    { name: 'income', type: 'integer', meaning: 'yearly income', unit: 'currency units' },
    { name: 'spending_score', type: 'integer', meaning: 'score from 1 to 100 for spending' },
    { name: 'membership_years', type: 'integer', meaning: 'years as a member', unit: 'years' },
    { name: 'purchase_frequency', type: 'integer', meaning: 'number of purchases in a year' },
    { name: 'preferred_category', type: 'text', meaning: 'kind of goods bought most' },
    {
      name: 'last_purchase_amount',
      type: 'number',
      meaning: 'value of the latest purchase',
      unit: 'currency units',
    },
  ],
  dialect: { delimiter: ',' },
  source: {
    title: 'Customer Segmentation Data for Marketing Analysis, Kaggle (fahmidachowdhury)',
    url: 'https://www.kaggle.com/datasets/fahmidachowdhury/customer-segmentation-data-for-marketing-analysis',
  },
  download: {
    url: 'https://www.kaggle.com/api/v1/datasets/download/fahmidachowdhury/customer-segmentation-data-for-marketing-analysis/customer_segmentation_data.csv',
    bytes: 45461,
  },
  license: 'as stated on its Kaggle page; check it before passing the file on',
  sha256: '70cdb18a8fc451273870366dfbb365e5824da786d58ae1528e6d7553ac6dd760',
};
