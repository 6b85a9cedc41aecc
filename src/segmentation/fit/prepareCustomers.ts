import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { phrase } from '../../core/phrase';
import { PCA } from '../../reduce/pca';
import type { PCAModel } from '../../reduce/pcaModel';
import { algorithmOf } from '../algorithms';
import { chooseColumns } from '../columns/chooseColumns';
import { type KeptRows, keepRows } from '../columns/keepRows';
import { orderRows } from '../columns/orderRows';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import { type Features, MISSING_REASON, readFeatures } from '../columns/readFeatures';
import { repeatedRows } from '../columns/repeatedRows';
import { type ColumnPlan, describeColumn, type SegmentationColumn } from '../columns/segmentationColumn';
import type { IgnoredColumn } from '../columns/suggestFrom';
import { withUsualValues } from '../columns/usualValues';
import type { ResolvedOptions } from '../options';
import { axesOfCategories, type Dimension, fitSpace, toSpace } from './featureSpace';

/** A table of customers, made ready for clustering: in the order of `orderRows` throughout. */
export interface PreparedCustomers {
  columns: SegmentationColumn[];
  /** By column, length n, in original units or as codes. */
  values: Float64Array[];
  /** The same, but NaN where the file has no value and another stands in for it. */
  given: Float64Array[];
  ignored: IgnoredColumn[];
  id: string | null;
  kept: KeptRows;
  dimensions: Dimension[];
  euclidean: Dimension[];
  gamma: number;
  /** All principal components, where customers are clustered on some of them. */
  axes: PCAModel | null;
  /** Those they are clustered on. */
  pca: PCAModel | null;
  /** Axes of `space` that hold codes of categories. */
  categoricalColumns: number[];
  /** What is clustered: n × dimensions, or × components. */
  space: Matrix;
  /** The same with Euclidean distances (see `FittedSpace`): what is judged. */
  judged: Matrix;
  /** Scaled columns before any principal components: what is drawn. */
  scaled: Matrix;
  /** Columns of `judged` that stand for one category. */
  columnGroups: number[][];
  /** Customers that would be left out, were it not that usual values stand in though nobody asked for that. */
  keptByFilling: number;
}

/** Chooses, reads, cleans and scales the columns. @throws InputError where nothing is left to cluster. */
export function prepareCustomers(read: CustomerTableRead, options: ResolvedOptions): PreparedCustomers {
  const chosen = chooseColumns(read, options);
  const byName = new Map(read.table.columns.map((column) => [column.name, column]));
  const given = chosen.plans.map(({ name }) => byName.get(name)!);
  const asGiven = readFeatures(chosen.plans, given);
  const keptByFilling = lostTogether(asGiven, read, options);
  const isFilled = options.missing === 'fill' || keptByFilling > 0;
  const plans = isFilled ? withUsualValues(chosen.plans, asGiven.values) : chosen.plans;
  const features = isFilled ? readFeatures(plans, given) : asGiven;
  const others = read.table.columns.filter(({ name }) => !chosen.plans.some((plan) => plan.name === name));
  const found = keepRows(features, [
    ...(read.table.others ?? []),
    ...repeatedRows(read.table.columns, chosen.id),
  ]);
  const kept = { ...found, rows: orderRows(found.rows, features.values, others) };
  const { columns, values, constant } = describeKept(plans, features.values, kept.rows);
  const { takesCategories } = algorithmOf(options.algorithm);
  const { dimensions, euclidean, gamma } = fitSpace(columns, values, options);
  const scaled = toSpace(euclidean, columns, values);
  const axes = options.pca === 0 ? null : fitAxes(scaled, options.pca);
  const pca = axes?.keep(options.pca) ?? null;
  const judged = pca ? pca.transform(scaled) : scaled;
  return {
    columns,
    values,
    given: isFilled ? withoutFilled(columns, values, plans, asGiven.values, kept.rows) : values,
    ignored: [...chosen.ignored, ...constant],
    id: chosen.id,
    kept,
    dimensions,
    euclidean,
    gamma,
    categoricalColumns: takesCategories
      ? Array.from(columns.keys()).filter((j) => columns[j].kind === 'category')
      : [],
    axes,
    pca,
    space: dimensions === euclidean ? judged : toSpace(dimensions, columns, values),
    judged,
    scaled,
    columnGroups: pca ? [] : axesOfCategories(euclidean),
    keptByFilling,
  };
}

/** More than this share of the customers is not left out for want of values that few lack column by column. */
const MOST_LOST = 0.05;
const FEW = 5;

/** How many customers columns that nobody asked for would cost together, where that is many; otherwise 0. */
function lostTogether(
  { rows, problems }: Features,
  { table: { others = [] } }: CustomerTableRead,
  { missing, columns }: ResolvedOptions,
): number {
  if (missing !== 'drop-column' || columns !== null) return 0;
  const isOther = new Set(others.map(({ row }) => row));
  const lost = problems.filter(({ row, reason }) => reason === MISSING_REASON && !isOther.has(row)).length;
  return lost >= FEW && lost > MOST_LOST * (rows - others.length) ? lost : 0;
}

/** By kept column, NaN where nothing was read before values stood in. */
function withoutFilled(
  columns: readonly SegmentationColumn[],
  values: readonly Float64Array[],
  plans: readonly ColumnPlan[],
  read: readonly Float64Array[],
  rows: Int32Array,
): Float64Array[] {
  return columns.map(({ name }, j) => {
    const before = read[plans.findIndex((plan) => plan.name === name)];
    return values[j].map((value, i) => (Number.isNaN(before[rows[i]]) ? Number.NaN : value));
  });
}

/** The kept rows of the columns, described; columns in which these rows do not differ come apart. */
function describeKept(plans: readonly ColumnPlan[], all: readonly Float64Array[], rows: Int32Array) {
  const columns: SegmentationColumn[] = [];
  const values: Float64Array[] = [];
  const constant: IgnoredColumn[] = [];
  plans.forEach((plan, j) => {
    const own = Float64Array.from(rows, (row) => all[j][row]);
    if (own.every((value) => value === own[0])) {
      constant.push({ name: plan.name, reason: 'the same for every customer that could be placed' });
      return;
    }
    const present = withoutEmptyLevels(plan, own);
    columns.push(describeColumn(present.plan, present.values));
    values.push(present.values);
  });
  if (columns.length === 0) {
    throw new InputError(
      'no-difference',
      'all customers that could be placed are alike in the columns asked for',
      { remedy: 'there is nothing to cluster' },
    );
  }
  return { columns, values, constant };
}

function withoutEmptyLevels(
  plan: ColumnPlan,
  codes: Float64Array,
): { plan: ColumnPlan; values: Float64Array } {
  if (plan.kind === 'numeric') return { plan, values: codes };
  const present = new Set(codes);
  const levels = plan.levels.filter((_, code) => present.has(code));
  const codeOf = plan.levels.map((level) => levels.indexOf(level));
  return { plan: { ...plan, levels }, values: codes.map((code) => codeOf[code]) };
}

function fitAxes(X: Matrix, components: number): PCAModel {
  const most = Math.min(X.rows, X.cols);
  if (components > most) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'pca' }} is ${{ value: components }} but the scaled columns have ${X.cols} dimensions and ${X.rows} customers`,
      { remedy: `ask for at most ${most}` },
    );
  }
  return new PCA().fit(X);
}
