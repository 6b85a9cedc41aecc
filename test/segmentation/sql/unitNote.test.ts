import type { SegmentationColumn } from '../../../src/segmentation/columns/segmentationColumn';
import { SCORING_DIALECTS } from '../../../src/segmentation/sql/dialects';
import { readColumn } from '../../../src/segmentation/sql/readColumn';
import { unitNote } from '../../../src/segmentation/sql/unitNote';

const column = (name: string, unit?: string): SegmentationColumn => ({
  kind: 'numeric',
  name,
  label: name,
  log: false,
  range: [0, 9],
  quantiles: [0, 1, 2, 3, 4],
  ...(unit !== undefined && { unit }),
});

test('columns that predict reads in more ways are named, with the unit of their numbers', () => {
  const columns = [
    column('spend', '€'),
    column('time', 'minutes'),
    column('share', '%'),
    column('agree', 'of 5'),
  ];
  expect(unitNote(columns)).toBe(
    "The statement reads these columns as numbers, or texts in the same unit: 'time' (minutes) and 'agree' (of 5). It does not place customers with texts such as '2h 05m', '800 MB' or 'Strongly agree', and says why. Make them numbers in the database, or use predict.",
  );
  expect(unitNote([column('spend', '€'), column('outlay', 'kr'), column('visits')])).toBeUndefined();
});

test('a unit of letters is removed; of one letter it is not, since mm would become a number of m', () => {
  const names = { column: '"x"', raw: 'r', given: 'g', value: 'v' };
  const given = (unit: string) => readColumn(column('x', unit), names, SCORING_DIALECTS.duckdb).given;
  expect(given('GB')).toContain('replace(');
  expect(given('GB')).toContain("'GB'");
  expect(given('m')).not.toContain('replace(');
  expect(given('of 5')).not.toContain('replace(');
});
