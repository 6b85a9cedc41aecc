import { openDatabase } from '../../src/datasets/sql/openDatabase';
import { POSTGRES, TRINO } from './support/engines';

const WORKERS = (process.env.CUSTOMER_TRINO_WORKERS ?? '').split(',').filter((id) => id !== '');

/** So many pairs of rows keep every worker busy until one of them is gone. */
const LONG_WORK =
  'SELECT a.n FROM default.busy AS a CROSS JOIN default.busy AS b CROSS JOIN default.busy AS c WHERE a.n * b.n = c.n + 0.5';

const describeIt =
  TRINO !== undefined && POSTGRES !== undefined && WORKERS.length > 1 ? describe : describe.skip;

describeIt('a worker that is lost in the middle of a statement', () => {
  test('is a clear error; the target is as it was, and nothing else is left there', async () => {
    const postgres = await openDatabase(POSTGRES!);
    await postgres.makeSchema('sales');
    const trino = await openDatabase(TRINO!);
    const { replaceTable } = trino.dialect;
    await trino.run(replaceTable('postgresql.sales.target', 'SELECT 7 AS n'));
    await trino.run(replaceTable('default.busy', 'SELECT n FROM UNNEST(sequence(1, 10000)) AS numbers(n)'));

    const lost = expect(trino.run(replaceTable('postgresql.sales.target', LONG_WORK))).rejects.toThrow(
      /^Trino could not run a statement: [\s\S]*The statement:\nCREATE TABLE/,
    );
    await untilWritten(postgres);
    process.kill(Number(WORKERS[1]), 'SIGKILL'); // one that the script started for this
    await lost;

    expect(await postgres.query('SELECT n FROM sales.target')).toEqual({ n: [7] });
    const { name } = await postgres.query(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'sales' AND table_name <> 'online_retail' ORDER BY name",
    );
    expect(name.filter((each) => each !== 'written')).toEqual(['target']);
    await trino.close();
    await postgres.close();
  }, 240_000);

  /** The statement has begun to write: its table is there under another name. */
  async function untilWritten(postgres: Awaited<ReturnType<typeof openDatabase>>): Promise<void> {
    for (;;) {
      const { n } = await postgres.query(
        "SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = 'sales' AND table_name NOT IN ('online_retail', 'written', 'target')",
      );
      if (n[0] !== 0) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
});
