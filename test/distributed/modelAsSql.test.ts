import { casesForSql, type ScoredCase } from '../support/modelsForSql';
import { compareScores } from '../support/scoresInSql';
import { describeOn, ENGINES } from './support/engines';

const LONG = 300_000;
const DIALECTS = { DuckDB: 'duckdb', Postgres: 'postgres', Trino: 'trino' } as const;

const SCHEMA = 'model_as_sql';

/** Fewer customers than on DuckDB alone: the statements are the same. */
let cases: ScoredCase[];
beforeAll(() => {
  cases = casesForSql(80);
}, LONG);

for (const engine of ENGINES)
  describeOn(engine, (database) => {
    test(
      'the statement of every kind of model gives every row the segment, margin and reason of predict',
      async () => {
        await database().makeSchema(SCHEMA);
        const found: object[] = [];
        let scored = 0;
        for (const { name, model, table } of cases) {
          const to = `${SCHEMA}.customers_to_score`;
          const compared = await compareScores(database(), DIALECTS[engine.name], model, table, to);
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
