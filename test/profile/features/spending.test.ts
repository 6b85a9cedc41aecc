import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../../segmentation/customers';

const sum = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + Number(value), 0);

test('all that was spent, by the shortest of the spending columns', () => {
  const spent = { 'Spending on wine': [1, 2, 1, 0], Spending: [10, 20, 80, 90] };
  const model = new Segmentation({ k: 2, units: { Spending: '$' } }).fit(spent);
  expect(model.totalSpending).toEqual({ column: 'Spending', label: 'Spending', unit: '$', total: 200 });
});

test('by the column that was named, noise included, and the same after loading', () => {
  const table = customers(60);
  const model = new Segmentation({
    algorithm: 'dbscan',
    eps: 0.4,
    value: 'Income',
    columns: ['Age', 'Spending'],
  }).fit(table);
  expect(model.totalSpending?.column).toBe('Income');
  expect(model.totalSpending?.total).toBeCloseTo(sum(model.customers!.Income), 3);
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.totalSpending).toEqual(model.totalSpending);
});

test('none without a spending column', () => {
  expect(new Segmentation({ k: 2 }).fit({ Age: [20, 30, 60, 70] }).totalSpending).toBeNull();
});
