import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { resolveOptions } from '../../core/resolveOptions';
import { choice, either, nothing, object, type Static, text } from '../../core/schema';
import { checkDay } from '../columns/elapsedTime';
import { DIALECT_TITLES } from './dialects/names';

const sqlProperties = {
  /** Whose SQL it is: 'snowflake', 'bigquery', 'databricks', 'redshift', 'clickhouse', 'trino', 'postgres' or 'duckdb'. */
  dialect: choice(DIALECT_TITLES, { title: 'Dialect', description: 'Whose SQL it is' }),
  /** The table or view of customers, with its schema where it needs one: 'sales.customers'. */
  table: text({ title: 'Table', description: 'Table or view of customers, such as sales.customers' }),
  /** The column that identifies customers. Default: the model's. */
  id: either([nothing(), text()], {
    expects: 'the name of a column',
    default: null,
    title: 'Customer',
    description: 'Column that identifies customers; default: the model’s',
  }),
  /** The day that days since dates, and ages, are counted up to, 'yyyy-MM-dd'. Default: the day of the fit. */
  asOf: either([nothing(), text()], {
    expects: 'a day written yyyy-MM-dd',
    default: null,
    title: 'Count days up to',
    description: 'Day that days since dates are counted up to, yyyy-MM-dd; default: the day of the fit',
  }),
};

const SQL_OPTIONS = object(sqlProperties);

const DBT_OPTIONS = object({
  ...sqlProperties,
  /** What the dbt model is called, and so its file and its table. Default 'customer_segments'. */
  name: text({
    default: 'customer_segments',
    title: 'Name',
    description: 'What the dbt model is called, and so its file and its table',
  }),
});

type SqlSchema = typeof SQL_OPTIONS;
type DbtSchema = typeof DBT_OPTIONS;

/** Options of `SegmentationModel.toSQL`. */
export type SqlOptions = Pick<Static<SqlSchema>, 'dialect' | 'table'> & Partial<Static<SqlSchema>>;

/** Options of `SegmentationModel.toDbt`. */
export type DbtOptions = SqlOptions & Partial<Static<DbtSchema>>;

/** Options with the column that identifies customers found. */
export type ResolvedSqlOptions = Static<SqlSchema> & { id: string };

/** @throws InputError naming an option that is unknown, missing or not allowed, and where nothing identifies customers. */
export function resolveSqlOptions(options: SqlOptions, modelId: string | null): ResolvedSqlOptions {
  return withId(resolveOptions('toSQL', SQL_OPTIONS, options), modelId);
}

/** @throws InputError as `resolveSqlOptions`, and for a name that no dbt model can have. */
export function resolveDbtOptions(
  options: DbtOptions,
  modelId: string | null,
): ResolvedSqlOptions & { name: string } {
  const resolved = resolveOptions('toDbt', DBT_OPTIONS, options);
  const { name } = resolved;
  if (!MODEL_NAME.test(name))
    throw new InputError('not-allowed', phrase`${{ option: 'name' }} is ${{ value: name }}`, {
      remedy: 'a dbt model is called by letters, digits and underscores, such as customer_segments',
    });
  return { ...withId(resolved, modelId), name };
}

const MODEL_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

function withId<R extends Static<SqlSchema>>(resolved: R, modelId: string | null): R & { id: string } {
  const id = resolved.id ?? modelId;
  if (resolved.asOf !== null) checkDay('asOf', resolved.asOf);
  if (id === '' || id?.includes('\0'))
    throw new InputError('not-allowed', phrase`${{ option: 'id' }} is ${{ value: id }}`, {
      remedy: 'it must be the name of a column',
    });
  if (id !== null) return { ...resolved, id };
  throw new InputError('missing-option', phrase`${{ option: 'id' }} is missing, and the model has none`, {
    remedy: 'name the column of the table that identifies customers',
  });
}
