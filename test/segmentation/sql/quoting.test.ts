import { SCORING_DIALECTS } from '../../../src/segmentation/sql/dialects';
import { quoteTable } from '../../../src/segmentation/sql/tableName';

const { bigquery, clickhouse, databricks, duckdb, postgres, redshift, snowflake } = SCORING_DIALECTS;

test('names', () => {
  const name = 'a"b`c\\d';
  expect(duckdb.quoteName(name)).toBe('"a""b`c\\d"');
  expect(clickhouse.quoteName(name)).toBe('"a""b`c\\\\d"');
  expect(databricks.quoteName(name)).toBe('`a"b``c\\d`');
  expect(bigquery.quoteName(name)).toBe('`a"b\\`c\\\\d`');
  for (const dialect of Object.values(SCORING_DIALECTS))
    expect(() => dialect.quoteName('a\0')).toThrow('cannot be a name');
});

test('texts', () => {
  const text = "it's a \\ and\na line";
  expect(postgres.quoteText(text)).toBe("'it''s a \\ and\na line'");
  expect(snowflake.quoteText(text)).toBe("'it\\'s a \\\\ and\\na line'");
  expect(redshift.quoteText('a\\b')).toBe("('a' || chr(92) || 'b')");
});

test('the name of a table keeps its meaning where it is a plain word, and is quoted where it is not', () => {
  expect(quoteTable('Sales.Customers', snowflake)).toBe('Sales.Customers');
  expect(quoteTable('sales.order', postgres)).toBe('sales."order"');
  expect(quoteTable('"My schema"."a.b"', postgres)).toBe('"My schema"."a.b"');
  expect(quoteTable('"Customers"', postgres)).toBe('"Customers"');
  expect(quoteTable('my-project.shop.customers', bigquery)).toBe('`my-project`.shop.customers');
  expect(quoteTable('`x.y`.z', databricks)).toBe('`x.y`.z');
  expect(quoteTable('customers; DROP TABLE x', duckdb)).toBe('"customers; DROP TABLE x"');
});
