import { cramersV } from '../../src/profile/features/cramersV';
import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { describePublished } from '../datasets/catalog/published';
import type { ClusteringComparison, KChoice, LoadedDataset, SegmentProfile } from '../support/library';
import { tell } from './cells';

/** What the prose of the notebook on loyalty members says, which must hold of our sample and of the published file. */

interface Story {
  choice: KChoice;
  choiceOfTwo: KChoice;
  comparison: ClusteringComparison;
  gender: string[];
  preferred: string[];
  treatments: Record<string, Int32Array>;
  onNumbers: number[];
  prices: number[][];
  profiles: SegmentProfile[];
  borne: string[][];
  repeated: Record<string, number>;
}

const VARIABLES = [
  'choice',
  'choiceOfTwo',
  'comparison',
  'gender',
  'preferred',
  'treatments',
  'onNumbers',
  'prices',
  'profiles',
  'borne',
  'repeated',
] as const;

function holds(story: () => Story): void {
  test('no clear structure, and no elbow, algorithm or treatment that says otherwise', () => {
    const { choice, choiceOfTwo, comparison } = story();
    expect([choice, choiceOfTwo].map(({ structure }) => structure.verdict)).toEqual(['none', 'none']);
    expect(comparison.recommended).toBeNull();
    expect(comparison.rows.map(({ nClusters }) => nClusters)).toEqual([4, 4, 1]);
    expect(Math.abs(comparison.agreement.get(0, 1))).toBeLessThan(0.4);
  });

  test('one-hot sorts by preferred category, Gower by gender, k-prototypes by the numbers', () => {
    const { gender, preferred, treatments, onNumbers } = story();
    const [oneHot, prototypes, gower] = Object.values(treatments);
    expect(cramersV(preferred, oneHot)).toBeGreaterThan(0.95);
    expect(cramersV(gender, gower)).toBeGreaterThan(0.95);
    expect(Math.max(cramersV(gender, prototypes), cramersV(preferred, prototypes))).toBeLessThan(0.2);
    expect(onNumbers.map((silhouette) => silhouette > 0)).toEqual([false, true, false]);
  });

  test('the dearer a category, the more the segments are the category', () => {
    const [first, ...rest] = story().prices;
    const last = rest[rest.length - 1];
    expect(last[1]).toBeGreaterThan(first[1] + 0.3);
    expect(last[2]).toBeGreaterThan(first[2]);
    expect(last[3]).toBeLessThan(0.05);
  });

  test('four segments of about the same size, with names of their own', () => {
    const { profiles } = story();
    expect(profiles.map(({ share }) => share).every((share) => share > 0.18 && share < 0.32)).toBe(true);
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(4);
  });

  test('the study’s names belong to the columns that one cuts by', () => {
    const { borne } = story();
    expect(borne.map(([name]) => name)).toEqual(['High-Value', 'Budget', 'Occasional', 'Loyal']);
    const bears = (column: number) => borne.map((row) => row[column] !== 'no segment');
    expect(bears(2)).toEqual([true, true, false, false]);
    expect(bears(3)).toEqual([false, false, true, true]);
  });

  test('cuts by two columns reappear in resampled data, cuts by many do not', () => {
    const [mixed, six, income, habits] = Object.values(story().repeated);
    expect(Math.max(mixed, six)).toBeLessThan(0.65);
    expect(Math.min(income, habits)).toBeGreaterThan(0.8);
  });
}

describe('loyalty_members.ipynb on our sample', () => {
  let story: Story;

  beforeAll(() => {
    // Whatever published file this machine has: the notebook is handed the sample.
    const loadDataset = () => ({ frame: sampleFrame('loyalty-members'), message: '' }) as LoadedDataset;
    story = tell<Story>('loyalty_members', VARIABLES, { loadDataset }).variables;
  }, 180_000);

  holds(() => story);
});

describePublished('loyalty-members', () => {
  let story: Story;

  beforeAll(() => {
    story = tell<Story>('loyalty_members', VARIABLES).variables;
  }, 180_000);

  holds(() => story);
});
