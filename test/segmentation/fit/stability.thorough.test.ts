import { Random } from '../../../src/core/random';
import { withStability } from '../../../src/segmentation/fit/withStability';
import type { SegmentationOptions } from '../../../src/segmentation/options';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { customers } from '../customers';

/** Two groups, and a disc that is the same from all sides, which k = 4 cuts in two. */
function halfDivided(rows: number) {
  const random = new Random(1);
  const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  const places = Array.from({ length: rows }, (_, i) => {
    if (i % 3 < 2) return [random.normal((i % 3) * 60), random.normal(0)];
    const radius = 9 * Math.sqrt(i / rows);
    const angle = Math.floor(i / 3) * GOLDEN_ANGLE;
    return [30 + radius * Math.cos(angle), 80 + radius * Math.sin(angle)];
  });
  return { x: places.map(([x]) => x), y: places.map(([, y]) => y) };
}

describe('the stability of segments', () => {
  const table = halfDivided(240);
  const model = new Segmentation({ k: 4, scale: 'none' }).fit(table);
  const { jaccard, between, resamples, rows } = model.stability!;

  test('is high for groups that stand apart, and low where a cloud is cut', () => {
    expect({ resamples, rows }).toEqual({ resamples: 100, rows: 240 });
    expect(jaccard.slice(0, 2)).toEqual([1, 1]);
    expect(Math.max(...jaccard.slice(2))).toBeLessThan(0.85);
  });

  test('customers of the cloud lie between its halves, and are counted', () => {
    const { labels, agreement } = model;
    const other = model.between!;
    labels!.forEach((label, i) => {
      if (label < 2) expect([other[i], agreement![i]]).toEqual([-1, 1]);
      else if (other[i] >= 0) expect(other[i]).toBe(5 - label);
    });
    expect(between.slice(0, 2)).toEqual([0, 0]);
    expect(between).toEqual(
      [0, 1, 2, 3].map((segment) => other.filter((to, i) => to >= 0 && labels![i] === segment).length),
    );
    expect(between[2] + between[3]).toBeGreaterThan(5);
  });

  test('is the same for any order of the rows and for the same seed, and another for another', () => {
    const order = new Random(3).shuffle(Array.from(table.x.keys()));
    const shuffled = new Segmentation({ k: 4, scale: 'none' }).fit({
      x: order.map((row) => table.x[row]),
      y: order.map((row) => table.y[row]),
    });
    expect(shuffled.stability).toEqual(model.stability);
    expect(Array.from(shuffled.agreement!)).toEqual(order.map((row) => model.agreement![row]));
    expect(new Segmentation({ k: 4, scale: 'none', seed: 1 }).fit(table).stability).not.toEqual(
      model.stability,
    );
  });

  test('comes with the profiles and the model file, customers without', () => {
    expect(model.profiles.map(({ stability }) => stability)).toEqual(jaccard);
    const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
    expect(loaded.stability).toEqual(model.stability);
    expect(loaded.profiles).toEqual(model.profiles);
    expect(loaded.structureSummary).toBe(model.structureSummary);
    expect([loaded.agreement, loaded.between]).toEqual([null, null]);
  });

  test('one segment has nothing to be compared with', () => {
    const one = new Segmentation({ k: 1 }).fit(table);
    expect([one.stability, one.agreement]).toEqual([null, null]);
  });
});

test.each<[string, SegmentationOptions]>([
  ['Ward', { algorithm: 'agglomerative' }],
  ['single linkage', { algorithm: 'agglomerative', linkage: 'single' }],
  ['DBSCAN', { algorithm: 'dbscan', k: 'auto', eps: 0.9 }],
  ['k-prototypes', { algorithm: 'kprototypes', columns: ['Age', 'Income', 'Spending', 'City'] }],
  ['a Gaussian mixture', { algorithm: 'gaussian-mixture' }],
])('%s finds four clear kinds again', (_, options) => {
  const model = new Segmentation({ k: 4, columns: ['Age', 'Income', 'Spending'], ...options }).fit(
    customers(160),
  );
  const { jaccard, rows } = model.stability!;
  expect(jaccard).toHaveLength(4);
  expect(Math.min(...jaccard)).toBeGreaterThan(0.85);
  expect(rows).toBe(160);
  expect(model.agreement!.every((share) => share > 0.5)).toBe(true);
});

test('a large table is resampled from a sample, and everybody is placed', () => {
  const model = new Segmentation({
    k: 4,
    algorithm: 'gaussian-mixture',
    covariance: 'diagonal',
    columns: ['Age', 'Income', 'Spending'],
  }).fit(customers(1200));
  expect(model.stability).toMatchObject({ resamples: 100, rows: 1000 });
  expect(model.agreement!.every((share) => share > 0.9)).toBe(true);
});

describe('a verdict', () => {
  const summary = 'Clear structure: the segments are natural groups, well separated (numbers).';
  const clear = {
    silhouette: 0.6,
    silhouetteRows: 9,
    structure: 'clear',
    structureSummary: summary,
  } as const;
  const profiles = ['A', 'B', 'C'].map((name, segment) => ({ segment, name }));
  const said = (structure: 'clear' | 'weak' | 'none', jaccard: number[]) =>
    withStability({ ...clear, structure }, profiles, {
      jaccard,
      between: [0, 0, 0],
      resamples: 100,
      rows: 9,
    });

  test.each([
    [
      'all highly stable',
      [0.9, 1, 0.85],
      'Every segment is highly stable: resampled data give it again (stability 0.85 to 1.00).',
    ],
    [
      'all stable',
      [0.9, 0.78, 0.8],
      'Every segment is stable: resampled data give it again (stability 0.78 to 0.90).',
    ],
  ])('of clear groups stays where they are %s', (_, jaccard, sentence) => {
    expect(said('clear', jaccard)).toMatchObject({
      structure: 'clear',
      structureSummary: `${summary} ${sentence}`,
    });
  });

  test.each([
    [[0.9, 0.7, 0.95], 'Who belongs to “B” is doubtful (stability 0.70). The other segments are stable.'],
    [
      [0.5, 0.9, 0.62],
      'Do not rely on “A”: resampled data do not give it again (stability 0.50). Who belongs to “C” is doubtful (stability 0.62). The other segment is stable.',
    ],
    [
      [0.5, 0.3, 0.4],
      'Do not rely on any of these segments: resampled data do not give them again (stability 0.30 to 0.50).',
    ],
  ])('never calls groups clear where resampled data give %j', (jaccard, sentence) => {
    expect(said('clear', jaccard)).toMatchObject({
      structure: 'weak',
      structureSummary: `Weak structure: there are groups, but resampled data draw the lines between them differently (numbers). ${sentence}`,
    });
  });

  test('does not take a stable cut for natural groups', () => {
    const { structure, structureSummary } = said('none', [0.9, 0.9, 0.9]);
    expect(structure).toBe('none');
    expect(structureSummary).toMatch(/highly stable.* That makes the cut repeatable, not natural\.$/);
  });

  test('says nothing of what was not measured', () => {
    expect(withStability(clear, profiles, null)).toEqual(clear);
  });
});
