import type { DataFrame } from 'danfojs-node';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { describePublished } from '../datasets/catalog/published';
import type { KChoice, KMeansModel, LoadedDataset, Recorded, SegmentProfile } from '../support/library';
import { type Told, tell } from './cells';

/** What the main notebook says of our sample and of the published file. */

interface Story {
  raw: DataFrame;
  known: Recorded<DataFrame>;
  credible: Recorded<DataFrame>;
  alive: Recorded<DataFrame>;
  distinct: Recorded<DataFrame>;
  chosen: string[];
  choice: KChoice;
  model: KMeansModel;
  profiles: SegmentProfile[];
  agreement: number;
}

const VARIABLES = [
  'raw',
  'known',
  'credible',
  'alive',
  'distinct',
  'chosen',
  'choice',
  'model',
  'profiles',
  'agreement',
] as const;

const NAMES = [
  'Affluent couples and singles',
  'Established families with mixed spending',
  'Middle-income families with teenagers',
  'Younger families on a limited income',
];

const rowsOf = ({ raw, known, credible, alive, distinct }: Story) => [
  raw.shape[0],
  ...[known, credible, alive, distinct].map(({ record }) => record.rowsAfter),
];

const figuresOf = ({ shown }: Told<Story>) => shown.filter((thing) => 'layout' in thing);

describe('customer_segmentation.ipynb on our sample', () => {
  let told: Told<Story>;
  let story: Story;

  beforeAll(() => {
    // Whatever published file this machine has: the notebook is handed the sample.
    const loadDataset = () => ({ frame: sampleFrame('marketing-campaign'), message: '' }) as LoadedDataset;
    told = tell<Story>('customer_segmentation', VARIABLES, { loadDataset });
    story = told.variables;
  }, 120_000);

  test('every flaw costs rows', () => {
    const rows = rowsOf(story);
    expect(rows[0]).toBe(900);
    for (let step = 1; step < rows.length; step++) expect(rows[step]).toBeLessThan(rows[step - 1]);
    expect(story.model.labels).toHaveLength(rows.at(-1) as number);
  });

  test('the four segments of the study have their names', () => {
    expect(story.profiles.map(({ name }) => name).sort()).toEqual(NAMES);
  });

  test('at least twelve figures are shown', () => {
    expect(figuresOf(told).length).toBeGreaterThanOrEqual(12);
  });
});

describePublished('marketing-campaign', () => {
  let told: Told<Story>;
  let story: Story;

  beforeAll(() => {
    told = tell<Story>('customer_segmentation', VARIABLES);
    story = told.variables;
  }, 120_000);

  test('rows in, rows after each cleaning step', () => {
    expect(rowsOf(story)).toEqual([2240, 2216, 2215, 2212, 2030]);
  });

  test('four segments are recommended, with an honest word on how clear they are', () => {
    expect(story.chosen).toHaveLength(7);
    expect(story.choice.table.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(story.choice.recommendation.k).toBe(4);
    expect(story.choice.structure.verdict).toBe('weak');
  });

  test('the four segments of the study have their names and sizes', () => {
    // The least inertia of 100 starts with scikit-learn's stopping rule. Minima within 1e-5 of it differ by two customers.
    expect(story.model.inertia / 3586.55497).toBeCloseTo(1, 5);
    [609, 555, 472, 394].forEach((size, segment) => {
      expect(Math.abs(story.profiles[segment].size - size)).toBeLessThanOrEqual(2);
    });
    expect(story.profiles.map(({ name }) => name).sort()).toEqual(NAMES);
  });

  test('the hierarchy agrees with k-means', () => {
    expect(story.agreement).toBeCloseTo(0.84, 2);
  });

  test('at least twelve figures are shown', () => {
    expect(figuresOf(told).length).toBeGreaterThanOrEqual(12);
  });
});
