import { between, chance, choose, lognormal, poisson } from './draw.mjs';

/**
 * Invoice lines of a made-up gift shop, with the columns of `online-retail-dataset.csv` and its flaws: lines without
 * customer or description, cancellations, negative pieces, prices of zero, lines entered twice, and article names
 * that need quoting.
 */
export const onlineRetail = {
  name: 'online-retail',
  fileName: 'online-retail-dataset.sample.csv',
  seed: 2011,
  delimiter: ',',
  lineEnd: '\n',
  header: [
    ...[
      'InvoiceNo',
      'StockCode',
      'Description',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
      'Country',
    ],
  ],
  makeRows(random) {
    const articles = makeArticles(random);
    const visits = Array.from({ length: CUSTOMERS }, (_, i) =>
      visitsOf(random, FIRST_CUSTOMER + 7 * i),
    ).flat();
    visits.sort((one, other) => one.minute - other.minute);
    return visits.flatMap((visit, i) => linesOf(random, visit, FIRST_INVOICE + i, articles));
  },
};

const CUSTOMERS = 140;
const FIRST_CUSTOMER = 30_001;
const FIRST_INVOICE = 800_001;
const FIRST_MINUTE = Date.UTC(2010, 11, 1, 8) / 60_000;
const DAYS = 373;

const THINGS = [
  'CANDLE HOLDER',
  'TEA TOWEL',
  'MUG',
  'LUNCH BAG',
  'WALL CLOCK',
  'CAKE TIN',
  'PHOTO FRAME',
  'BUNTING',
];
const STYLES = [
  'BLUE SPOT',
  'RED STRIPE',
  'GLASS',
  'WOODEN',
  'VINTAGE',
  'SET OF 6',
  '3 PIECE',
  'GARDEN',
  'STAR',
  'IVORY',
];
const ODD_NAMES = [
  'SIGN, "HOME SWEET HOME"',
  'GIFT VOUCHER £10',
  'NOTEBOOK, RULED, A5',
  'BOX, "ODDS AND ENDS"',
];

function makeArticles(random) {
  const plain = STYLES.flatMap((style) => THINGS.map((thing) => `${style} ${thing}`));
  return [...plain, ...ODD_NAMES].map((description, i) => ({
    code: `${20_000 + 7 * i}${chance(random, 0.2) ? choose(random, { A: 1, B: 1, C: 1 }) : ''}`,
    description,
    price: Math.max(0.19, Math.round(300 * lognormal(random, 0.7)) / 100),
  }));
}

/** How often kinds of customer come, how much they take, and how late their last visit can be (share of the year). */
const KINDS = {
  wholesaler: { weight: 4, visits: 14, lines: 14, pieces: 30, until: 1 },
  regular: { weight: 22, visits: 6, lines: 7, pieces: 8, until: 1 },
  occasional: { weight: 44, visits: 1.2, lines: 6, pieces: 5, until: 1 },
  lost: { weight: 30, visits: 1.5, lines: 5, pieces: 5, until: 0.5 },
};

const WEIGHTS = Object.fromEntries(Object.entries(KINDS).map(([name, { weight }]) => [name, weight]));
const COUNTRIES = { 'United Kingdom': 90, Germany: 3, France: 3, EIRE: 2, Spain: 1, Netherlands: 1 };

function visitsOf(random, number) {
  const kind = KINDS[choose(random, WEIGHTS)];
  const id = chance(random, 0.78) ? number : null;
  const customer = { ...kind, country: choose(random, COUNTRIES), id };
  return Array.from({ length: 1 + poisson(random, kind.visits) }, () => {
    const day = Math.floor(random.uniform() * DAYS * kind.until);
    return { ...customer, minute: FIRST_MINUTE + day * 1440 + between(random, 0, 600) };
  });
}

function linesOf(random, visit, number, articles) {
  const canceled = chance(random, 0.07);
  const count = canceled ? between(random, 1, 2) : 1 + poisson(random, visit.lines - 1);
  const invoice = `${canceled ? 'C' : ''}${number}`;
  const lines = Array.from({ length: count }, () => {
    const article = articles[random.integer(articles.length)];
    const pieces = 1 + poisson(random, visit.pieces * lognormal(random, 0.6));
    return lineOf(random, visit, invoice, article, canceled ? -pieces : pieces);
  });
  return lines.flatMap((line) => (chance(random, 0.01) ? [line, line] : [line]));
}

/** One line in 250 is a stock correction: no description, no customer, no price, pieces taken away. */
function lineOf(random, visit, invoice, { code, description, price }, pieces) {
  const date = writeDate(visit.minute);
  if (!invoice.startsWith('C') && chance(random, 0.004)) {
    return [invoice, code, null, -pieces, date, 0, null, visit.country];
  }
  return [invoice, code, description, pieces, date, price, visit.id, visit.country];
}

function writeDate(minute) {
  const date = new Date(minute * 60_000);
  const time = `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${time}`;
}
