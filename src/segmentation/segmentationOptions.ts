import { LINKAGES, type Linkage } from '../cluster/hierarchy/linkages';
import { InputError } from '../core/errors';
import {
  checkInteger,
  checkKnown,
  checkList,
  checkNamed,
  checkNumber,
  checkOneOf,
  display,
} from '../core/options';
import { ALGORITHM_NAMES, algorithmOf, type SegmentationAlgorithm } from './algorithms';
import { SCALES, type SegmentationScale } from './scales';

/** Options of `Segmentation`. */
export interface SegmentationOptions {
  /** What to cluster on. Default: what `suggestColumns` suggests for the algorithm. */
  columns?: readonly string[];
  /** The column that tells customers apart. Default: the identifier that `suggestColumns` finds, if any. */
  id?: string;
  /** Default 'kmeans'. 'kprototypes' takes categories as they are; the others see them as columns of 0 and 1. */
  algorithm?: SegmentationAlgorithm;
  /** How many segments, at least 1; or 'auto', the default: what `chooseK` recommends. 'dbscan' finds its own. */
  k?: 'auto' | number;
  /** For 'agglomerative'. Default 'ward'. */
  linkage?: Linkage;
  /** For 'dbscan': how near neighbors are, on the scaled columns. Default 'auto': the knee of the k-distances. */
  eps?: 'auto' | number;
  /** For 'dbscan': customers within `eps`, itself included, that make a core. Default 5. */
  minSamples?: number;
  /** Default 'standard': mean 0 and standard deviation 1. */
  scale?: SegmentationScale;
  /** Columns whose logarithm, log(1 + value), is taken first: for very skewed ones without negative values. */
  log?: readonly string[];
  /**
   * Cluster on so many principal components of the scaled columns, or, below 1, on the fewest that explain this share
   * of their variance. Default 0: on the scaled columns themselves.
   */
  pca?: number;
  /** Any integer: the same seed and table give the same model. Default 0. */
  seed?: number;
  /** Names you prefer, by segment number: `{ 0: 'VIPs' }`. */
  names?: Readonly<Record<number, string>>;
  /** The column with each customer's spending. Default: the one that is named so. */
  value?: string;
  /** What columns are called in names and tables. */
  labels?: Readonly<Record<string, string>>;
  /** Units, by column: `{ Income: '$' }`. */
  units?: Readonly<Record<string, string>>;
}

/** `SegmentationOptions` with every default in its place; `null` stands for "found out by `fit`". */
export interface ResolvedOptions {
  columns: readonly string[] | null;
  id: string | null;
  algorithm: SegmentationAlgorithm;
  k: 'auto' | number;
  linkage: Linkage;
  eps: 'auto' | number;
  minSamples: number;
  scale: SegmentationScale;
  log: readonly string[];
  pca: number;
  seed: number;
  names: Readonly<Record<number, string>>;
  value: string | null;
  labels: Readonly<Record<string, string>>;
  units: Readonly<Record<string, string>>;
}

const OPTIONS = [
  'columns',
  'id',
  'algorithm',
  'k',
  'linkage',
  'eps',
  'minSamples',
  'scale',
  'log',
  'pca',
  'seed',
  'names',
  'value',
  'labels',
  'units',
];

/** @throws InputError naming an option that is unknown, out of range, or of no use to the algorithm. */
export function resolveOptions(options: SegmentationOptions): ResolvedOptions {
  checkKnown('Segmentation', options, OPTIONS);
  const {
    columns = null,
    id = null,
    algorithm = 'kmeans',
    k = 'auto',
    linkage = 'ward',
    eps = 'auto',
  } = options;
  const { minSamples = 5, scale = 'standard', log = [], pca = 0, seed = 0, value = null } = options;
  const { names = {}, labels = {}, units = {} } = options;
  if (columns !== null) checkColumnList(columns);
  for (const [name, column] of Object.entries({ id, value }))
    if (column !== null && typeof column !== 'string')
      throw new InputError(`\`${name}\` is ${display(column)}; it must be the name of a column`);
  checkOneOf('algorithm', algorithm, ALGORITHM_NAMES);
  if (k !== 'auto') checkInteger('k', k, { min: 1 });
  checkOneOf('linkage', linkage, LINKAGES);
  if (eps !== 'auto') checkPositive('eps', eps);
  checkInteger('minSamples', minSamples, { min: 1 });
  checkOneOf('scale', scale, SCALES);
  checkList('log', log);
  checkComponents(pca);
  checkInteger('seed', seed);
  for (const [name, given] of Object.entries({ names, labels, units })) checkNamed(name, given);
  const { findsK, takesCategories } = algorithmOf(algorithm);
  if (findsK && k !== 'auto') {
    throw new InputError(
      `\`k\` is ${k}, but '${algorithm}' finds its own number of segments; leave \`k\` out, or set \`${findsK.by}\``,
    );
  }
  if (takesCategories && pca !== 0) {
    throw new InputError(
      `\`pca\` needs columns of numbers only; '${algorithm}' takes categories as they are: leave \`pca\` out`,
    );
  }
  return {
    columns,
    id,
    algorithm,
    k,
    linkage,
    eps,
    minSamples,
    scale,
    log,
    pca,
    seed,
    names,
    value,
    labels,
    units,
  };
}

function checkColumnList(columns: readonly string[]): void {
  if (checkList('columns', columns).length === 0)
    throw new InputError('`columns` is empty; name at least one, or leave it out to have columns suggested');
  const twice = columns.find((name, j) => columns.indexOf(name) !== j);
  if (twice !== undefined) throw new InputError(`\`columns\` names '${twice}' twice; once will do`);
}

function checkPositive(name: string, value: number): void {
  if (checkNumber(name, value) <= 0) throw new InputError(`\`${name}\` is ${value}; it must be above 0`);
}

function checkComponents(pca: number): void {
  checkNumber('pca', pca, { min: 0 });
  if (pca >= 1) checkInteger('pca', pca);
}
