import type { DatasetEntry } from './schema';

/** Invoice lines of a British online shop for gifts, December 2010 to December 2011. */
export const ONLINE_RETAIL: DatasetEntry = {
  name: 'online-retail',
  title: 'Online Retail',
  rowIs: 'an invoice line',
  fileName: 'online-retail-dataset.csv',
  sampleFileName: 'online-retail-dataset.sample.csv',
  rows: 541909,
  columns: [
    { name: 'InvoiceNo', type: 'text', meaning: 'number of the invoice; C at its start: a cancellation' },
    { name: 'StockCode', type: 'text', meaning: 'product code' },
    { name: 'Description', type: 'text', meaning: 'product name', missingAllowed: true },
    { name: 'Quantity', type: 'integer', meaning: 'units; negative for returns' },
    { name: 'InvoiceDate', type: 'date', meaning: 'day and time of the invoice' },
    { name: 'UnitPrice', type: 'number', meaning: 'unit price', unit: '£' },
    { name: 'CustomerID', type: 'text', meaning: 'number of the customer', missingAllowed: true },
    { name: 'Country', type: 'text', meaning: 'country in which the customer lives' },
  ],
  dialect: { delimiter: ',', dateFormat: 'M/d/yyyy H:mm' },
  source: {
    title: 'Daqing Chen: Online Retail. UCI Machine Learning Repository, data set 352 (2015)',
    url: 'https://doi.org/10.24432/C5BW33',
  },
  download: {
    url: 'https://archive.ics.uci.edu/static/public/352/data.csv',
    bytes: 45038760,
  },
  license: 'CC BY 4.0',
  sha256: 'a2f79bbdd4463df6db8a3f5a50b9c980ae8f645a370bf5e2c0d6097f9e817b05',
  sha256OfGzip: '4f65c1e685661e132cd767bdd0915b240d740c7c269f31c2810a61951308dc9d',
};
