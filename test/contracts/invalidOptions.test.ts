import { DBSCAN, DBSCAN_OPTIONS } from '../../src/cluster/density/dbscan';
import { HDBSCAN, HDBSCAN_OPTIONS } from '../../src/cluster/density/hdbscan';
import { AGGLOMERATIVE_OPTIONS, AgglomerativeClustering } from '../../src/cluster/hierarchy/agglomerative';
import { KMEANS_OPTIONS, KMeans } from '../../src/cluster/kmeans/kMeans';
import { GAUSSIAN_MIXTURE_OPTIONS, GaussianMixture } from '../../src/cluster/mixture/gaussianMixture';
import { KPROTOTYPES_OPTIONS, KPrototypes } from '../../src/cluster/prototypes/kPrototypes';
import { InputError } from '../../src/core/errors';
import type { TObject, TSchema } from '../../src/core/schema';
import { csvText, WRITE_CSV_OPTIONS } from '../../src/datasets/write/writeCsv';
import { K_DISTANCES_OPTIONS, kDistances } from '../../src/evaluate/kDistances';
import { STABILITY_OPTIONS, stability } from '../../src/evaluate/stability/stability';
import { MIN_MAX_SCALER_OPTIONS, MinMaxScaler } from '../../src/preprocess/scale/minMaxScaler';
import { ROBUST_SCALER_OPTIONS, RobustScaler } from '../../src/preprocess/scale/robustScaler';
import { STANDARD_SCALER_OPTIONS, StandardScaler } from '../../src/preprocess/scale/standardScaler';
import { PCA, PCA_OPTIONS } from '../../src/reduce/pca';
import { SEGMENTATION_OPTIONS } from '../../src/segmentation/options';
import { Segmentation } from '../../src/segmentation/segmentation';

/** Whatever has its options in a schema refuses what the schema does not allow, with data on what is wrong. */

const ROWS = [[0], [1], [2], [10], [11], [12]];

const OWNERS: Record<string, { schema: TObject; make: (options: object) => unknown; needed?: object }> = {
  KMeans: { schema: KMEANS_OPTIONS, make: (options) => new KMeans(options) },
  KPrototypes: { schema: KPROTOTYPES_OPTIONS, make: (options) => new KPrototypes(options) },
  DBSCAN: { schema: DBSCAN_OPTIONS, make: (options) => new DBSCAN(options as never), needed: { eps: 1 } },
  HDBSCAN: { schema: HDBSCAN_OPTIONS, make: (options) => new HDBSCAN(options) },
  StandardScaler: { schema: STANDARD_SCALER_OPTIONS, make: (options) => new StandardScaler(options) },
  PCA: { schema: PCA_OPTIONS, make: (options) => new PCA(options) },
  GaussianMixture: { schema: GAUSSIAN_MIXTURE_OPTIONS, make: (options) => new GaussianMixture(options) },
  AgglomerativeClustering: {
    schema: AGGLOMERATIVE_OPTIONS,
    make: (options) => new AgglomerativeClustering(options),
  },
  MinMaxScaler: { schema: MIN_MAX_SCALER_OPTIONS, make: (options) => new MinMaxScaler(options) },
  RobustScaler: { schema: ROBUST_SCALER_OPTIONS, make: (options) => new RobustScaler(options) },
  kDistances: { schema: K_DISTANCES_OPTIONS, make: (options) => kDistances(ROWS, options) },
  stability: {
    schema: STABILITY_OPTIONS,
    make: (options) => stability(ROWS, new KMeans({ nClusters: 2 }), { resamples: 2, ...options }),
  },
  writeCsv: { schema: WRITE_CSV_OPTIONS, make: (options) => csvText({ id: ['a'] }, options) },
  Segmentation: { schema: SEGMENTATION_OPTIONS, make: (options) => new Segmentation(options) },
};

const refusalOf = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe.each(Object.entries(OWNERS))('%s', (owner, { schema, make, needed = {} }) => {
  const names = Object.keys(schema.properties);

  test('is made of what it needs alone, and of every default', () => {
    expect(() => make(needed)).not.toThrow();
    const defaults = Object.entries(schema.properties).filter(([, option]) => option.default !== undefined);
    for (const [name, option] of defaults)
      expect(() => make({ ...needed, [name]: option.default })).not.toThrow();
  });

  test('refuses an option that does not exist, with those that do', () => {
    const refusal = refusalOf(() => make({ ...needed, nonesuch: 1 })) as InputError;
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ code: 'unknown-option', option: 'nonesuch', allowed: names });
    expect(refusal.message).toMatch(`${owner} has no option`);
  });

  test.each(names)('refuses a `%s` of another type', (name) => {
    const refusal = refusalOf(() => make({ ...needed, [name]: Symbol('odd') })) as InputError;
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal.option).toBe(name);
    expect(['wrong-type', 'not-allowed']).toContain(refusal.code);
    expect(refusal.remedy?.join('')).toMatch(/^it must be .{4}/);
  });

  test('refuses numbers beyond their bounds', () => {
    for (const option of names) {
      for (const value of beyond(schema.properties[option])) {
        const refusal = refusalOf(() => make({ ...needed, [option]: value }));
        expect(refusal).toMatchObject({ code: 'out-of-range', option, value });
      }
    }
  });
});

/** Numbers just beyond the bounds of an option. */
function beyond(option: TSchema): number[] {
  const numeric = ((option.anyOf ?? [option]) as TSchema[]).filter(({ type }) =>
    ['integer', 'number'].includes(type),
  );
  const below = numeric.flatMap(({ minimum, exclusiveMinimum }) =>
    exclusiveMinimum !== undefined ? [exclusiveMinimum] : minimum !== undefined ? [minimum - 1] : [],
  );
  return below.length > 0 ? [Math.min(...below)] : [];
}
