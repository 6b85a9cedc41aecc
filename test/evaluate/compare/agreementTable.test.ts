import { Matrix } from '../../../src/core/matrix';
import { agreementTable } from '../../../src/evaluate/compare/agreementTable';
import type { ComparedClustering } from '../../../src/evaluate/compare/comparedClustering';

test('every clustering is a row and a column, with the adjusted Rand index of both', () => {
  const rows = ['k-means', 'DBSCAN'].map((name) => ({ name })) as ComparedClustering[];
  const agreement = Matrix.fromRows([
    [1, 0.25],
    [0.25, 1],
  ]);
  expect(agreementTable({ rows, agreement })).toMatchObject({
    caption: expect.stringMatching(/^Agreement between clusterings/),
    columns: [{ name: 'Clustering' }, { name: 'k-means', format: 'decimal' }, { name: 'DBSCAN' }],
    rows: [
      ['k-means', 1, 0.25],
      ['DBSCAN', 0.25, 1],
    ],
  });
});
