import { Segmentation } from '../../../src/segmentation/segmentation';
import { DIALECT_NAMES } from '../../../src/segmentation/sql/dialects/names';

const model = new Segmentation({ k: 2, names: { 0: 'Rich {{ x }}', 1: "The 'others'" } }).fit({
  Income: [1, 2, 8, 9],
  '{% if %}': [1, 1, 9, 8],
});
const given = { dialect: 'snowflake', table: 'customers', id: 'Customer "no"' } as const;

test('a model of the project by ref, a table of a source by source', () => {
  const files = model.toDbt(given);
  expect(Object.keys(files)).toEqual(['customer_segments.sql', 'schema.yml']);
  const sql = files['customer_segments.sql'];
  expect(sql).toContain("FROM {{ ref('customers') }} AS t\n");
  expect(sql).not.toContain(';');
  const named = model.toDbt({ ...given, table: 'shop.customers', name: 'groups' });
  expect(named['groups.sql']).toContain("FROM {{ source('shop', 'customers') }} AS t\n");
  expect(named['schema.yml']).toContain('  - name: groups\n');
});

test('what Jinja would run is text', () => {
  const { 'customer_segments.sql': sql, 'schema.yml': yaml } = model.toDbt(given);
  const outside = (text: string) => text.replace(/\{\{ '\{[{%#]' \}\}|\{\{ (ref|config)\([^)]*\) \}\}/g, '');
  expect(outside(sql)).not.toMatch(/\{[{%#]/);
  expect(outside(yaml)).not.toMatch(/\{[{%#]/);
  expect(sql).toContain('t."{{ \'{%\' }} if %}"');
});

test('tests of identifier, segments and names', () => {
  expect(model.toDbt(given)['schema.yml']).toContain(`      - name: "Customer \\"no\\""
        quote: true
        description: "Identifies the customer."
        data_tests:
          - unique
          - not_null
      - name: segment
        description: "Number of the segment, from 1, the largest; null where the customer has none."
        data_tests:
          - accepted_values:
              arguments:
                values: [1, 2]
                quote: false
`);
});

test.each([
  [{ name: 'my segments' }, /`name` is 'my segments'.*customer_segments/],
  [{ table: 'a.b.c' }, /`table` is 'a\.b\.c'.*source/],
  [{ table: "x') }} DROP" }, /`table` is/],
])('mistakes: %j', (options, message) => {
  expect(() => model.toDbt({ ...given, ...options })).toThrow(message);
});

describe('texts that SQL or YAML cannot hold', () => {
  const withCity = (city: string) =>
    new Segmentation({ k: 2, columns: ['Income', 'City'], algorithm: 'kprototypes', names: { 0: city } }).fit(
      {
        Income: [1, 2, 8, 9],
        City: [city, city, 'b', 'b'],
      },
    );

  test.each(DIALECT_NAMES)('a NUL character is refused in words: %s', (dialect) => {
    const hostile = withCity('a\0b');
    for (const write of [
      () => hostile.toSQL({ ...given, dialect }),
      () => hostile.toDbt({ ...given, dialect }),
    ])
      expect(write).toThrow(/the text 'a.b' holds a NUL character, which SQL cannot hold; remove/s);
  });

  test('what YAML ends lines at is written by its code', () => {
    const odd = 'a\x85b\u2028c\u2029d\x7fe\x9bf\ufeffg"\\';
    const yaml = withCity(odd).toDbt(given)['schema.yml'];
    expect(yaml).toContain('a\\u0085b\\u2028c\\u2029d\\u007fe\\u009bf\\ufeffg\\"\\\\');
    expect(yaml).not.toMatch(/[\x7f-\x9f\u2028\u2029\ufeff]/);
  });
});
