import { between, chance, choose, clamp, logit, lognormal, poisson, split } from './draw.mjs';

/**
 * Customers of a made-up food and wine retailer, with the columns of `marketing_campaign.csv` and flaws of its
 * kinds. Four kinds of household overlap; what a household spends, where, and which campaigns it answers follow
 * from its income and its children, with much luck. Nothing is fitted to single rows of the published file.
 */
export const marketingCampaign = {
  name: 'marketing-campaign',
  fileName: 'marketing_campaign.sample.csv',
  seed: 2014,
  delimiter: '\t',
  lineEnd: '\r\n',
  header: [
    ...['ID', 'Year_Birth', 'Education', 'Marital_Status', 'Income', 'Kidhome', 'Teenhome', 'Dt_Customer'],
    ...['Recency', 'MntWines', 'MntFruits', 'MntMeatProducts', 'MntFishProducts', 'MntSweetProducts'],
    ...['MntGoldProds', 'NumDealsPurchases', 'NumWebPurchases', 'NumCatalogPurchases', 'NumStorePurchases'],
    ...['NumWebVisitsMonth', 'AcceptedCmp3', 'AcceptedCmp4', 'AcceptedCmp5', 'AcceptedCmp1', 'AcceptedCmp2'],
    ...['Complain', 'Z_CostContact', 'Z_Revenue', 'Response'],
  ],
  makeRows(random) {
    const customers = Array.from({ length: CUSTOMERS }, () => makeCustomer(random));
    addFlaws(random, customers);
    const copies = Array.from(random.sample(CUSTOMERS, COPIES), (i) => customers[i]);
    const rows = random.shuffle([...customers, ...copies]);
    const ids = random.sample(12_000, rows.length);
    return rows.map((customer, i) => [ids[i], ...customer]);
  },
};

const CUSTOMERS = 830;
const COPIES = 70;

/** Positions in a customer's row, which has no ID yet. */
const [YEAR_BIRTH, MARITAL_STATUS, INCOME] = [0, 2, 3];

/** Kinds of household. Probabilities of children are for none, one, two. */
const HOUSEHOLDS = {
  established: {
    weight: 29,
    income: [58_500, 12_500],
    age: [51, 8],
    kids: { 0: 97, 1: 3 },
    teens: { 0: 3, 1: 93, 2: 4 },
    education: { Basic: 1, Graduation: 50, '2n Cycle': 6, Master: 17, PhD: 26 },
  },
  young: {
    weight: 28,
    income: [31_000, 9_500],
    age: [36, 7],
    kids: { 0: 14, 1: 83, 2: 3 },
    teens: { 0: 98, 1: 2 },
    education: { Basic: 8, Graduation: 51, '2n Cycle': 13, Master: 15, PhD: 13 },
  },
  affluent: {
    weight: 23,
    income: [77_500, 10_500],
    age: [45, 13],
    kids: { 0: 97, 1: 3 },
    teens: { 0: 98, 1: 2 },
    education: { Basic: 0, Graduation: 53, '2n Cycle': 9, Master: 15, PhD: 23 },
  },
  middle: {
    weight: 20,
    income: [43_500, 11_000],
    age: [48, 8],
    kids: { 0: 1, 1: 93, 2: 6 },
    teens: { 0: 1, 1: 94, 2: 5 },
    education: { Basic: 1, Graduation: 48, '2n Cycle': 9, Master: 18, PhD: 24 },
  },
};

const KINDS = Object.fromEntries(Object.entries(HOUSEHOLDS).map(([name, { weight }]) => [name, weight]));

function makeCustomer(random) {
  const kind = choose(random, KINDS);
  const { income: incomes, age: ages, kids, teens, education: levels } = HOUSEHOLDS[kind];
  const education = choose(random, levels);
  const schooling = education === 'Basic' ? 0.6 : 1;
  const income = Math.round(clamp(random.normal(...incomes) * schooling, 4_000, 112_000));
  const age = Math.round(clamp(random.normal(...ages), 18, 74));
  const person = {
    ...{
      kind,
      education,
      income,
      age,
      kids: Number(choose(random, kids)),
      teens: Number(choose(random, teens)),
    },
    partner: chance(random, kind === 'affluent' ? 0.58 : 0.66),
    daysEnrolled: between(random, 0, ENROLMENT_DAYS),
    recency: between(random, 0, 99),
  };
  return rowOf(random, person);
}

function rowOf(random, person) {
  const spending = drawSpending(random, person);
  const amounts = drawBasket(random, person, spending);
  const spent = amounts.reduce((sum, amount) => sum + amount, 0) / 1000;
  return [
    LAST_YEAR - person.age,
    person.education,
    maritalStatus(random, person),
    person.income,
    person.kids,
    person.teens,
    enrolmentDate(person.daysEnrolled),
    person.recency,
    ...amounts,
    ...drawPurchases(random, person, spent),
    ...drawCampaigns(random, person, spent),
  ];
}

const LAST_YEAR = 2014;
const LAST_DAY = Date.UTC(2014, 5, 29);
const ENROLMENT_DAYS = 699;

function enrolmentDate(daysEnrolled) {
  const date = new Date(LAST_DAY - daysEnrolled * 86_400_000);
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}-${month}-${year}`;
}

function maritalStatus(random, { partner, age }) {
  if (partner) return choose(random, { Married: 60, Together: 40 });
  return choose(random, { Single: 60, Divorced: 30, Widow: age > 50 ? 20 : 1 });
}

const MAX_SPENT = 2_500;

/** Rises steeply with income and levels off; each child takes a part; longer customers have bought more. */
function drawSpending(random, { income, kids, teens, daysEnrolled }) {
  const tens = income / 10_000;
  const expected = 2.55 + 0.95 * tens - 0.0445 * tens ** 2 - 0.7 * kids - 0.26 * teens;
  const loyalty = 0.4 * (daysEnrolled / ENROLMENT_DAYS - 0.5);
  const luck = tens > 6.5 ? 0.4 : 0.8;
  let spending = Infinity;
  while (spending > MAX_SPENT) spending = Math.exp(expected + loyalty + random.normal(0, luck));
  return Math.max(6, spending);
}

/** Wine, fruit, meat, fish, sweets, gold: whole amounts, within what one household can use. */
function drawBasket(random, { kind, age, education }, spending) {
  const taste = {
    established: [0.62, 0.025, 0.19, 0.035, 0.025, 0.08],
    young: [0.32, 0.055, 0.28, 0.08, 0.055, 0.17],
    affluent: [0.47, 0.035, 0.35, 0.055, 0.037, 0.05],
    middle: [0.57, 0.02, 0.23, 0.03, 0.02, 0.11],
  }[kind];
  const wine = (education === 'PhD' ? 1.3 : 1) * (1 + (age - 45) / 150);
  const weights = taste.map((share, j) => (j === 0 ? share * wine : share));
  const amounts = split(random, spending, weights, [0.5, 1.1, 0.45, 1.05, 1.1, 0.85]);
  return amounts.map((amount, j) => Math.round(Math.min(amount, [1_490, 199, 1_600, 258, 210, 320][j])));
}

/** Deals, web, catalog, shops, visits to the website. `spent` in thousands. */
function drawPurchases(random, { income, kids, teens }, spent) {
  const deals = (1.15 + 1.65 * teens + 0.85 * kids) * lognormal(random, 0.4);
  const web = 1.5 + 3.7 * Math.sqrt(spent) - 1.2 * Math.max(0, spent - 1) + 0.5 * teens;
  const catalog = 0.15 + 4.1 * spent;
  const shops = 2.7 + 4.7 * spent ** 0.75;
  const visits = 8.6 - 0.75 * (income / 10_000) + 0.9 * teens + 0.2 * kids + random.normal(0, 1.7);
  return [
    Math.min(15, poisson(random, deals)),
    Math.min(25, poisson(random, web)),
    Math.min(28, poisson(random, catalog)),
    Math.min(13, poisson(random, shops)),
    clamp(Math.round(visits), 0, 10),
  ];
}

/** Campaigns 3, 4, 5, 1, 2, a complaint, the two constants, and the latest campaign. */
function drawCampaigns(random, { partner, teens, recency, daysEnrolled }, spent) {
  const third = logit(random, -2.55);
  const fourth = logit(random, -3.5 + 1.35 * spent);
  const fifth = logit(random, -5.4 + 2.9 * spent);
  const first = logit(random, -4.9 + 2.3 * spent);
  const second = logit(random, -5.6 + 1.5 * spent);
  const answered = third + fifth + first + second + 0.5 * fourth;
  const home = -0.7 * Number(partner) - 0.8 * teens;
  const habit = -0.018 * (recency - 49) + 2.2 * (daysEnrolled / ENROLMENT_DAYS - 0.5);
  const latest = logit(random, -1.9 + 0.1 * spent + 1.3 * answered + home + habit);
  return [third, fourth, fifth, first, second, Number(chance(random, 0.009)), 3, 11, latest];
}

/** Mistakes of the published file's kinds, each in its own customer. */
function addFlaws(random, customers) {
  const flaws = [
    ...[1893, 1899, 1900].map((year) => [YEAR_BIRTH, year]),
    ...['YOLO', 'YOLO', 'Absurd', 'Absurd', 'Alone', 'Alone', 'Alone'].map((status) => [
      MARITAL_STATUS,
      status,
    ]),
    [INCOME, 666_666],
    ...Array.from({ length: 9 }, () => [INCOME, null]),
  ];
  const chosen = random.sample(customers.length, flaws.length);
  flaws.forEach(([position, value], k) => {
    customers[chosen[k]][position] = value;
  });
}
