import { chance, choose, clamp } from './draw.mjs';

/**
 * Members of a made-up mall's club, with the columns of `Mall_Customers.csv`: five kinds of customer by income and
 * spending score, whose clouds touch.
 */
export const mallCustomers = {
  name: 'mall-customers',
  fileName: 'Mall_Customers.sample.csv',
  seed: 5,
  delimiter: ',',
  lineEnd: '\r\n',
  header: ['CustomerID', 'Gender', 'Age', 'Annual Income (k$)', 'Spending Score (1-100)'],
  makeRows(random) {
    const customers = Array.from({ length: 200 }, () => makeCustomer(random));
    customers.sort((one, other) => one[INCOME] - other[INCOME]);
    return customers.map((customer, i) => [i + 1, ...customer]);
  },
};

const INCOME = 2;

/** Mean and spread of income (k$), spending score and age. */
const KINDS = {
  average: { weight: 40, income: [55, 9], score: [50, 8], age: [43, 15] },
  careful: { weight: 17, income: [86, 15], score: [18, 10], age: [41, 10] },
  keen: { weight: 20, income: [85, 15], score: [81, 9], age: [33, 4] },
  frugal: { weight: 12, income: [27, 8], score: [21, 11], age: [45, 12] },
  carefree: { weight: 11, income: [27, 8], score: [78, 11], age: [25, 5] },
};

const WEIGHTS = Object.fromEntries(Object.entries(KINDS).map(([name, { weight }]) => [name, weight]));

function makeCustomer(random) {
  const { income, score, age } = KINDS[choose(random, WEIGHTS)];
  const draw = ([mean, spread], low, high) => Math.round(clamp(random.normal(mean, spread), low, high));
  const gender = chance(random, 0.56) ? 'Female' : 'Male';
  return [gender, draw(age, 18, 70), draw(income, 15, 137), draw(score, 1, 99)];
}
