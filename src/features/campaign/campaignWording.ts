/** Human names and units of the marketing-campaign columns, for figures and profiles. */
export interface ColumnWording {
  /** Column labels. */
  labels: Record<string, string>;
  /** The unit, shown after the number. */
  units: Record<string, string>;
}

/**
 * Labels and units for the columns of the data set 'marketing-campaign' and those that `campaignFeatures` adds. The
 * published file states no currency, so amounts have a period only.
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
    NumWebVisitsMonth: 'Web visits per month',
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
