import { trinoAddress } from '../../../src/datasets/sql/engines/trino/address';
import { cellsOf } from '../../../src/datasets/sql/engines/trino/cells';
import { trinoDialect } from '../../../src/datasets/sql/engines/trino/dialect';
import { insertStatements } from '../../../src/datasets/sql/engines/trino/insertStatements';
import { inTheMaking } from '../../../src/datasets/sql/engines/trino/newName';
import { saidOf } from '../../../src/datasets/sql/engines/trino/saidOf';
import { statementsOf } from '../../../src/datasets/sql/engines/trino/statements';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';
import { typedCells } from '../../../src/datasets/sql/typedCells';

describe('addresses', () => {
  test('a server without TLS, and who asks', () => {
    expect(trinoAddress('trino://ann@host:8080/hive/sales')).toEqual({
      connection: { server: 'http://host:8080', catalog: 'hive', schema: 'sales' },
      user: 'ann',
    });
  });

  test('a password goes over TLS alone', () => {
    const { connection, password } = trinoAddress('trino://ann:p%40ss@host/hive?verify=none');
    expect(connection).toEqual({
      server: 'https://host:443',
      catalog: 'hive',
      ssl: { rejectUnauthorized: false },
    });
    expect(password).toBe('p@ss');
    expect(() => trinoAddress('trino://ann:secret@host:8080/hive?ssl=false')).toThrow(
      'trino://ann:…@host:8080/hive would send the password without encryption; use the port',
    );
  });

  test.each([
    ['trino://host', 'it names no catalog'],
    ['trino://host/a/b/c', 'it has more parts than catalog and schema'],
    ['trino://host/a?tls=1', "'tls' is no setting of it; there are ssl, ca, verify"],
    ['trino://ann:secret@ho st/a', 'it cannot be read'],
  ])('%s: %s', (address, reason) => {
    expect(() => trinoAddress(address)).toThrow(`is of no use: ${reason}; write it as trino://`);
    expect(() => trinoAddress(address)).not.toThrow('secret');
  });
});

test('a server that is not there is said, without the password', async () => {
  const failing = openDatabase('trino://ann:secret@127.0.0.1:1/memory');
  await expect(failing).rejects.toThrow(
    'cannot open trino://ann:…@127.0.0.1:1/memory: no server listens there',
  );
});

test('of what the client throws only what it says is shown', () => {
  expect(saidOf({ response: { status: 401 }, config: { auth: { password: 'secret' } } }, 'ann')).toBe(
    'the server does not let ann in: wrong name or password',
  );
});

test('a table is made under another name, which it bears until it is whole', () => {
  const sql = trinoDialect.replaceTable('"odd; name".t', "SELECT ';' AS x");
  expect(statementsOf(sql)).toEqual([
    'DROP TABLE IF EXISTS "odd; name".t_in_the_making',
    `CREATE TABLE "odd; name".t_in_the_making AS\nSELECT ';' AS x`,
    'DROP TABLE IF EXISTS "odd; name".t',
    'ALTER TABLE "odd; name".t_in_the_making RENAME TO "odd; name".t',
  ]);
  expect(statementsOf(sql).map(inTheMaking)).toEqual([
    undefined,
    '"odd; name".t_in_the_making',
    undefined,
    undefined,
  ]);
  expect(inTheMaking('CREATE TABLE s."t_in_the_making" AS SELECT 1')).toBe('s."t_in_the_making"');
});

test('dates are read by the formats that fit', () => {
  expect(trinoDialect.timestamp('x', ['M/d/yyyy H:mm', 'M/d/yyyy'], 'orNull')).toBe(
    "coalesce(try(CAST(date_parse(x, '%c/%e/%Y %k:%i') AS TIMESTAMP)), try(CAST(date_parse(x, '%c/%e/%Y') AS TIMESTAMP)))",
  );
  expect(trinoDialect.timestamp('x', ['yyyy-MM-dd'])).toBe("CAST(replace(x, 'T', ' ') AS TIMESTAMP)");
  expect(trinoDialect.timestamp('x', ['EEE d MMM'])).toBeUndefined();
});

test('cells are those of other engines', () => {
  expect(cellsOf([1, null], 'bigint', 'n')).toEqual([1, null]);
  expect(cellsOf(['1.50', null], 'decimal(18,2)', 'n')).toEqual([1.5, null]);
  expect(cellsOf([0.5, 'NaN', 'Infinity'], 'double', 'n')).toEqual([0.5, null, Infinity]);
  expect(cellsOf(['2024-01-31 10:00:00.000', '2024-01-31 10:00:00.250'], 'timestamp(3)', 't')).toEqual([
    '2024-01-31T10:00:00',
    '2024-01-31T10:00:00.25',
  ]);
  expect(cellsOf([[1, 2]], 'array(integer)', 'list')).toEqual(['[1,2]']);
  expect(() => cellsOf([2 ** 60], 'bigint', 'n')).toThrow(
    "column 'n' of the result holds whole numbers beyond 2^53; select CAST",
  );
});

test('rows come in by JSON, in statements of bounded length', () => {
  const columns = typedCells({ n: [1, Infinity], t: ["it's", null] });
  expect([...insertStatements('t', columns)]).toEqual([
    `INSERT INTO t
SELECT place + 0, c0, c1
FROM UNNEST(CAST(json_parse('[[1,"it''s"],["Infinity",null]]') AS ARRAY(ROW(DOUBLE, VARCHAR))))
  WITH ORDINALITY AS given(c0, c1, place)`,
  ]);
  const long = typedCells({ t: Array.from({ length: 1000 }, () => 'x'.repeat(1000)) });
  const statements = [...insertStatements('t', long)];
  expect(Math.max(...statements.map(({ length }) => length))).toBeLessThan(400_000);
  expect(statements.length).toBe(4);
});
