import { numbered } from '../../../src/datasets/sql/engines/postgres/numbered';
import { written } from '../../../src/datasets/sql/parameters';

test('parameters by name become numbers, or stand in the statement; quotes and remarks hold none', () => {
  const sql = `SELECT $a, '$a', "$a", $b, $a -- it's $a`;
  expect(numbered(sql, { a: 'x', b: null })).toEqual({
    text: `SELECT $1, '$a', "$a", $2, $1 -- it's $a`,
    values: ['x', null],
  });
  expect(written(sql, { a: "x'", b: null })).toBe(`SELECT 'x''', '$a', "$a", NULL, 'x''' -- it's $a`);
  expect(numbered('SELECT $2', ['x', 'y'])).toEqual({ text: 'SELECT $1', values: ['y'] });
  expect(() => written(sql, { a: 1 })).toThrow('parameter b has no value');
});

test('numbers bring their types, and a sign joins no other', () => {
  expect(numbered('SELECT $a, $b, $c', { a: 1, b: 2.5, c: 3n })).toEqual({
    text: 'SELECT $1::bigint, $2::float8, $3::numeric',
    values: [1, 2.5, 3n],
  });
  expect(written('SELECT 5 -$n', { n: -3 })).toBe('SELECT 5 -(-3)');
  expect(written('SELECT $n', { n: 1e300 })).toBe("SELECT CAST('1e+300' AS DOUBLE PRECISION)");
});
