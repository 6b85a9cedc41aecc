import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Segmentation } from '../../src/segmentation/segmentation';
import { isMissingText } from '../../src/table/missing';
import { caseFiles } from './rfmOf';

const { file, lines } = caseFiles('02-null-words');

const CUSTOMERS = {
  14001: '12 2 55.00 444',
  14002: '46 1 21.00 112',
  14003: '1 2 119.00 545',
  14004: '26 1 11.00 211',
};

test.each([
  ['sales.csv', 16],
  ['sales_gaps.csv', 18],
])('%s: nobody is called NULL, and Namibia keeps its revenue', async (name, rows) => {
  const { by, asOf, revenue, rowsRead, steps, detected, monthByCountry } = await file(name);
  expect(by).toEqual(CUSTOMERS);
  expect([asOf, revenue, rowsRead]).toEqual(['2024-03-22', 206, rows]);
  expect(steps.find(({ name }) => name === 'Drop rows without a customer')?.concerned).toBe(10);
  expect(detected.join()).toMatch(/9 rows have no 'Customer\w*': /);
  const countries = monthByCountry!;
  const namibia = countries.country.flatMap((country, i) =>
    country === 'NA' ? [Number(countries.revenue[i])] : [],
  );
  expect(namibia.reduce((sum, each) => sum + each, 0)).toBe(55);
});

const WORDS = [
  ...[
    'NULL',
    'null',
    '(null)',
    'NaN',
    'NaT',
    '<NA>',
    'n/a',
    'N.A.',
    '#N/A',
    '#NV',
    '#VALUE!',
    'nil',
    '(blank)',
    '-',
    '--',
  ],
  ...[
    '0',
    '-1',
    'unknown',
    '?',
    'k.A.',
    'unbekannt',
    'desconocido',
    'inconnu',
    'sconosciuto',
    'onbekend',
    'desconhecido',
  ],
  ...['guest', 'Gast', 'None', '\\N', '"NULL"', '[NULL]', 'NULL\u00A0', '\u200BNULL', 'not set', 'anonymous'],
];

const [HEADER, ...SALES] = readFileSync(join(__dirname, '02-null-words', 'sales.csv'), 'utf8')
  .trim()
  .split('\n');

test.each(WORDS)('%j is nobody as customer, and no amount', async (word) => {
  const quoted = `"${word.replaceAll('"', '""')}"`;
  const log = [
    'customer,date,amount',
    ...[1, 2, 3].map((day) => `${quoted},2024-03-0${day},50`),
    'A1,2024-03-01,10',
  ];
  const { by } = await lines([...log, `A1,2024-03-02,${isMissingText(word) ? quoted : ''}`]);
  expect(Object.keys(by)).toEqual(['A1']);
  expect(by.A1).toMatch(/ 1 10\.00 /);
});

test('a customer is one, however the cell is spelled', async () => {
  const spelled = [
    '10452',
    '10452.0',
    ' 10452',
    '10452\u00A0',
    '\u200B10452',
    "'10452",
    '\uFEFF10452',
    '"""10452"""',
  ];
  const log = ['customer,date,amount', ...spelled.map((text, i) => `${text},2024-03-0${i + 1},10`)];
  const { by, detected } = await lines([...log, '20,2024-03-01,5']);
  expect(by).toEqual({ 10452: expect.stringMatching(/ 8 80\.00 /), 20: expect.stringMatching(/ 1 5\.00 /) });
  expect(detected.join()).toContain("4 spellings in 'customer' are read as their plain form");
  const reversed = await lines([log[0], '20,2024-03-01,5', ...log.slice(1).reverse()]);
  expect(reversed.by).toEqual(by);
});

test('what may be two customers is asked, and joined where that is said', async () => {
  const log = [
    'customer,date,amount',
    '00123,2024-03-01,10',
    '123,2024-03-02,10',
    'AB1,2024-03-02,1',
    'ab1,2024-03-03,1',
  ];
  const asked = await lines(log);
  expect(Object.keys(asked.by).sort()).toEqual(['00123', '123', 'AB1', 'ab1']);
  expect(asked.detected.join()).toMatch(/leading zeros only.*'zeros'.*capitals only.*'capitals'/);
  const joined = await lines(log, { joinCustomers: ['zeros', 'capitals'] });
  expect(Object.keys(joined.by).sort()).toEqual(['123', 'ab1']);
});

test('a word is a customer where it is said to be one', async () => {
  const log = ['customer,date,amount', 'NA,2024-03-01,10', 'B7,2024-03-02,10'];
  expect(Object.keys((await lines(log)).by)).toEqual(['B7']);
  expect(Object.keys((await lines(log, { keepMissing: ['na'] })).by).sort()).toEqual(['B7', 'NA']);
});

test('totals, headers and remarks of a log are no purchases', async () => {
  const rows = [...SALES, 'Exported on 2024-03-22,,,,', HEADER];
  const width = HEADER.split(',').length;
  const names = HEADER.split(',');
  const total = names
    .map((name, i) => (i === 0 ? 'Grand total' : /price|amount/i.test(name) ? '206' : ''))
    .join(',');
  const padded = rows.map((line) => line + ','.repeat(Math.max(0, width - line.split(',').length)));
  const { by, detected } = await lines([
    HEADER,
    ...padded.map((line) => line.split(',').slice(0, width).join(',')),
    total,
  ]);
  expect(by).toEqual(CUSTOMERS);
  expect(detected.join()).toMatch(/totals, headers or remarks, and are left out/);
});

test('lines of a log that end early', async () => {
  const { by } = await lines([HEADER, ...SALES, 'Grand total', 'Exported on 2024-03-22']);
  expect(by).toEqual(CUSTOMERS);
  await expect(lines([HEADER, ...SALES, '14001,6001,2024-0'])).rejects.toThrow('the header has 6');
});

test('customers of a fit: words for nobody name none, and are counted', () => {
  const ids = [
    '14001',
    'NULL',
    'NULL',
    'NA',
    'guest',
    '14002',
    ...Array.from({ length: 14 }, (_, i) => `${15000 + i}`),
  ];
  const Spend = ids.map((_, i) => (i % 2) * 100 + i);
  const Country = ids.map((_, i) => ['DE', 'NA', 'FR'][i % 3]);
  const model = new Segmentation({ k: 2, id: 'Customer', rowsAreCustomers: true }).fit({
    Customer: ids,
    Spend,
    Country,
  });
  expect(model.warnings).toContain("4 rows have no 'Customer': NULL × 2, NA × 1, guest × 1.");
  expect(model.warnings).toContain("4 customers have no value in 'Customer'.");
  expect(model.ids).not.toContain('NULL');
  expect(new Set(model.customers!.Country)).toEqual(new Set(['DE', 'NA', 'FR']));
});

test('one customer in several spellings is one at the fit, which is said', () => {
  const ids = ['A-1', 'A\u20111', 'B.Roe@Example.com', 'b.roe@example.com', '00123', '123'];
  const more = Array.from({ length: 14 }, (_, i) => `C-${i}`);
  const Customer = [...ids, ...more];
  const Spend = Customer.map((_, i) => (i % 2) * 100 + i);
  const model = new Segmentation({ k: 2, id: 'Customer', rowsAreCustomers: true }).fit({ Customer, Spend });
  const { warnings } = model;
  expect(warnings.join('\n')).toMatch(/2 spellings in 'Customer' are read as their plain form/);
  expect(warnings.join('\n')).toMatch(
    /in leading zeros only, such as '00123' and '123'.*correct the file where they are one/,
  );
  expect(warnings).toContain("'Customer' repeats 2 times: some customers have more than one row.");
  expect(JSON.stringify(model)).not.toMatch(/b\.roe/i); // a model has no addresses
});
