import { InputError } from '../core/errors';
import type { Matrix } from '../core/matrix';
import { checkKnown } from '../core/options';
import { skewness } from '../core/statistics';
import { checkOnProgress, type OnProgress } from '../evaluate/progress';
import { type CustomerTable, customerColumns, type RawColumn } from '../profile/customerTable';
import { profileSegments, type SegmentProfile } from '../profile/segmentProfile';
import { PCA } from '../reduce/pca';
import type { PCAModel } from '../reduce/pcaModel';
import { type ChosenColumns, chooseColumns } from './chooseColumns';
import { clusterCustomers } from './clusterCustomers';
import { fitDimensions, toSpace } from './featureSpace';
import { judgeSegments } from './judgeSegments';
import { keepRows, takeRows } from './keepRows';
import { projectCustomers } from './projectCustomers';
import { isMissing, readFeatures } from './readFeatures';
import { type ColumnPlan, describeColumn, type SegmentationColumn } from './segmentationColumn';
import { SegmentationModel } from './segmentationModel';
import { type ResolvedOptions, resolveOptions, type SegmentationOptions } from './segmentationOptions';
import { mendNumbers, tableOf } from './suggestColumns';

/** Options of one fit. */
export interface SegmentationFitOptions {
  /** Told how far the fit has come, step by step. */
  onProgress?: OnProgress;
}

/**
 * The whole way from a table of customers to named segments: chooses and reads the columns, leaves out customers that
 * cannot be placed, scales, chooses k, clusters, judges whether there are natural groups, describes and names the
 * segments.
 *
 * @example
 * const model = new Segmentation({ k: 4 }).fit({ Income: X.column(0), Spending: X.column(1) });
 * model.sizes;     // [50, 50, 50, 50]
 * model.structure; // 'clear'
 */
export class Segmentation {
  private readonly options: ResolvedOptions;

  /** @throws InputError naming an option that is unknown, out of its range, or of no use to the algorithm. */
  constructor(options: SegmentationOptions = {}) {
    this.options = resolveOptions(options);
  }

  /**
   * @param table customers in original units.
   * @throws InputError when the table is empty, a column is unknown or of no use, no customer has a value in all of
   * them, or `k` is more than the customers.
   */
  fit(table: CustomerTable, fitOptions: SegmentationFitOptions = {}): SegmentationModel {
    checkKnown('fit', fitOptions, ['onProgress']);
    checkOnProgress(fitOptions.onProgress);
    const { onProgress = () => {} } = fitOptions;
    const { options } = this;
    const raw = mendNumbers(customerColumns(table));
    const chosen = chooseColumns(raw, options);
    const byName = new Map(raw.map(({ name, values }) => [name, values]));
    const features = readFeatures(
      chosen.plans,
      chosen.plans.map(({ name }) => byName.get(name)!),
    );
    const kept = keepRows(features);
    const prepared = describeKept(chosen, features.values, kept.rows);
    onProgress({ step: 'columns read', done: 1, total: 1 });
    const dimensions = fitDimensions(prepared.columns, prepared.values, options.scale);
    const scaled = toSpace(dimensions, prepared.columns, prepared.values);
    const pca = fitPca(scaled, options.pca);
    const space = pca ? pca.transform(scaled) : scaled;
    const clustered = clusterCustomers(space, options, onProgress);
    onProgress({ step: 'customers clustered', done: 1, total: 1 });
    const judged = judgeSegments(space, clustered, options);
    onProgress({ step: 'segments judged', done: 1, total: 1 });
    const keptColumns = raw.map(({ name, values }) => ({ name, values: takeRows(values, kept.rows) }));
    const profiles = profile(keptColumns, clustered.labels, options);
    onProgress({ step: 'segments described', done: 1, total: 1 });
    return new SegmentationModel({
      options,
      columns: prepared.columns,
      ignoredColumns: prepared.ignored,
      id: chosen.id,
      rows: features.rows,
      clustered: kept.rows.length,
      dropped: kept.dropped,
      notes: notesOn(prepared.columns, prepared.values, options),
      ids: idsOf(chosen.id, byName, kept.rows),
      keptRows: kept.rows,
      labels: clustered.labels,
      k: clustered.k,
      algorithm: options.algorithm,
      inertia: clustered.inertia,
      silhouette: judged.silhouette,
      silhouetteRows: judged.silhouetteRows,
      structure: judged.structure.verdict,
      structureWords: judged.structure.words,
      choice: clustered.choice,
      profiles,
      sizes: sizesOf(clustered.labels, clustered.k),
      noise: clustered.labels.filter((label) => label < 0).length,
      projection: projectCustomers(scaled, dimensions, clustered.labels, options.seed),
      dimensions,
      pca,
      rule: clustered.rule,
    });
  }
}

/** The kept rows of the columns, described; columns that these rows do not differ in come out as ignored. */
function describeKept({ plans, ignored }: ChosenColumns, values: readonly Float64Array[], rows: Int32Array) {
  const columns: SegmentationColumn[] = [];
  const kept: Float64Array[] = [];
  const constant: ChosenColumns['ignored'] = [];
  plans.forEach((plan, j) => {
    const own = Float64Array.from(rows, (row) => values[j][row]);
    if (own.every((value) => value === own[0])) {
      constant.push({ name: plan.name, why: 'the same for every customer that could be placed' });
      return;
    }
    const { column, codes } = withoutEmptyLevels(plan, own);
    columns.push(describeColumn(column, codes));
    kept.push(codes);
  });
  if (columns.length === 0)
    throw new InputError('all customers that could be placed are alike in the columns asked for');
  return { columns, values: kept, ignored: [...ignored, ...constant] };
}

function withoutEmptyLevels(
  plan: ColumnPlan,
  codes: Float64Array,
): { column: ColumnPlan; codes: Float64Array } {
  if (plan.kind === 'numeric') return { column: plan, codes };
  const present = new Set(codes);
  const levels = plan.levels.filter((_, code) => present.has(code));
  const codeOf = plan.levels.map((level) => levels.indexOf(level));
  return { column: { ...plan, levels }, codes: codes.map((code) => codeOf[code]) };
}

function fitPca(X: Matrix, components: number): PCAModel | null {
  if (components === 0) return null;
  const most = Math.min(X.rows, X.cols);
  if (components > most) {
    throw new InputError(
      `\`pca\` is ${components} but the scaled columns have ${X.cols} dimensions; ask for at most ${most}`,
    );
  }
  return new PCA({ nComponents: components }).fit(X);
}

function profile(
  columns: readonly RawColumn[],
  labels: Int32Array,
  options: ResolvedOptions,
): SegmentProfile[] {
  const { value, names, labels: called, units } = options;
  return profileSegments(tableOf(columns), labels, {
    names,
    labels: called,
    units,
    ...(value !== null && { value }),
  });
}

function idsOf(
  id: string | null,
  columns: ReadonlyMap<string, ArrayLike<unknown>>,
  rows: Int32Array,
): (string | number)[] {
  const values = id === null ? undefined : columns.get(id)!;
  return Array.from(rows, (row) => {
    const value = values?.[row];
    if (!values) return row + 1;
    return typeof value === 'number' ? value : isMissing(value) ? '' : String(value);
  });
}

function sizesOf(labels: Int32Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) if (label >= 0) sizes[label]++;
  return sizes;
}

/** Beyond this a few customers decide where segments lie. */
const VERY_SKEWED = 2;

function notesOn(
  columns: readonly SegmentationColumn[],
  values: readonly Float64Array[],
  options: ResolvedOptions,
): string[] {
  return columns.flatMap((column, j): string[] => {
    if (column.kind !== 'numeric' || column.log || column.range[0] < 0 || new Set(values[j]).size <= 2)
      return [];
    const skew = skewness(values[j]);
    if (skew < VERY_SKEWED || options.scale === 'none') return [];
    return [
      `${column.label} is very skewed (skewness ${skew.toFixed(1)}): a few customers far out may make segments of their own. Its logarithm is worth a try (\`log: ['${column.name}']\`).`,
    ];
  });
}
