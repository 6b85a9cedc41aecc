import { categoryText } from '../../../src/segmentation/columns/categoryText';

const written = (levels: string[], cell: unknown, unit?: string) => categoryText(cell, new Set(levels), unit);

test.each<[string[], unknown, string]>([
  [['Gold', 'Tin'], 'Gold', 'Gold'],
  [['Gold', 'Tin'], ' Gold ', 'Gold'],
  [['Gold', 'Tin'], 'GOLD.', 'Gold'],
  [['Gold', 'Tin'], 'Zinc', 'Zinc'],
  [['1', '2'], '1.0', '1'],
  [['1', '2'], '-1.00', '-1.00'],
  [['1.0', '2.0'], '1', '1.0'],
  [['1.0', '2.0'], 2, '2.0'],
])('of %j, %j is %s', (levels, cell, level) => expect(written(levels, cell)).toBe(level));

test('a level that a model holds in two spellings is neither of them', () => {
  expect(written(['Gold', 'gold', 'Tin'], 'GOLD')).toBe('GOLD');
  expect(written(['Gold', 'gold', 'Tin'], 'tin')).toBe('Tin');
});

test('a number whose unit stood by its column is the level in that unit, or in one that is exchanged for it', () => {
  const levels = ['500 MB', '2 GB', 'unlimited'];
  expect(written(levels, 500, 'MB')).toBe('500 MB');
  expect(written(levels, 2000, 'MB')).toBe('2 GB');
  expect(written(levels, 2, 'kg')).toBe('2 kg');
  expect(written(levels, 3, 'GB')).toBe('3 GB');
});
