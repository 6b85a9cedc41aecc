/** Human names and units of the marketing-campaign columns, for figures and profiles. */
export interface ColumnWording {
  /** What people call a column. */
  labels: Record<string, string>;
  /** What it is measured in, said after the number. */
  units: Record<string, string>;
}

/**
 * How the columns of the data set 'marketing-campaign', and those that `campaignFeatures` adds, read to people.
 * The published file states no currency, so amounts are said by their period only.
 *
 * @example
 * show(histogram(customers, { columns: ['Age', 'Income'], ...campaignWording }));
 */
export const campaignWording: ColumnWording = {
  labels: {
    Kidhome: 'Small children at home',
    Teenhome: 'Teenagers at home',
    MntWines: 'Spending on wine',
    MntFruits: 'Spending on fruit',
    MntMeatProducts: 'Spending on meat',
    MntFishProducts: 'Spending on fish',
    MntSweetProducts: 'Spending on sweets',
    MntGoldProds: 'Spending on gold products',
    NumDealsPurchases: 'Purchases with a discount',
    NumWebPurchases: 'Web purchases',
    NumCatalogPurchases: 'Catalog purchases',
    NumStorePurchases: 'Shop purchases',
    NumWebVisitsMonth: 'Web visits a month',
    Web_Share: 'Share of web purchases',
    Catalog_Share: 'Share of catalog purchases',
    Store_Share: 'Share of shop purchases',
  },
  units: {
    Age: 'years',
    Income: 'per year',
    Recency: 'days',
    Tenure: 'days',
    Total_Spending: 'in two years',
    Average_Purchase: 'per purchase',
  },
};
