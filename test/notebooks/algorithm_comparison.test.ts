import { sampleFrame } from '../datasets/catalog/datasetFiles';
import { describePublished } from '../datasets/catalog/published';
import type {
  ClusteringComparison,
  DBSCANModel,
  KChoice,
  KMeansModel,
  LoadedDataset,
  SegmentationModel,
  SegmentProfile,
} from '../support/library';
import { type Told, tell } from './cells';

/** What the comparison of algorithms says of our sample and of the published file. */

interface Story {
  choice: KChoice;
  k: number;
  centered: KMeansModel;
  dense: DBSCANModel;
  sweep: ClusteringComparison;
  labels: Record<'K-means' | 'DBSCAN, finer', Int32Array>;
  compared: ClusteringComparison;
  profiles: SegmentProfile[];
  jaccard: Float64Array;
  model: SegmentationModel;
  same: number;
  report: string;
}

const VARIABLES = [
  'choice',
  'k',
  'centered',
  'dense',
  'sweep',
  'labels',
  'compared',
  'profiles',
  'jaccard',
  'model',
  'same',
  'report',
] as const;

const rowOf = ({ compared }: Story, name: string) => compared.rows.find((row) => row.name === name)!;

/** What the prose says, whichever file was read. */
function theProseIsTrue(story: () => Story, told: () => Told<Story>) {
  test('six segments; the indices disagree, and the structure is weak at best', () => {
    const { k, choice } = story();
    expect(k).toBe(6);
    expect(new Set(Object.values(choice.preferredBy)).size).toBeGreaterThan(2);
    expect(choice.structure.verdict).not.toBe('clear');
  });

  test('DBSCAN finds one cluster at the suggested distance, others at every other', () => {
    const { dense, sweep } = story();
    expect(dense.nClusters).toBe(1);
    const divided = sweep.rows.filter(({ nClusters }) => nClusters > 1);
    expect(divided.length).toBeGreaterThan(5);
    expect(divided[0].noiseShare).toBeGreaterThan(0.5);
    for (const row of sweep.rows.slice(-2)) expect(row.nClusters).toBe(1);
    expect(new Set(divided.map(({ sizes }) => sizes.join())).size).toBe(divided.length);
  });

  test('k-means is to be trusted, and every one of its segments comes back', () => {
    expect(story().compared.recommended).toBe('K-means');
    for (const jaccard of story().jaccard) expect(jaccard).toBeGreaterThan(0.75);
  });

  test('of the finer DBSCAN, noise takes nearly all of one segment and hardly any of another', () => {
    const { labels, k } = story();
    const noisy = Array.from({ length: k }, (_, segment) => {
      const own = labels['DBSCAN, finer'].filter((_, row) => labels['K-means'][row] === segment);
      return own.filter((label) => label < 0).length / own.length;
    });
    expect(Math.max(...noisy)).toBeGreaterThan(0.9);
    expect(Math.min(...noisy)).toBeLessThan(0.1);
  });

  test('two segments share average income and score, and differ in age', () => {
    const medianOf = ({ features }: SegmentProfile, column: string) => {
      const feature = features.find((feature) => feature.column === column);
      return feature?.kind === 'numeric' ? feature.segment.median : Number.NaN;
    };
    const middle = story().profiles.filter((profile) => {
      const income = medianOf(profile, 'Annual Income (k$)');
      const score = medianOf(profile, 'Spending Score (1-100)');
      return income > 45 && income < 70 && score > 40 && score < 60;
    });
    expect(middle).toHaveLength(2);
    const ages = middle.map((profile) => medianOf(profile, 'Age'));
    expect(Math.abs(ages[0] - ages[1])).toBeGreaterThan(15);
  });

  test('the segmentation is the same clustering, and the report tells of the comparison', () => {
    const { same, report, model } = story();
    expect(same).toBe(1);
    for (const name of model.names) expect(report).toContain(name);
    expect(report).toContain('Trust K-means');
  });

  test('at least ten figures are shown', () => {
    expect(told().shown.filter((thing) => 'layout' in thing).length).toBeGreaterThanOrEqual(10);
  });
}

/** The report is built, and not written. */
const writeReport = () => {};

describe('algorithm_comparison.ipynb on our sample', () => {
  let told: Told<Story>;

  beforeAll(() => {
    const loadDataset = () => ({ frame: sampleFrame('mall-customers'), message: '' }) as LoadedDataset;
    told = tell<Story>('algorithm_comparison', VARIABLES, { loadDataset, writeReport });
  }, 120_000);

  theProseIsTrue(
    () => told.variables,
    () => told,
  );
});

describePublished('mall-customers', () => {
  let told: Told<Story>;

  beforeAll(() => {
    told = tell<Story>('algorithm_comparison', VARIABLES, { writeReport });
  }, 120_000);

  theProseIsTrue(
    () => told.variables,
    () => told,
  );

  test('inertia, silhouette and sizes of the known solution', () => {
    const { centered } = told.variables;
    const row = rowOf(told.variables, 'K-means');
    expect(centered.inertia).toBeCloseTo(133.87, 2);
    expect(row.silhouette).toBeCloseTo(0.4274, 4);
    expect(row.sizes).toEqual([45, 39, 38, 33, 24, 21]);
  });

  test('the tree agrees with k-means', () => {
    expect(told.variables.compared.agreement.get(0, 1)).toBeCloseTo(0.88, 2);
  });
});
