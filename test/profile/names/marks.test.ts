import { keyDifferences } from '../../../src/profile/names/marks';
import { keyDifferenceText } from '../../../src/profile/names/wording';
import { differenceTable } from '../../../src/profile/profileTable';
import { profileSegments } from '../../../src/profile/segmentProfile';

const monetary = [10, 12, 11, 13, 12, 80, 82, 81, 79, 83];
const monetaryScore = monetary.map((value) => (value > 50 ? 5 : 1));
const labels = monetary.map((value) => (value > 50 ? 1 : 0));
const columnsMarking = (table: Record<string, number[]>) =>
  profileSegments(table, labels).map((profile) => keyDifferences(profile).map(({ column }) => column));

test('a score marks no segment beside the measure that it is a score of', () => {
  expect(columnsMarking({ monetary, monetaryScore })).toEqual([['monetary'], ['monetary']]);
});

test('a score whose measure is not there marks segments as any column', () => {
  expect(columnsMarking({ monetaryScore })).toEqual([['monetaryScore'], ['monetaryScore']]);
});

test('the sign of a currency comes before a number, any other unit after it', () => {
  const [mark] = keyDifferences(profileSegments({ monetary }, labels, { units: { monetary: '£' } })[1]);
  expect(keyDifferenceText(mark)).toContain('mean £81 versus £11.6 for the others');
  const [plain] = keyDifferences(profileSegments({ monetary }, labels, { units: { monetary: 'points' } })[1]);
  expect(keyDifferenceText(plain)).toContain('mean 81 points versus 11.6 points for the others');
});

describe('nearly everyone in one segment', () => {
  // 357 of 997 are male, and all three of the others: far apart, yet everyone is as the large segment is.
  const large = Array.from({ length: 1000 }, (_, i) => (i < 997 ? 0 : 1));
  const gender = large.map((segment, i) => (segment === 1 || i < 357 ? 'Male' : 'Female'));
  const visits = large.map((segment, i) => (segment === 1 ? 9 : 4 + (i % 3)));
  const [most, few] = profileSegments({ gender, visits }, large);

  test('is not marked by what sets it apart from the few but not from everyone', () => {
    expect(most.features.map(({ effect }) => effect.strength)).toContain('large');
    expect(keyDifferences(most)).toEqual([]);
    expect(differenceTable(most).rows).toEqual([]);
  });

  test('is not named by it either; the few are marked and named by it', () => {
    expect(most.name).toBe('Average customers');
    expect(keyDifferences(few).map(({ column }) => column)).toContain('gender');
    expect(few.name).not.toBe('Average customers');
  });

  test('a difference that rounding hides neither marks nor names a segment of any size', () => {
    const weight = labels.map((label, i) => 1000 + 0.1 * label + 0.01 * (i % 3));
    const [low, high] = profileSegments({ weight }, labels);
    expect(high.features[0].effect.strength).toBe('large');
    expect([...keyDifferences(low), ...keyDifferences(high)]).toEqual([]);
    expect(`${low.name}, ${high.name}`).not.toMatch(/weight/i);
  });

  test('shares of thousandths read as different', () => {
    const rate = labels.map((label, i) => 0.001 + 0.003 * label + 0.0001 * (i % 3));
    const [mark] = keyDifferences(profileSegments({ rate }, labels)[1]);
    expect(keyDifferenceText(mark)).toBe('Far higher rate: mean 0.0041 versus 0.00108 for the others');
  });
});
