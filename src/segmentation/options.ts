import { capitalized, columnLabel } from '../core/columnNames';
import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { defaultsOf, resolveOptions } from '../core/resolveOptions';
import {
  boolean,
  choice,
  either,
  type Given,
  integer,
  list,
  literal,
  named,
  names,
  nothing,
  number,
  object,
  type Static,
  type TObject,
  text,
} from '../core/schema';
import { type ColumnRole, columnRoles } from '../profile/roles/roleLexicon';
import { ALGORITHMS, type AlgorithmOptions, algorithmOf, type SegmentationAlgorithm } from './algorithms';
import { checkDay } from './columns/elapsedTime';

const auto = literal('auto');
const ROLE_TITLES = Object.fromEntries(
  columnRoles.map((role) => [role, capitalized(columnLabel(role))]),
) as Record<ColumnRole, string>;
const columnName = { expects: 'the name of a column', default: null };

/** The options that fits by any algorithm have. */
const COMMON = object({
  /** What to cluster on. Default: what `suggestColumns` suggests for the algorithm. */
  columns: either([nothing(), names()], {
    title: 'Group by',
    description: 'What to cluster on; default: suggested',
    default: null,
    page: { schema: list(text({ maxLength: 500 }), { minItems: 1, maxItems: 200, uniqueItems: true }) },
  }),
  /** The column that identifies customers. Default: the identifier that `suggestColumns` finds, if any. */
  id: either([nothing(), text()], {
    ...columnName,
    title: 'Customer',
    description: 'Column that identifies customers; default: recognized',
  }),
  /**
   * Whether each row is a customer, whatever the table looks like. Default: a table of orders, or of several rows per
   * customer, is refused (see `detectTransactions`).
   */
  rowsAreCustomers: boolean({
    title: 'Each row is a customer',
    description: 'Take each row for a customer, even where customers repeat',
    default: false,
  }),
  /** Default 'kmeans'. 'kprototypes' takes categories as they are; the others see them as columns of 0 and 1. */
  algorithm: choice(titlesOf(ALGORITHMS), {
    title: 'Algorithm',
    description: 'How customers are grouped',
    default: ALGORITHMS[0].name,
    page: {},
  }),
  /** How many segments, at least 1; or 'auto', the default: what `chooseK` recommends. 'dbscan' and 'hdbscan' find
   * their own. */
  k: either([auto, integer({ minimum: 1 })], {
    title: 'Segments',
    description: 'How many segments, or auto: as many as most indices prefer',
    default: 'auto',
    page: { schema: either([auto, integer({ minimum: 1, maximum: 50 })]), slider: { from: 2, to: 12 } },
  }),
  /** Default 'standard': mean 0 and standard deviation 1. */
  scale: choice(
    { standard: 'Standard', minmax: 'Min–max', robust: 'Robust', none: 'None' },
    { title: 'Scaling', description: 'How columns come to one scale', default: 'standard', page: {} },
  ),
  /** Columns whose logarithm, log(1 + value), is taken first: for very skewed ones without negative values. */
  log: names({
    title: 'Logarithm of',
    description: 'Columns to take the logarithm of first, where very skewed',
    default: [],
  }),
  /**
   * Cluster on so many principal components of the scaled columns, or, below 1, on the fewest that explain this share
   * of their variance. Default 0: on the scaled columns themselves.
   */
  pca: either([integer({ minimum: 0 }), number({ minimum: 0, exclusiveMaximum: 1 })], {
    expects: 'a whole number of components, or a share below 1 of their variance',
    title: 'Principal components',
    description: 'Cluster on so many principal components; below 1: on this share of the variance',
    default: 0,
    page: { schema: integer({ minimum: 0, maximum: 100 }), slider: { from: 0, to: 10 } },
  }),
  /**
   * What becomes of missing values. Default 'drop-column': a suggested column that more than 5% of the customers lack (and
   * at least 5 of them) takes no part; customers who lack a value elsewhere are left out, but
   * where that would be more than 5% of them, the usual values stand in, and that is said. 'fill': the median, or the most
   * frequent category, stands in, in new customers too. 'drop-row': all columns take part, and whoever lacks one is left
   * out. Columns that you name take part in any case.
   */
  missing: choice(
    {
      'drop-column': 'Leave out columns that many lack',
      fill: 'Fill with the usual value',
      'drop-row': 'Leave out customers',
    },
    {
      title: 'Missing values',
      description: 'What becomes of missing values',
      default: 'drop-column',
      page: {},
    },
  ),
  /**
   * Whether columns that carry no groups, where others do, are left out before customers are clustered: what
   * `chooseK` names in `structure.noiseColumns`. Default false: they take part and are named, unless they hide clear groups
   * of the others, and neither `columns` nor `k` is given.
   */
  leaveOutUngrouped: boolean({
    title: 'Leave out columns without groups',
    description:
      'Leave out columns that carry no groups where others do; they are named. Without it, only where they hide clear groups and no columns are chosen',
    default: false,
    page: {},
  }),
  /**
   * The day that days since dates, and ages, are counted up to, 'yyyy-MM-dd'. Default: the latest date of what customers
   * last did, and of since when they are customers.
   */
  asOf: either([nothing(), text()], {
    expects: 'a day written yyyy-MM-dd',
    title: 'Count days up to',
    description:
      'Day that days since dates, and ages, are counted up to, yyyy-MM-dd; default: the latest date',
    default: null,
  }),
  /** Any integer: the same seed and table give the same model. Default 0. */
  seed: integer({
    title: 'Seed',
    description: 'Any whole number: the same seed gives the same segments',
    default: 0,
    page: { schema: integer({ minimum: 0, maximum: 4_294_967_295 }) },
  }),
  /**
   * Values that mean that nothing is known, as 'Age=999': customers with them are left out as those with a missing value
   * are, and `predict` does the same. Default ['auto']: what is surely such a code, by its value; ['none'] keeps all.
   */
  missingCodes: names({
    title: 'Codes for missing',
    description:
      'Values that mean missing, e.g. Age=999; auto: those that surely do; none: none (default: auto)',
    default: ['auto'],
  }),
  /** Words such as 'NA' that are values in this table, though they mean a missing value elsewhere. Default none. */
  keepMissing: names({
    title: 'Words to keep',
    description: 'Words such as NA that are values here, though they mean missing elsewhere',
    default: [],
  }),
  /**
   * Labels of rows that are customers, though they read like totals or remarks: 'Total'. Of a row without a label its
   * number, from 1. New customers so called are scored, too. Default none.
   */
  customerRows: names({
    title: 'Rows to keep',
    description: 'Labels of rows that are customers, though they read like totals or remarks',
    default: [],
  }),
  /** Names you prefer, by segment number: `{ 0: 'VIPs' }`. */
  names: named(text(), { default: {} }),
  /** The column with each customer's spending. Default: the one that is named so. */
  value: either([nothing(), text()], {
    ...columnName,
    title: 'Spending',
    description: 'Column with each customer’s spending; default: recognized',
  }),
  /** What columns mean, where you know better than `inferColumnRoles`: `{ wert: 'spending' }`; 'value' is 'spending'. */
  roles: named(choice({ ...ROLE_TITLES, value: 'Spending' }), {
    title: 'Meaning of columns',
    description: 'What columns mean where that is not recognized, as column=meaning',
    default: {},
  }),
  /** What columns are called in names and tables. */
  labels: named(text(), { default: {} }),
  /** Units, by column: `{ Income: '$' }`. */
  units: named(text(), { default: {} }),
});

/** Options of `Segmentation`; those of one algorithm only have no effect on the others. */
export interface SegmentationOptions extends Given<typeof COMMON>, Partial<AlgorithmOptions> {}

/** `SegmentationOptions` with every default in its place; `null` stands for "found out by `fit`". */
export interface ResolvedOptions extends Static<typeof COMMON>, AlgorithmOptions {}

/** How columns of numbers are brought to one scale. */
export type SegmentationScale = ResolvedOptions['scale'];

/** Every option of `Segmentation`: those of all fits, and each algorithm's own. */
export const SEGMENTATION_OPTIONS: TObject = object({
  ...COMMON.properties,
  ...Object.assign({}, ...ALGORITHMS.map(({ options }) => options.properties)),
});

/** The common options of the first model files; what came later is absent from older files, and has its default. */
const FIRST = [
  'columns',
  'id',
  'algorithm',
  'k',
  'scale',
  'log',
  'pca',
  'seed',
  'names',
  'value',
  'labels',
  'units',
];

/** What a model file holds of options. */
export const SAVED_OPTIONS: Readonly<Record<string, unknown>> = {
  ...SEGMENTATION_OPTIONS,
  required: FIRST,
  additionalProperties: false,
};

/** The options of a model file with defaults for what it was written without. */
export function savedOptions(options: Partial<ResolvedOptions>): ResolvedOptions {
  return { ...defaultsOf(SEGMENTATION_OPTIONS), ...options } as ResolvedOptions;
}

/** @throws InputError naming an option that is unknown, out of range, or of no use to the algorithm. */
export function resolveSegmentation(options: SegmentationOptions): ResolvedOptions {
  const resolved = resolveOptions('Segmentation', SEGMENTATION_OPTIONS, options) as object as ResolvedOptions;
  if (resolved.columns !== null) checkColumnList(resolved.columns);
  if (resolved.asOf !== null) checkDay('asOf', resolved.asOf);
  checkFits(resolved);
  return resolved;
}

function checkColumnList(columns: readonly string[]): void {
  if (columns.length === 0)
    throw new InputError('no-data', phrase`${{ option: 'columns' }} is empty`, {
      remedy: 'name at least one, or leave it out to have columns suggested',
    });
  const twice = columns.find((name, j) => columns.indexOf(name) !== j);
  if (twice !== undefined)
    throw new InputError('duplicate', phrase`${{ option: 'columns' }} names ${{ column: twice }} twice`, {
      remedy: 'once will do',
    });
}

/** Whether an option has an effect on fits by the algorithm. */
export function concerns(option: string, algorithm: SegmentationAlgorithm): boolean {
  const { findsK, takesCategories, options } = algorithmOf(algorithm);
  if (option === 'k') return findsK === undefined;
  if (option === 'pca') return !takesCategories;
  return option in COMMON.properties || option in options.properties;
}

/** Whether the options are of use to the algorithm. */
function checkFits({ algorithm, k, pca }: ResolvedOptions): void {
  const { findsK, takesCategories } = algorithmOf(algorithm);
  if (findsK && k !== 'auto') {
    throw new InputError(
      'conflict',
      phrase`${{ option: 'k' }} is ${{ value: k }}, but '${algorithm}' finds its own number of segments`,
      { remedy: phrase`leave ${{ option: 'k' }} out, or set ${{ option: findsK.by }}` },
    );
  }
  if (takesCategories && pca !== 0) {
    throw new InputError('conflict', phrase`${{ option: 'pca' }} needs columns of numbers only`, {
      remedy: phrase`'${algorithm}' takes categories as they are: leave ${{ option: 'pca' }} out`,
    });
  }
}

function titlesOf(algorithms: typeof ALGORITHMS): Record<SegmentationAlgorithm, string> {
  return Object.fromEntries(algorithms.map(({ name, title }) => [name, title])) as Record<
    SegmentationAlgorithm,
    string
  >;
}
