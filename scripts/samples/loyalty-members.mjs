import { between, choose } from './draw.mjs';

/**
 * Members of a made-up loyalty program, with the columns of `customer_segmentation_data.csv` and, as there, next
 * to no structure: every column is drawn on its own.
 */
export const loyaltyMembers = {
  name: 'loyalty-members',
  fileName: 'customer_segmentation_data.sample.csv',
  seed: 1000,
  delimiter: ',',
  lineEnd: '\r\n',
  header: [
    ...['id', 'age', 'gender', 'income', 'spending_score', 'membership_years', 'purchase_frequency'],
    ...['preferred_category', 'last_purchase_amount'],
  ],
  makeRows: (random) => Array.from({ length: 1000 }, (_, i) => [i + 1, ...makeMember(random)]),
};

const CATEGORIES = { Electronics: 21, Sports: 21, 'Home & Garden': 21, Groceries: 20, Clothing: 17 };

function makeMember(random) {
  return [
    between(random, 18, 69),
    choose(random, { Male: 36, Female: 32, Other: 32 }),
    between(random, 30_000, 150_000),
    between(random, 1, 100),
    between(random, 1, 10),
    between(random, 1, 50),
    choose(random, CATEGORIES),
    between(random, 1_000, 100_000) / 100,
  ];
}
