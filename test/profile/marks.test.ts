import { marksOf } from '../../src/profile/marks';
import { profileSegments } from '../../src/profile/segmentProfile';
import { markWords } from '../../src/profile/wording';

const monetary = [10, 12, 11, 13, 12, 80, 82, 81, 79, 83];
const monetaryScore = monetary.map((value) => (value > 50 ? 5 : 1));
const labels = monetary.map((value) => (value > 50 ? 1 : 0));
const columnsMarking = (table: Record<string, number[]>) =>
  profileSegments(table, labels).map((profile) => marksOf(profile).map(({ column }) => column));

test('a score marks no segment beside the measure that it is a score of', () => {
  expect(columnsMarking({ monetary, monetaryScore })).toEqual([['monetary'], ['monetary']]);
});

test('a score whose measure is not there marks segments as any column', () => {
  expect(columnsMarking({ monetaryScore })).toEqual([['monetaryScore'], ['monetaryScore']]);
});

test('the sign of a currency comes before a number, any other unit after it', () => {
  const [mark] = marksOf(profileSegments({ monetary }, labels, { units: { monetary: '£' } })[1]);
  expect(markWords(mark)).toContain('median £81 against £46');
  const [plain] = marksOf(profileSegments({ monetary }, labels, { units: { monetary: 'points' } })[1]);
  expect(markWords(plain)).toContain('median 81 points against 46 points');
});
