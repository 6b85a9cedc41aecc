import { bigquery } from '../../../src/segmentation/sql/dialects/bigquery';

test('rows are structures, of which the first has the names of the columns', () => {
  const columns = [
    { name: 'segment', type: 'integer' },
    { name: 'x', type: 'double' },
  ] as never;
  expect(
    bigquery
      .rows({
        columns,
        rows: [
          [0, 1.5],
          [1, 2],
        ],
      } as never)
      .replace(/\s+/g, ' '),
  ).toMatch(/^UNNEST\(\[ STRUCT\(0 AS segment, .*1\.5.* AS x\), \(1, .*2.*\) \]\)$/);
});
