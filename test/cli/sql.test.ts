import { existsSync, readFileSync } from 'node:fs';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { describeWith } from '../support/requirement';
import { cli, customersCsv, needsBuild, workFolder } from './cli';

describeWith(needsBuild, 'sql', () => {
  const work = workFolder();
  const run = (...args: string[]) => cli(['sql', 'out/model.json', ...args], { cwd: work.path });

  beforeAll(async () => {
    work.put('customers.csv', customersCsv());
    await cli(['fit', 'customers.csv', '--k', '3', '-q'], { cwd: work.path });
  });
  afterAll(work.remove);

  test('the statement gives every customer of the file the segment that predict gives', async () => {
    const { code, stdout, stderr } = await run('--dialect', 'duckdb', '--table', 'customers');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const predicted = await cli(['predict', 'out/model.json', 'customers.csv', '--json'], { cwd: work.path });
    const { customers } = JSON.parse(predicted.stdout);
    const engine = await openDatabase();
    await engine.run(`CREATE TABLE customers AS SELECT * FROM read_csv('${work.at('customers.csv')}')`);
    const found = await engine.query(`SELECT * FROM (${stdout.replace(/;\n$/, '')}) ORDER BY "Customer"`);
    await engine.close();
    const column = (name: string) => customers.map((customer: Record<string, unknown>) => customer[name]);
    expect(found.Customer).toEqual(column('id'));
    expect(found.segment).toEqual(column('segment'));
    expect(found.segment_name).toEqual(column('segment_name'));
  });

  test('--out writes a file, and replaces another only with --overwrite', async () => {
    const to = ['--table', 'shop.customers', '--out', 'segments.sql'];
    expect((await run('--dialect', 'snowflake', ...to)).stdout).toContain('segments.sql');
    expect(readFileSync(work.at('segments.sql'), 'utf8')).toContain('FROM shop.customers AS t');
    const again = await run('--dialect', 'trino', ...to);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('--overwrite') });
    expect((await run('--dialect', 'trino', ...to, '--overwrite')).code).toBe(0);
  });

  test('--dbt writes a model and its tests', async () => {
    const { code, stdout } = await run('--dialect', 'bigquery', '--table', 'customers', '--dbt', '--json');
    expect({ code, files: JSON.parse(stdout).files }).toEqual({
      code: 0,
      files: ['models/customer_segments.sql', 'models/schema.yml'],
    });
    expect(readFileSync(work.at('models/customer_segments.sql'), 'utf8')).toContain("{{ ref('customers') }}");
  });

  test.each([
    [['--table', 'customers'], /dialect/],
    [['--dialect', 'oracle', '--table', 'customers'], /oracle.*snowflake/s],
    [['--dialect', 'duckdb'], /table/],
    [['--dialect', 'duckdb', '--table', 'a..b'], /"?a\.\.b/],
    [['--dialect', 'duckdb', '--table', 'a', '--id', ''], /id/],
    [['--dialect', 'duckdb', '--table', 'a', '--name', 'b'], /--dbt/],
    [['--dialect', 'duckdb', '--table', 'a', '--out', 'a.txt'], /\.sql/],
  ])('mistakes: %j', async (args, message) => {
    const { code, stderr, stdout } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(existsSync(work.at('a.txt'))).toBe(false);
  });
});
