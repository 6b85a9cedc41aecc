import { profileHeatMap } from '../../src/plot/profileHeatMap';
import { profileSegments } from '../../src/profile/segmentProfile';
import { households } from '../profile/customers';
import { validate } from './plotly';

const { table, labels } = households();
const numbers = { Income: table.Income, Spending: table.Spending, Age: table.Age };
const cells = (figure: { data: unknown[] }) =>
  figure.data[0] as { z: number[][]; x: string[]; y: string[]; text: string[][] };

test('draws from profiles what it draws from the customers', () => {
  const profiles = profileSegments(numbers, labels);
  const fromProfiles = profileHeatMap(profiles);
  const segmentNames = profiles.map(({ name }) => name);
  const fromCustomers = profileHeatMap(numbers, labels, { segmentNames });
  const [a, b] = [cells(fromProfiles), cells(fromCustomers)];
  expect(a.x).toEqual(b.x);
  expect(a.y).toEqual(b.y);
  a.z.forEach((row, i) => {
    row.forEach((z, j) => {
      expect(z).toBeCloseTo(b.z[i][j], 2);
    });
  });
  expect(fromProfiles.description).toBe(fromCustomers.description);
  expect(validate(fromProfiles)).toEqual([]);
});

test('tells shares of yes in percent, years without a thousands mark, and leaves categories out', () => {
  const born = table.Age.map((age) => 2020 - age);
  const Gender = Array.from(labels, (label, i) => ((i + label) % 3 === 0 ? 'F' : 'M'));
  const profiles = profileSegments({ Has_Partner: table.Has_Partner, birth_year: born, Gender }, labels);
  const { y, text } = cells(profileHeatMap(profiles));
  expect(y).toEqual(['Has partner', 'Birth year']);
  expect(text[0][0]).toMatch(/^\d\d%$/);
  expect(text[1][0]).toMatch(/^19\d\d$/);
});

test('draws the twenty features that tell segments apart most, in their own order, and says how many are not drawn', () => {
  const wide = Object.fromEntries(
    Array.from({ length: 30 }, (_, j) => [
      `f${j}`,
      Array.from(labels, (label, i) => (j % 3 === 0 ? 0 : 3) * label + ((i * (j + 7)) % 41)),
    ]),
  );
  const figure = profileHeatMap(profileSegments(wide, labels));
  expect(cells(figure).y).toEqual(
    Array.from({ length: 30 }, (_, j) => j)
      .filter((j) => j % 3 !== 0)
      .map((j) => `F${j}`),
  );
  expect(JSON.stringify(figure.layout.title)).toContain('10 features');
});

test('needs profiles', () => {
  expect(() => profileHeatMap([])).toThrow('there is nothing to draw');
});

test('draws the columns asked for, in their order, and refuses one that no profile has', () => {
  const profiles = profileSegments(numbers, labels);
  expect(cells(profileHeatMap(profiles, { columns: ['Age', 'Income'] })).y).toEqual(['Age', 'Income']);
  expect(() => profileHeatMap(profiles, { columns: ['Shoes'] })).toThrow(/Shoes/);
});
