import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../src/datasets/sql/sqlEngine';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { DIALECT_NAMES, type DialectName } from '../../src/segmentation/sql/dialects/names';
import { hostileNames } from '../support/hostileNames';
import { casesForSql, type ScoredCase } from '../support/modelsForSql';
import { differences, loadCustomers, ROW } from '../support/scoresInSql';

/** Set by `node scripts/sql-dialects.mjs`. */
const PYTHON = process.env.SQLGLOT_PYTHON;
const SCRIPT = join(__dirname, '../../scripts/reference/sql_dialects.py');
const LONG = 300_000;

/** What sqlglot says of a statement. */
interface Reading {
  error?: string;
  statements: number;
  columns: string[];
  texts: string[];
  /** The same for DuckDB. */
  duckdb: string;
}

function readBySqlglot(statements: readonly { dialect: DialectName; sql: string }[]): Reading[] {
  const options = { input: JSON.stringify(statements), maxBuffer: 1 << 30, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(PYTHON!, [SCRIPT], options));
}

const onSqlglot = PYTHON === undefined ? describe.skip : describe;

onSqlglot(`sqlglot${PYTHON ? '' : ' — SKIPPED: node scripts/sql-dialects.mjs runs it'}`, () => {
  let engine: SqlEngine;
  let cases: ScoredCase[];
  beforeAll(async () => {
    engine = await openDatabase();
    await engine.run('CREATE MACRO log1p(x) AS ln(1 + x)');
    cases = casesForSql(80);
  }, LONG);
  afterAll(() => engine.close());

  test.each(DIALECT_NAMES)('%s: every kind of model is one statement', (dialect) => {
    const asked = cases.map(({ model }) => ({ dialect, sql: model.toSQL({ dialect, table: 'c', id: ROW }) }));
    for (const { error, statements } of readBySqlglot(asked))
      expect({ error, statements }).toEqual({ error: undefined, statements: 1 });
  });

  test.each(DIALECT_NAMES)('%s: 500 hostile names are names of columns and texts', (dialect) => {
    // in BigQuery no column has a point in its name: within the quotes it parts a path
    const allowed = (name: string) => dialect !== 'bigquery' || !name.includes('.');
    const names = hostileNames(600).filter(allowed).slice(0, 500);
    const plain = names.map((_, j) => `column_${j}`);
    const table = Object.fromEntries(plain.map((name, j) => [name, [j, j + 1, j + 20, j + 21]]));
    const fitted = new Segmentation({ k: 2, columns: plain, scale: 'none' }).fit(table);
    const json = JSON.stringify(fitted).replace(/"column_(\d+)"/g, (_, j) =>
      JSON.stringify(names[Number(j)]),
    );
    const wide = SegmentationModel.fromJSON(JSON.parse(json));
    const [{ error, columns, texts }] = readBySqlglot([
      { dialect, sql: wide.toSQL({ dialect, table: 'c', id: ROW }) },
    ]);
    expect(error).toBeUndefined();
    expect(new Set(columns)).toEqual(new Set([ROW, ...names]));
    const missing = names.filter((name) => !texts.includes(`${name}: missing`));
    // Redshift's backslashes are codes between texts
    expect(missing.filter((name) => dialect !== 'redshift' || !name.includes('\\'))).toEqual([]);
  });

  /** What sqlglot translates whole; others have functions that it leaves as they are. */
  test.each(['trino', 'redshift', 'databricks', 'postgres'] as const)(
    '%s: translated to DuckDB it gives every row the segment of predict',
    async (dialect) => {
      const readings = readBySqlglot(
        cases.map(({ model }) => ({ dialect, sql: model.toSQL({ dialect, table: 'c', id: ROW }) })),
      );
      for (const [at, { model, table }] of cases.entries()) {
        await loadCustomers(engine, 'c', table);
        const { others, margin } = differences(model, table, await engine.query(readings[at].duckdb));
        expect(others).toEqual([]);
        expect(margin).toBeLessThan(1e-9);
      }
    },
    LONG,
  );
});
