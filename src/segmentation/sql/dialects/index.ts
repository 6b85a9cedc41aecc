import { bigquery } from './bigquery';
import { clickhouse } from './clickhouse';
import { databricks } from './databricks';
import { duckdb } from './duckdb';
import type { DialectName } from './names';
import { postgres } from './postgres';
import { redshift } from './redshift';
import type { ScoringDialect } from './scoringDialect';
import { snowflake } from './snowflake';
import { trino } from './trino';

/** Every dialect, by its name. */
export const SCORING_DIALECTS: Readonly<Record<DialectName, ScoringDialect>> = {
  snowflake,
  bigquery,
  databricks,
  redshift,
  clickhouse,
  trino,
  postgres,
  duckdb,
};
