/** The databases whose SQL a model can be written in: what the options call them, and what people do. */
export const DIALECT_TITLES = {
  snowflake: 'Snowflake',
  bigquery: 'BigQuery',
  databricks: 'Databricks',
  redshift: 'Redshift',
  clickhouse: 'ClickHouse',
  trino: 'Trino',
  postgres: 'Postgres',
  duckdb: 'DuckDB',
} as const;

/** A database whose SQL a model can be written in. */
export type DialectName = keyof typeof DIALECT_TITLES;

export const DIALECT_NAMES = Object.keys(DIALECT_TITLES) as DialectName[];
