import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';
import { casesForSql } from '../../support/modelsForSql';
import { compareScores } from '../../support/scoresInSql';

let engine: SqlEngine;
beforeAll(async () => {
  engine = await openDatabase();
});
afterAll(() => engine.close());

test.each(casesForSql().map((each) => [each.name, each] as const))(
  '%s: DuckDB gives every row the segment, margin and reason of predict',
  async (_, { model, table }) => {
    const { others, rows, margin, logDensity } = await compareScores(engine, 'duckdb', model, table);
    expect(others).toEqual([]);
    expect(rows).toBe(Object.values(table)[0].length);
    expect(margin).toBeLessThan(1e-9);
    expect(logDensity).toBeLessThan(1e-12);
  },
);
