import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describePublished } from '../datasets/catalog/published';
import { describeWith } from '../support/requirement';
import { cli, needsBuild, workFolder } from './cli';

const LOG = `InvoiceNo,CustomerID,InvoiceDate,Quantity,UnitPrice,Country
1,=A1,2024-01-05 10:00,2,10.10,Norway
2,=A1,2024-02-05 10:00,1,5,Norway
C3,=A1,2024-02-06 10:00,-1,5,Norway
4,B,2024-01-07 10:00,3,1,Chad
5,,2024-01-08 10:00,3,1,Chad
`;

describeWith(needsBuild, 'rfm', () => {
  const work = workFolder();
  const rfm = (...args: string[]) => cli(['rfm', ...args], { cwd: work.path });
  beforeAll(() => work.put('log.csv', LOG));
  afterAll(work.remove);

  test('writes scores, segments and report, and says what it found', async () => {
    const { code, stdout, stderr } = await rfm('log.csv', '--as-of', '2024-03-01');
    expect(code).toBe(0);
    expect(readdirSync(work.at('out')).sort()).toEqual([
      'rfm_customers.csv',
      'rfm_report.html',
      'rfm_segments.csv',
    ]);
    const [header, first] = parse(readFileSync(work.at('out', 'rfm_customers.csv')), {
      bom: true,
    }) as string[][];
    const row = Object.fromEntries(header.map((name, j) => [name, first[j]]));
    expect(row).toMatchObject({
      customer: "'=A1",
      recency: '25',
      frequency: '2',
      monetary: '20.20',
      gross: '25.20',
    });
    expect(stdout).toMatch(/^'.*' are 50% of customers and bring \d+% of revenue\n/);
    expect(stdout).toContain('Revenue 23.20 net; recency as of Mar 1, 2024.');
    expect(stdout).toContain('28.20 gross, 23.20 net');
    expect(stderr).toContain('Subtracted: cancellations (1 row, −5.00).');
    expect(stderr).toContain("customer is in column 'CustomerID'");
  });

  test('says that a purchase is dated in the future, in the report too', async () => {
    work.put('later.csv', `${LOG}6,B,9000-01-01 10:00,1,1,Chad\n`);
    const { stderr } = await rfm('later.csv', '--out', 'later');
    expect(stderr).toContain('1 row is dated in the future, up to 9000-01-01');
    expect(readFileSync(work.at('later', 'rfm_report.html'), 'utf8')).toContain(
      '1 row is dated in the future',
    );
  });

  test('scores of another log are not replaced without being asked to', async () => {
    work.put('second.csv', LOG);
    expect((await rfm('log.csv', '--out', 'kept')).code).toBe(0);
    expect((await rfm('log.csv', '--out', 'kept', '--as-of', '2024-03-01')).code).toBe(0);
    expect((await rfm('second.csv', '--out', 'kept')).stderr).toContain('--overwrite');
    expect((await rfm('second.csv', '--out', 'kept', '--overwrite')).code).toBe(0);
  });

  test('--json counts rows, customers and revenue', async () => {
    const { stdout } = await rfm('log.csv', '--json', '--out', 'j');
    expect(JSON.parse(stdout)).toMatchObject({
      rowsRead: 5,
      rowsValid: 3,
      customers: 2,
      revenue: 23.2,
      grossRevenue: 28.2,
      subtracted: [{ kind: 'cancellations', rows: 1, amount: -5 }],
      asOf: '2024-02-06',
      segments: expect.arrayContaining([expect.objectContaining({ name: 'Champions' })]),
      files: ['j/rfm_customers.csv', 'j/rfm_segments.csv', 'j/rfm_report.html'],
    });
  });

  test('--gross: sums before cancellations', async () => {
    const { stdout } = await rfm('log.csv', '--json', '--gross', '--out', 'g');
    expect(JSON.parse(stdout)).toMatchObject({ rowsValid: 3, customers: 2, revenue: 28.2 });
    expect(readFileSync(work.at('g', 'rfm_customers.csv'), 'utf8')).not.toContain('gross');
  });

  test('several currencies are refused by name and count; one at a time is counted', async () => {
    work.put('money.csv', 'customer,date,amount,currency\nA,2024-01-05,10,EUR\nB,2024-01-06,9,USD\n');
    const { code, stderr } = await rfm('money.csv', '--out', 'money');
    expect(code).toBe(2);
    expect(stderr).toMatch(/2 currencies.*EUR \(1 row\) and USD \(1 row\).*--only-currency/s);
    const { stdout } = await rfm('money.csv', '--only-currency', 'EUR', '--out', 'money');
    expect(stdout).toContain('Revenue €10.00;');
  });

  test('columns with names of their own are named', async () => {
    work.put('own.csv', 'Wer;Wann;Summe\nA;05.01.2024;1.234,50\nB;15.02.2024;10,00\n');
    const { code, stdout, stderr } = await rfm(
      ...['own.csv', '--customer', 'Wer', '--date', 'Wann', '--amount', 'Summe', '--decimal', ','],
      ...['--json', '--out', 'own'],
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(JSON.parse(stdout).revenue).toBe(1244.5);
  });

  test.each<[string, string, string[], RegExp]>([
    [
      'no customer column',
      'InvoiceDate,Quantity,UnitPrice\n2024-01-05,1,2\n',
      [],
      /customer; give --customer/,
    ],
    ['a wrong column', LOG, ['--customer', 'CustomerId'], /--customer names 'CustomerId'.*CustomerID/],
    ['an unparseable date', LOG.replace('2024-01-07 10:00', 'soon'), [], /'soon'/],
    [
      'no valid transactions',
      'CustomerID,InvoiceDate,Quantity,UnitPrice\nA,2024-01-05,-1,2\n',
      [],
      /no valid purchase is left of bad\.csv/,
    ],
    ['a day that is none', LOG, ['--as-of', '2024-13-01'], /--as-of is '2024-13-01'/],
    ['a ragged row', `${LOG}6,C\n`, [], /line 7/],
    ['an empty file', '', [], /bad\.csv is empty/],
  ])('%s is a mistake: exit code 2, nothing written', async (_, text, args, message) => {
    work.put('bad.csv', text);
    const { code, stdout, stderr } = await rfm('bad.csv', '--out', 'bad', ...args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toMatch(/\n +at /);
    expect(existsSync(work.at('bad'))).toBe(false);
  });

  describePublished('online-retail', () => {
    test('the published log, duplicates kept, as of 2011-12-10', async () => {
      const folder = process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../data');
      const name = ['online-retail-dataset.csv.gz', 'online-retail-dataset.csv'].find((file) =>
        existsSync(join(folder, file)),
      )!;
      const { code, stdout } = await rfm(
        join(folder, name),
        '--as-of',
        '2011-12-10',
        '--json',
        '--out',
        'online',
      );
      expect(code).toBe(0);
      const document = JSON.parse(stdout);
      expect(document).toMatchObject({ rowsRead: 541_909, rowsValid: 397_884, customers: 4338 });
      expect(document.grossRevenue).toBeCloseTo(8_911_407.904, 3);
      expect(document.revenue).toBeCloseTo(8_300_065.814, 3);
    });
  });
});
