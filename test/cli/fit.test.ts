import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Random } from '../../src/core/random';
import { describePublished } from '../datasets/catalog/published';
import { describeWith } from '../support/requirement';
import { cli, customersCsv, needsBuild, workFolder } from './cli';

// cspell:ignore Rechnungsnr Betrag

const read = (path: string) => parse(readFileSync(path), { bom: true }) as string[][];

describeWith(needsBuild, 'fit', () => {
  const work = workFolder();
  const runFit = (...args: string[]) => cli(['fit', ...args], { cwd: work.path });
  beforeAll(() => work.put('customers.csv', customersCsv()));
  afterAll(work.remove);

  test('writes segments, model and report, and says what it found', async () => {
    const { code, stdout, stderr } = await runFit('customers.csv', '--k', '3');
    expect(code).toBe(0);
    expect(readdirSync(work.at('out')).sort()).toEqual(['model.json', 'report.html', 'segments.csv']);
    const [header, ...rows] = read(work.at('out', 'segments.csv'));
    const ours = [
      'segment',
      'segment_name',
      'action',
      'margin',
      'stability',
      'agreement',
      'between',
      'reason',
    ];
    expect(header).toEqual(['Customer', 'Age', 'Spending', ...ours]);
    expect(rows).toHaveLength(90);
    expect(rows[0][0]).toBe('C000');
    expect([...new Set(rows.map((row) => row[3]))].sort()).toEqual(['1', '2', '3']);
    expect(stdout).toMatch(
      /^3 segments of 90 customers: .* are \d+% of customers and \d+% of spending\nSegment/,
    );
    expect(stdout).toContain('Clear structure');
    expect(stdout).toContain('Every segment is highly stable');
    expect(stdout).toMatch(/Segment .*Stability/);
    expect(rows.every((row) => Number(row[7]) >= 0.85 && Number(row[8]) > 0.5)).toBe(true);
    expect(stdout).toContain('Left out: Customer (identifies customers).');
    expect(stdout).toContain('\nout/report.html\n');
    expect(stdout).toContain('Next: customer-segmentation predict out/model.json');
    expect(stderr).toContain('customers.csv: 90 rows, 3 columns');
    expect(readFileSync(work.at('out', 'report.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('--json is one document and nothing else; the same seed gives the same', async () => {
    const args = [
      'customers.csv',
      '--columns',
      'Age,Spending',
      '--k',
      '3',
      '--seed',
      '7',
      '--json',
      '--out',
      'j',
    ];
    const { code, stdout } = await runFit(...args);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      rows: 90,
      clustered: 90,
      columns: ['Age', 'Spending'],
      id: 'Customer',
      algorithm: 'kmeans',
      k: 3,
      inertia: expect.any(Number),
      silhouette: expect.any(Number),
      structure: { verdict: 'clear' },
      sizes: [30, 30, 30],
      names: [/./, /./, /./].map(() => expect.any(String)),
      seed: 7,
      dropped: [],
      files: ['j/segments.csv', 'j/model.json', 'j/report.html'],
    });
    const model = readFileSync(work.at('j', 'model.json'), 'utf8');
    expect(JSON.parse((await runFit(...args)).stdout)).toEqual(document);
    expect(readFileSync(work.at('j', 'model.json'), 'utf8')).toBe(model);
  });

  test('a Gaussian mixture of any shape is fitted, chosen by BIC, described and saved', async () => {
    const asked = ['--algorithm', 'gaussian-mixture', '--covariance', 'diagonal', '--out', 'g'];
    const { code, stdout } = await runFit('customers.csv', ...asked);
    expect(code).toBe(0);
    expect(stdout).toContain('The Bayesian information criterion (BIC)');
    const { algorithm, options, rule } = JSON.parse(readFileSync(work.at('g', 'model.json'), 'utf8'));
    expect([algorithm, options.covariance, rule.covariance]).toEqual([
      'gaussian-mixture',
      'diagonal',
      'diagonal',
    ]);
    expect(readFileSync(work.at('g', 'report.html'), 'utf8')).toContain('a mixture of Gaussians');
    const [header, ...rows] = read(work.at('g', 'segments.csv'));
    expect(header.slice(6, 8)).toEqual(['margin', 'membership']);
    expect(rows.every((row) => Number(row[7]) > 0.3 && Number(row[7]) <= 1)).toBe(true);
    const { stderr } = await runFit('customers.csv', '--covariance', 'round');
    expect(stderr).toMatch(/--covariance.*full.*tied.*diagonal.*spherical/s);
  });

  test('every row is in segments.csv as it was written, with its segment or why it has none', async () => {
    const lines = customersCsv().trim().split('\n');
    const rows = lines.slice(1).map((line, i) => {
      const [id, age, spending] = line.split(',');
      const money = i === 4 ? 'n/a' : `"1.${String(Math.round(Number(spending) / 2)).padStart(3, '0')},50"`;
      return `0${id.slice(1)},${age},${money},0${1 + (i % 9)}.03.2021,-${i % 7},+49 170 ${i}`;
    });
    work.put('crm.csv', `Customer,Age,Spending,segment,Balance,Phone\n${rows.join('\n')}\n`);
    const { code, stdout, stderr } = await runFit(
      ...['crm.csv', '--columns', 'Age,Spending', '--k', '3', '--json', '--out', 'crm', '--decimal', ','],
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [header, ...written] = read(work.at('crm', 'segments.csv'));
    const own = ['Customer', 'Age', 'Spending', 'segment', 'Balance', 'Phone'];
    expect(header.slice(0, 10)).toEqual([...own, 'segment_2', 'segment_name', 'action', 'margin']);
    expect(written).toHaveLength(90);
    expect(written[0].slice(0, 6)).toEqual([
      '0000',
      expect.any(String),
      expect.stringMatching(/^1\.\d+,50$/),
      '01.03.2021',
      '-0',
      "'+49 170 0",
    ]);
    expect(written[4].slice(6)).toEqual(['', '', '', '', '', '', '', 'Spending: missing']);
    expect(written.filter((row) => row[6] === '')).toHaveLength(1);
    expect(Number(written[0][9])).toBeGreaterThan(0);
    expect(JSON.parse(stdout).segmentsFile).toEqual({ columns: header, rows: 90, withoutSegment: 1 });
  });

  test('a customer whose row is duplicated is one; one with two different rows has both, and it is said', async () => {
    const lines = customersCsv().trim().split('\n');
    const [, first, second] = lines;
    const other = second.replace(/,[^,]*$/, ',7');
    work.put('twice.csv', [...lines, first, first, other].join('\n'));
    const { stdout } = await runFit('twice.csv', '--k', '3', '--json', '--out', 'twice');
    const { rows, clustered, dropped, warnings, segmentsFile } = JSON.parse(stdout);
    expect({ rows, clustered }).toEqual({ rows: 93, clustered: 91 });
    expect(dropped[0].changes).toEqual([{ what: 'the same as an earlier row in every column', count: 2 }]);
    expect(warnings.join()).toContain("'Customer' repeats 1 time");
    expect(segmentsFile.rows).toBe(91);
    const ids = read(work.at('twice', 'segments.csv')).map(([id]) => id);
    expect(ids.filter((id) => id === 'C000')).toHaveLength(1);
  });

  test('results of another file are not replaced without being asked to; those of the same file are, and it is said', async () => {
    work.put('other.csv', customersCsv());
    const args = ['--k', '3', '--json', '--out', 'kept'];
    expect((await runFit('customers.csv', ...args)).stderr).not.toContain('Replacing');
    const again = await runFit('customers.csv', ...args);
    expect(again.stderr).toContain('Replacing the results that were there: kept/segments.csv');
    await cli(['report', 'kept/model.json', '-q'], { cwd: work.path });
    expect((await runFit('customers.csv', ...args)).code).toBe(0);
    const before = readFileSync(work.at('kept', 'segments.csv'), 'utf8');
    const refused = await runFit('other.csv', ...args, '--id', 'Age');
    expect([refused.code, refused.stderr]).toEqual([
      2,
      'Error: kept/segments.csv holds results of another run; name another place by --out, or add --overwrite to replace it\n',
    ]);
    expect(readFileSync(work.at('kept', 'segments.csv'), 'utf8')).toBe(before);
    expect((await runFit('other.csv', ...args, '--overwrite')).code).toBe(0);
  });

  test('--quiet says nothing at all', async () => {
    const { code, stdout, stderr } = await runFit('customers.csv', '--k', '3', '--quiet', '--out', 'q');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('hostile names in cells and columns do no harm', async () => {
    const hostile = `=cmd()|,__proto__,<script>alert(1)</script>,"a\nb"\n${Array.from(
      { length: 60 },
      (_, i) => `"=HYPERLINK(""x"")${i}",${(i % 2) * 50 + (i % 5)},${i % 7},<img onerror=x>`,
    ).join('\n')}\n`;
    work.put('hostile.csv', hostile);
    const { code, stderr } = await runFit('hostile.csv', '--k', '2', '--id', '=cmd()|', '--out', 'hostile');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(read(work.at('hostile', 'segments.csv'))[1][0]).toBe('\'=HYPERLINK("x")0');
    const html = readFileSync(work.at('hostile', 'report.html'), 'utf8');
    expect(html).not.toContain('<script>alert(1)</script>');
    expect(html).not.toContain('<img onerror');
    await runFit('hostile.csv', '--k', '2', '--id', '=cmd()|', '--out', 'raw', '--no-formula-protection');
    expect(read(work.at('raw', 'segments.csv'))[1][0]).toBe('=HYPERLINK("x")0');
  });

  test('identifiers keep their zeros, in the order of the file; - is standard input', async () => {
    const input = customersCsv().replaceAll(/^C/gm, '00').replace('00ustomer', 'Customer');
    const options = { cwd: work.path, input };
    const { code, stderr } = await cli(['fit', '-', '--k', '3', '--out', 'stdin', '--quiet'], options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const ids = read(work.at('stdin', 'segments.csv')).map(([id]) => id);
    expect(ids.slice(0, 3)).toEqual(['Customer', '00000', '00001']);
    expect(ids[90]).toBe('00089');
  });

  test('orders are not clustered as customers: the command offered makes customers of them, the next one fits', async () => {
    const rows = Array.from(
      { length: 80 },
      (_, i) =>
        `K${i % 7 === 0 ? 1 : i % 20};R-${500 + i};2024-01-${10 + ((i * 7) % 19)};${1 + ((i * 13) % 40)}`,
    );
    work.put('my orders.csv', `Kd-Nr.;Rechnungsnr;Datum;Betrag\n${rows.join('\n')}\n`);
    const { code, stdout, stderr } = await runFit('my orders.csv', '--k', '2', '--out', 'log');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('a row of this table is an order, not a customer: 80 rows name 20 customers');
    expect(existsSync(work.at('log'))).toBe(false);
    const offered = /get one row per customer with customer-segmentation (.*), or set/.exec(stderr)![1];
    expect(offered).toBe(
      'rfm "my orders.csv" --customer Kd-Nr. --invoice Rechnungsnr --date Datum --amount Betrag',
    );
    const words = [...offered.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
    const scored = await cli([...words, '--out', 'scored'], { cwd: work.path });
    expect(scored.code).toBe(0);
    const next = /Next: customer-segmentation (.*)/.exec(scored.stdout)![1];
    const fitted = await cli([...next.split(' '), '--k', '3', '--json'], { cwd: work.path });
    expect(JSON.parse(fitted.stdout)).toMatchObject({
      rows: 20,
      id: 'customer',
      columns: ['recency', 'frequency', 'monetary'],
    });
    const anyway = await runFit(
      'my orders.csv',
      '--rows-are-customers',
      '--k',
      '2',
      '--out',
      'log',
      '--json',
    );
    expect(JSON.parse(anyway.stdout).rows).toBe(80);
    expect((await cli(['compare', 'my orders.csv'], { cwd: work.path })).stderr).toContain('not a customer');
  });

  test('where the command offered would stop too, it says why', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, i) => `C${i % 4},0${1 + (i % 9)}/0${1 + (i % 7)}/2024,${i % 7}`,
    );
    work.put('dates.csv', `Customer,Date,Amount\n${rows.join('\n')}\n`);
    const { stderr } = await runFit('dates.csv', '--date-format', 'dd/MM/yyyy', '--out', 'dates');
    expect(stderr).toMatch(/--date-format dd\/MM\/yyyy, or set --rows-are-customers/);
    work.put('none.csv', `Customer,Date,Amount\n${rows.map((row) => row.replace(/\d$/, '0')).join('\n')}\n`);
    const none = await runFit(
      'none.csv',
      '--date-format',
      'dd/MM/yyyy',
      '--rows-are-customers',
      '--out',
      'none',
    );
    expect(none.stderr).not.toContain('not a customer');
    const refused = await runFit('none.csv', '--date-format', 'dd/MM/yyyy', '--out', 'none2');
    expect(refused.stderr).toMatch(/which needs more: .*no valid purchase/);
  });

  test('a name of a column may hold a comma', async () => {
    work.put('comma.csv', customersCsv().replace('Spending', '"Spending, net"'));
    const { code, stdout } = await runFit(
      'comma.csv',
      '--k',
      '3',
      '--columns',
      'Age,Spending\\, net',
      '--json',
      '--out',
      'comma',
    );
    expect([code, JSON.parse(stdout).columns]).toEqual([0, ['Age', 'Spending, net']]);
  });

  test.each<[string, string, string[], RegExp]>([
    ['no file', '', ['nothing.csv'], /nothing\.csv: there is no such file/],
    ['a folder', '', ['.'], /folder/],
    ['a ragged row', 'a,b\n1,2\n3\n', [], /line 3/],
    ['two columns of one name', 'a,a\n1,2\n', [], /bad\.csv.*'a'/],
    ['an empty file', '', [], /bad\.csv is empty/],
    ['a header alone', 'a,b\n', [], /bad\.csv/],
    ['an unknown column', 'Age,Income\n1,2\n3,4\n', ['--columns', 'Agee'], /'Agee'.*Age/],
    ['more segments than customers', 'Age,Income\n1,2\n3,4\n', ['--k', '9'], /9/],
    ['text to cluster on', 'Age,City\n1,Rome\n3,Oslo\n', ['--columns', 'City'], /City/],
    ['nothing but text', 'Name\nAnn\nBob\n', [], /./],
    ['an option out of range', 'Age,Income\n1,2\n3,4\n', ['--min-samples', '0'], /--min-samples is 0/],
    [
      'options that do not go together',
      'Age,Income\n1,2\n',
      ['--algorithm', 'dbscan', '--k', '3'],
      /--k is 3/,
    ],
  ])('%s is a mistake: exit code 2, one line, nothing written', async (_, text, args, message) => {
    const folder = work.at(`bad${Math.random()}`);
    mkdirSync(folder);
    const file = args[0]?.startsWith('--') || args.length === 0 ? ['bad.csv'] : [];
    if (file.length > 0) work.put(join(folder.slice(work.path.length + 1), 'bad.csv'), text);
    const { code, stdout, stderr } = await cli(['fit', ...file, ...args], { cwd: folder });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toMatch(/\n +at /);
    expect(readdirSync(folder)).toEqual(file);
  });

  test('results never replace what is read, nor a file that stands where the folder should be', async () => {
    mkdirSync(work.at('same'));
    work.put('same/segments.csv', customersCsv());
    const same = await runFit('same/segments.csv', '--out', 'same');
    expect(same.code).toBe(2);
    expect(same.stderr).toContain('would replace same/segments.csv, which is read');
    const taken = await runFit('customers.csv', '--out', 'customers.csv');
    expect([taken.code, taken.stderr]).toEqual([
      2,
      'Error: --out is customers.csv, which is a file; name a folder\n',
    ]);
  });

  test('an interruption ends it at once and leaves nothing', async () => {
    const random = new Random(1);
    const rows = Array.from({ length: 20_000 }, () =>
      [random.normal(), random.normal(), random.normal()].join(','),
    );
    work.put('large.csv', `a,b,c\n${rows.join('\n')}\n`);
    const main = join(__dirname, '..', '..', 'dist', 'cli', 'main.js');
    const child = spawn(process.execPath, [main, 'fit', 'large.csv', '--out', 'large'], { cwd: work.path });
    child.stderr.once('data', () => child.kill('SIGINT'));
    const end = await new Promise((done) => child.on('close', (code, signal) => done(signal ?? code)));
    expect(end).toBe('SIGINT'); // which a shell reports as 130
    expect(existsSync(work.at('large'))).toBe(false);
  });

  test('the last step, which gives finished files their names, is not interrupted', async () => {
    const module = join(__dirname, '..', '..', 'dist', 'cli', 'deferInterrupts.js');
    const script = `const { deferInterrupts } = require(${JSON.stringify(module)});
      deferInterrupts(() => { process.kill(process.pid, 'SIGINT'); const end = Date.now() + 200; while (Date.now() < end); console.log('whole'); });`;
    const child = spawn(process.execPath, ['-e', script]);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise((done) => child.on('close', done));
    expect(said).toBe('whole\n');
  });

  describePublished('mall-customers', () => {
    test('five segments by income and score, as published', async () => {
      const file = join(process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../data'), 'Mall_Customers.csv');
      const columns = 'Annual Income (k$),Spending Score (1-100)';
      const { stdout } = await runFit(
        file,
        '--columns',
        columns,
        '--k',
        '5',
        '--scale',
        'none',
        '--json',
        '--out',
        'mall',
      );
      const { inertia, silhouette, sizes, rows } = JSON.parse(stdout);
      expect(rows).toBe(200);
      expect(inertia).toBeCloseTo(44448.46, 2);
      expect(silhouette).toBeCloseTo(0.5539, 4);
      expect(sizes).toEqual([81, 39, 35, 23, 22]);
    });
  });
});
