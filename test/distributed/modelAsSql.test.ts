import { casesForSql, type ScoredCase } from '../support/modelsForSql';
import { compareScores } from '../support/scoresInSql';
import { describeOn, ENGINES } from './support/engines';

const LONG = 300_000;
const DIALECTS = { DuckDB: 'duckdb', Postgres: 'postgres', Trino: 'trino' } as const;

/** Trino's statements are read by dialects.test.ts. */
const SCORED_ON = ENGINES.filter(({ name }) => name !== 'Trino');

/** Fewer customers than on DuckDB alone: the statements are the same. */
let cases: ScoredCase[];
beforeAll(() => {
  cases = casesForSql(80);
}, LONG);

for (const engine of SCORED_ON)
  describeOn(engine, (database) => {
    test(
      'the statement of every kind of model gives every row the segment, margin and reason of predict',
      async () => {
        const found: object[] = [];
        let scored = 0;
        for (const { name, model, table } of cases) {
          const compared = await compareScores(database(), DIALECTS[engine.name], model, table);
          const { others, rows, margin, logDensity } = compared;
          scored += rows;
          if (others.length > 0 || !(margin < 1e-9) || !(logDensity < 1e-9))
            found.push({ name, ...compared });
        }
        expect(found).toEqual([]);
        console.info(`${engine.name}: ${scored} rows of ${cases.length} models scored as predict has them`);
      },
      LONG,
    );
  });
