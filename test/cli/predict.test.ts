import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describeWith } from '../support/requirement';
import { cli, customersCsv, needsBuild, workFolder } from './cli';

describeWith(needsBuild, 'predict and report', () => {
  const work = workFolder();
  const run = (...args: string[]) => cli(args, { cwd: work.path });
  let names: string[];

  beforeAll(async () => {
    work.put('customers.csv', customersCsv());
    work.put('new.csv', 'Spending,Age,Customer\n900,20,=A1\n100,41,007\n,60,N3\n505,61,N4\n');
    const { stdout } = await run('fit', 'customers.csv', '--k', '3', '--json', '--title', 'Spring');
    names = JSON.parse(stdout).names;
  });
  afterAll(work.remove);

  test('customers come out as CSV, in their order, with what could not be scored told', async () => {
    const { code, stdout, stderr } = await run('predict', 'out/model.json', 'new.csv');
    expect(code).toBe(0);
    const [header, ...rows] = parse(stdout) as string[][];
    const ours = ['segment', 'segment_name', 'action', 'margin', 'stability', 'outside', 'reason'];
    expect(header).toEqual(['Spending', 'Age', 'Customer', ...ours]);
    expect(rows.map((row) => row[2])).toEqual(["'=A1", '007', 'N3', 'N4']);
    expect(
      rows.map(([, , , segment, name]) => (segment === '' ? name : names[Number(segment) - 1] === name)),
    ).toEqual([true, true, '', true]);
    expect(rows[0][5]).toMatch(/^[A-Z].{10}/);
    expect(Number(rows[0][6])).toBeGreaterThan(0.5);
    expect(rows.map((row) => row[9])).toEqual(['', '', 'Spending: missing', '']);
    expect(Number(rows[0][7])).toBeGreaterThan(0.85);
    const short = await run('predict', 'out/model.json', 'new.csv', '--with-columns=false', '-q');
    expect(parse(short.stdout)[0]).toEqual(['id', ...ours]);
    expect(stderr).toContain('1 of 4 customers could not be scored:\n  row 3: Spending: missing');
  });

  test('--json holds counts, customers and what could not be scored', async () => {
    const { stdout } = await run('predict', 'out/model.json', 'new.csv', '--json');
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      rows: 4,
      scored: 3,
      notScored: [{ row: 3, column: 'Spending', reason: 'missing' }],
    });
    expect(document.customers).toHaveLength(4);
    expect(document.customers[2]).toMatchObject({
      id: 'N3',
      segment: null,
      segment_name: null,
      margin: null,
      outside: expect.any(Object),
    });
    expect(document.segments.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(document.segments.map(({ segment }: { segment: number }) => segment)).toEqual([1, 2, 3]);
  });

  test('columns that differ in capitals and marks are taken for the model’s, and said', async () => {
    work.put('lower.csv', 'spending,AGE,customer\n900,20,N1\n100,41,N2\n');
    const { stdout, stderr } = await run('predict', 'out/model.json', 'lower.csv', '--json');
    const { warnings, customers } = JSON.parse(stdout);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^columns were taken for those of the model, .*'spending' for 'Spending'/);
    expect(stderr).toContain(`Warning: ${warnings[0]}.`);
    expect(customers.map(({ id }: { id: string }) => id)).toEqual(['N1', 'N2']);
  });

  test('--out writes the file whole, CSV or JSON by its ending', async () => {
    const { code, stdout } = await run('predict', 'out/model.json', 'new.csv', '--out', 'scored/a.csv');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 customers in 3 segments\n/);
    const bytes = readFileSync(work.at('scored', 'a.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    await run('predict', 'out/model.json', 'new.csv', '--out', 'scored/a.json');
    expect(JSON.parse(readFileSync(work.at('scored', 'a.json'), 'utf8')).customers).toHaveLength(4);
    expect(readdirSync(work.at('scored')).sort()).toEqual(['a.csv', 'a.json']);
  });

  test('a file that is there is replaced by itself, and by another only where that is said', async () => {
    const args = ['predict', 'out/model.json', 'new.csv', '--out', 'kept.csv'];
    expect((await run(...args)).code).toBe(0);
    expect((await run(...args)).code).toBe(0);
    const other = [...args, '--id', 'Age', '--with-columns=false'];
    const refused = await run(...other);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/kept\.csv is there already.*--overwrite/),
    ]);
    expect((await run(...other, '--overwrite')).code).toBe(0);
    expect(readFileSync(work.at('kept.csv'), 'utf8')).toContain('id,segment');
  });

  test('the report is written again, as HTML or Markdown', async () => {
    const again = await run(
      'report',
      'out/model.json',
      '--title',
      'Autumn',
      '--out',
      'again/report.md',
      '--json',
    );
    expect([again.code, JSON.parse(again.stdout).files]).toEqual([0, ['again/report.md']]);
    expect(readFileSync(work.at('again', 'report.md'), 'utf8')).toContain('# Autumn');
    expect((await run('report', 'out/model.json')).stdout).toContain('out/report.html');
    expect(readFileSync(work.at('out', 'report.html'), 'utf8')).toContain('Customer segments');
  });

  test('neither needs TensorFlow, and few needs are loaded at all', async () => {
    work.put(
      'spy.cjs',
      `process.on('exit', () => {
      const loaded = Object.keys(require.cache).map((path) => path.replaceAll('\\\\\\\\', '/'));
      const heavy = ['@tensorflow', 'danfojs-node', 'xlsx', 'playwright-core'];
      console.error(JSON.stringify(heavy.filter((name) => loaded.some((path) => path.includes('/node_modules/' + name + '/')))));
    });`,
    );
    const env = { NODE_OPTIONS: `--require ${work.at('spy.cjs')}` };
    for (const args of [
      ['predict', 'out/model.json', 'new.csv', '-q'],
      ['report', 'out/model.json', '-q'],
    ]) {
      expect((await cli(args, { cwd: work.path, env })).stderr).toBe('[]\n');
    }
  });

  test.each<[string, string[], RegExp]>([
    ['no model', ['predict', 'none.json', 'new.csv'], /none\.json: there is no such file/],
    ['a damaged model', ['predict', 'cut.json', 'new.csv'], /cut\.json is damaged/],
    ['another JSON file', ['report', 'other.json'], /other\.json/],
    ['a model of a newer version', ['predict', 'newer.json', 'new.csv'], /newer\.json.*newer/],
    ['a column that is not there', ['predict', 'out/model.json', 'lacks.csv'], /'Spending'.*'Spendings'/],
    [
      'nobody to score',
      ['predict', 'out/model.json', 'none.csv'],
      /no customer of none\.csv could be scored/,
    ],
    ['an unknown id', ['predict', 'out/model.json', 'new.csv', '--id', 'Custmer'], /did you mean 'Customer'/],
    [
      'an ending that is unknown',
      ['predict', 'out/model.json', 'new.csv', '--out', 'x.txt'],
      /must end in \.csv or \.json/,
    ],
    [
      'a result on top of what is read',
      ['predict', 'out/model.json', 'new.csv', '--out', 'new.csv'],
      /would replace new\.csv/,
    ],
    ['a report of an unknown kind', ['report', 'out/model.json', '--out', 'x.pdf'], /\.html, \.htm or \.md/],
  ])('%s is a mistake: exit code 2 and nothing written', async (_, args, message) => {
    const model = JSON.parse(readFileSync(work.at('out', 'model.json'), 'utf8'));
    work.put('cut.json', JSON.stringify(model).slice(0, 500));
    work.put('other.json', '{"name":"x"}');
    work.put('newer.json', JSON.stringify({ ...model, version: model.version + 1 }));
    work.put('lacks.csv', 'Spendings,Age\n1,2\n');
    work.put('none.csv', 'Spending,Age\n,2\n,3\n');
    const before = readdirSync(work.path);
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(stderr).not.toMatch(/\n +at /);
    expect(readdirSync(work.path)).toEqual(before);
  });
});
