import type { DatasetEntry } from './schema';

/** Members of a shopping mall's club: age, income and a score the mall gave for spending. */
export const MALL_CUSTOMERS: DatasetEntry = {
  name: 'mall-customers',
  title: 'Mall Customer Segmentation Data',
  rowIs: 'a customer',
  fileName: 'Mall_Customers.csv',
  sampleFileName: 'Mall_Customers.sample.csv',
  rows: 200,
  columns: [
    { name: 'CustomerID', type: 'integer', meaning: 'number of the customer' },
    { name: 'Gender', type: 'text', meaning: 'Female or Male', aliases: ['Genre'] },
    { name: 'Age', type: 'integer', meaning: 'age', unit: 'years' },
    { name: 'Annual Income (k$)', type: 'integer', meaning: 'yearly income', unit: 'k$' },
    {
      name: 'Spending Score (1-100)',
      type: 'integer',
      meaning: 'score from 1 to 100 that the mall gave for spending and behavior',
    },
  ],
  dialect: { delimiter: ',' },
  source: {
    title: 'Mall Customer Segmentation Data, Kaggle (vjchoudhary7)',
    url: 'https://www.kaggle.com/datasets/vjchoudhary7/customer-segmentation-tutorial-in-python',
  },
  download: {
    url: 'https://www.kaggle.com/api/v1/datasets/download/vjchoudhary7/customer-segmentation-tutorial-in-python/Mall_Customers.csv',
    bytes: 3981,
  },
  license: 'as stated on its Kaggle page; check it before passing the file on',
  sha256: '416a4f62a8f33841a16e1db5297f0e05d3b65b05e73632cedae58e739e1e1f77',
};
