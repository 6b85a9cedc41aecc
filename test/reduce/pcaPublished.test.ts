import { Matrix } from '../../src/core/matrix';
import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { numericColumn, numericColumns } from '../../src/datasets/frame/columns';
import { PCA } from '../../src/reduce/pca';
import { describePublished } from '../datasets/catalog/published';

const LEFT_OUT = ['ID', 'Z_CostContact', 'Z_Revenue'];

describePublished('marketing-campaign', () => {
  test('variances of the standardized numeric columns are those of scikit-learn 1.9.1', () => {
    const { frame } = loadDataset('marketing-campaign');
    const income = numericColumn(frame, 'Income');
    const names = numericColumns(frame).filter((name) => !LEFT_OUT.includes(name));
    const columns = names.map((name) =>
      numericColumn(frame, name).filter((_, i) => !Number.isNaN(income[i])),
    );
    const scaled = columns.map(standardize);
    const rows = Array.from(scaled[0], (_, i) => scaled.map((column) => column[i]));
    const { explainedVariance } = new PCA().fit(Matrix.fromRows(rows, names));
    expect([rows.length, names.length]).toEqual([2216, 23]);
    const expected = [6.54495427672141, 2.0343888801300514, 1.9036634886007961, 1.4023111763027032];
    expect([...explainedVariance.subarray(0, 4)]).toEqual(expected.map((value) => expect.closeTo(value, 11)));
    expect(explainedVariance[22]).toBeCloseTo(0.195657070774503, 11);
  });
});

function standardize(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
  return column.map((value) => (value - mean) / Math.sqrt(variance));
}
