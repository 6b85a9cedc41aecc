import { formatShare } from '../../../src/core/format';
import { Random } from '../../../src/core/random';
import { csvText } from '../../../src/datasets/write/writeCsv';
import type { SegmentationOptions } from '../../../src/segmentation/options';
import { segmentsTable } from '../../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { fitsLine, parseCsv } from './recount';

/** Three planted groups in amounts, counts, dates, yes and no and categories, with empty cells here and there. */
function shop(rows: number): Record<string, (string | number | null)[]> {
  const random = new Random(3);
  const day = (days: number) =>
    new Date(Date.UTC(2024, 11, 31) - 86_400_000 * days).toISOString().slice(0, 10);
  const lines = Array.from({ length: rows }, (_, i) => {
    const group = i % 3;
    const maybe = <T>(value: T) => (random.uniform() < 0.03 ? null : value);
    return {
      Customer: `C${1000 + i}`,
      Income: maybe(Math.round(random.normal([24_000, 61_000, 65_000][group], 5_000))),
      Children: maybe(group === 1 ? 0 : random.integer(4)),
      'Last order': maybe(day(Math.round(Math.abs(random.normal([200, 20, 210][group], 15))))),
      Newsletter: maybe(group === 1 || random.uniform() < 0.2 ? 'yes' : 'no'),
      Plan: maybe(['basic', 'gold', 'plus'][random.uniform() < 0.85 ? group : random.integer(3)]),
      Rate: maybe(Number(random.normal([0.1, 0.4, 0.2][group], 0.05).toFixed(4))),
      Fixed: 7,
    };
  });
  const names = Object.keys(lines[0]) as (keyof (typeof lines)[0])[];
  return Object.fromEntries(names.map((name) => [name, lines.map((line) => line[name])]));
}

const columns = ['Income', 'Children', 'Last order', 'Newsletter', 'Rate'];
const cases: [string, SegmentationOptions][] = [
  ['k-means, filled', { k: 3, columns, missing: 'fill' }],
  ['k-means, rows left out', { k: 3, columns }],
  [
    'k-means on components of logarithms',
    { k: 3, columns: ['Income', 'Children', 'Rate'], log: ['Income'], pca: 2 },
  ],
  ['k-means with categories', { k: 3, columns: [...columns, 'Plan'], missing: 'fill' }],
  ['Ward', { k: 4, columns, algorithm: 'agglomerative', missing: 'fill' }],
  ['single linkage', { k: 2, columns: ['Income', 'Rate'], algorithm: 'agglomerative', linkage: 'single' }],
  ['DBSCAN with noise', { algorithm: 'dbscan', columns: ['Income', 'Last order'], eps: 0.3, minSamples: 4 }],
  ['HDBSCAN with noise', { algorithm: 'hdbscan', columns: ['Income', 'Last order'] }],
  ['k-prototypes', { k: 3, algorithm: 'kprototypes', columns: [...columns, 'Plan'], missing: 'fill' }],
  ['Gaussian mixture', { k: 3, algorithm: 'gaussian-mixture', columns: ['Income', 'Rate', 'Last order'] }],
];

test.each(cases)('%s: every figure can be counted again on the table of segments', (_, options) => {
  const table = shop(240);
  const model = new Segmentation(options).fit(table);
  const lines = parseCsv(csvText(segmentsTable(model, { table, rows: 240 })));
  const placed = lines.filter(({ segment_name }) => segment_name !== '');
  expect(placed).toHaveLength(model.clustered);
  expect(model.explanation!.segments).toHaveLength(model.k);
  for (const { segment, conditions, typical, borderline, sentence, ...told } of model.explanation!.segments) {
    const own = placed.filter((line) => line.segment === String(segment + 1));
    const fits = placed.filter((line) => conditions.every((condition) => fitsLine(line, condition)));
    const both = fits.filter((line) => own.includes(line));
    expect({ fits: told.fits, both: told.fitsInSegment }).toEqual({ fits: fits.length, both: both.length });
    expect(told.coverage).toBe(both.length / own.length);
    expect(told.precision).toBe(both.length / fits.length);
    for (const part of [told.coverage, told.precision]) expect(sentence).toContain(formatShare(part));
    for (const { text } of conditions) expect(sentence.toLowerCase()).toContain(text.toLowerCase());
    for (const row of typical) expect(own).toContain(lines[row - 1]);
    const margins = own.map(({ margin }) => Number(margin)).sort((a, b) => a - b);
    expect(borderline.map(({ margin }) => margin)).toEqual(
      borderline.length === 0 ? [] : margins.slice(0, 3),
    );
    for (const { row, margin, next } of borderline) {
      expect(own).toContain(lines[row - 1]);
      expect(Number(lines[row - 1].margin)).toBe(margin);
      expect(next).not.toBe(segment);
    }
  }
});

test('planted groups are told by what was planted, in numbers that people say', () => {
  const model = new Segmentation({ k: 3, columns, missing: 'fill' }).fit(shop(600));
  const sentences = model.explanation!.segments.map(({ sentence }) => sentence);
  expect(sentences.join('\n')).toMatchInlineSnapshot(`
"Income above 50,000 and days since last order above 100 (before Sep 21, 2024): 91% of these customers, 100% of those it fits.
Days since last order at most 100 (Sep 21, 2024, or later): 99% of these customers, 100% of those it fits.
Income at most 40,000: 99.5% of these customers, 100% of those it fits."
`);
  expect(model.explanation!.segments.every(({ describes }) => describes)).toBe(true);
});

test('a model file keeps the explanation, and its report says the same', () => {
  const model = new Segmentation({ k: 3, columns, missing: 'fill' }).fit(shop(120));
  const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
  expect(loaded.explanation).toEqual(model.explanation);
  expect(loaded.summary()).toBe(model.summary());
  const { explanation, ...older } = JSON.parse(JSON.stringify(model));
  expect(SegmentationModel.fromJSON(older).explanation).toBeNull();
});

test('a single segment has nothing to be told from', () => {
  const [{ conditions, sentence, borderline }] = new Segmentation({ k: 1 }).fit({ Income: [1, 2, 3, 4] })
    .explanation!.segments;
  expect({ conditions, borderline }).toEqual({ conditions: [], borderline: [] });
  expect(sentence).toBe('All customers are in this segment, so no condition tells it from others.');
});

test('a segment that no short rule describes is said to be so, with what the best one reaches', () => {
  const random = new Random(1);
  const around = Array.from({ length: 200 }, (_, i) => (i / 100) * Math.PI);
  const within = Array.from({ length: 60 }, () => [random.normal(0, 0.3), random.normal(0, 0.3)]);
  const model = new Segmentation({ algorithm: 'dbscan', eps: 0.3, minSamples: 3, scale: 'none' }).fit({
    Right: [...around.map((angle) => 4 * Math.cos(angle)), ...within.map(([x]) => x)],
    Up: [...around.map((angle) => 4 * Math.sin(angle)), ...within.map(([, y]) => y)],
  });
  const [ring, blob] = model.explanation!.segments;
  expect(blob).toMatchObject({ describes: true, coverage: 1, precision: 1 });
  expect(ring.describes).toBe(false);
  expect(ring.sentence).toMatch(
    /^No short rule describes this segment\. The best one, .+, fits \d+% of these customers, and they are \d+(\.\d)?% of those it fits\.$/,
  );
});

test('columns that decide come first, noise decides nothing', () => {
  const random = new Random(5);
  const rows = 300;
  const model = new Segmentation({ k: 2, columns: ['Income', 'Noise'], scale: 'none' }).fit({
    Income: Array.from({ length: rows }, (_, i) => (i % 2) * 100 + random.normal()),
    Noise: Array.from({ length: rows }, () => random.normal()),
  });
  const [first, second] = model.explanation!.importance;
  expect([first.column, second.column]).toEqual(['Income', 'Noise']);
  expect(first.drop).toBeGreaterThan(0.4);
  expect(second.drop).toBe(0);
});
