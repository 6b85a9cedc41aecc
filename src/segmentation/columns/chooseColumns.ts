import { columnLabel } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { suggestion } from '../../datasets/nearestName';
import { comparable, type TypedColumn } from '../../table/column';
import { ALGORITHMS, algorithmOf } from '../algorithms';
import type { ResolvedOptions } from '../options';
import { allCustomersAlike } from './allCustomersAlike';
import type { Since } from './elapsedTime';
import type { CustomerTableRead } from './readCustomerTable';
import type { ColumnPlan } from './segmentationColumn';
import type { IgnoredColumn, SuggestedColumns } from './suggestFrom';

/** The columns to cluster on, the identifier, and what takes no part. */
export interface ChosenColumns {
  plans: ColumnPlan[];
  id: string | null;
  ignored: IgnoredColumn[];
}

/**
 * The columns asked for, or those suggested: numbers for every algorithm, categories too for those that take them.
 * @throws InputError when a name is unknown (the nearest is suggested), a column cannot be clustered on, or none is left.
 */
export function chooseColumns(read: CustomerTableRead, options: ResolvedOptions): ChosenColumns {
  const {
    table: { columns },
    suggested,
  } = read;
  const names = columns.map(({ name }) => name);
  checkNames(options, names);
  const id = options.id ?? suggested.id;
  const { takesCategories } = algorithmOf(options.algorithm);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const isTaken = (name: string) =>
    options.missing !== 'drop-column' &&
    suggested.optional.includes(name) &&
    (takesCategories || byName.get(name)!.kind !== 'category');
  const wanted =
    options.columns ??
    names.filter(
      (name) =>
        name !== id &&
        (suggested.columns.includes(name) ||
          (takesCategories && suggested.categories.includes(name)) ||
          isTaken(name)),
    );
  const usable = wanted.filter((name) => !byName.get(name)!.constant);
  if (usable.length === 0) throw allCustomersAlike(read) ?? nothingToCluster(wanted, suggested);
  return {
    plans: usable.map((name) =>
      withCodes(planOf(byName.get(name)!, options, read.elapsed.get(name)?.since), read),
    ),
    id: id !== null && usable.includes(id) ? null : id,
    ignored: ignoredOf(names, usable, id, suggested, byName),
  };
}

function checkNames(
  { columns, id, value, log, labels, units }: ResolvedOptions,
  names: readonly string[],
): void {
  const asked = {
    columns: columns ?? [],
    id: id === null ? [] : [id],
    value: value === null ? [] : [value],
    log,
    labels: Object.keys(labels),
    units: Object.keys(units),
  };
  for (const [option, list] of Object.entries(asked)) {
    const unknown = list.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new InputError(
        'missing-column',
        phrase`${{ option }} names the column ${{ column: unknown }}, which the table does not have`,
        { remedy: suggestion(String(unknown), names) },
      );
    }
  }
  const stray = columns === null ? undefined : log.find((name) => !columns.includes(name));
  if (stray !== undefined)
    throw new InputError(
      'conflict',
      phrase`${{ option: 'log' }} names ${{ column: stray }}, which is not among ${{ option: 'columns' }}`,
      { remedy: 'add it there or leave it out' },
    );
}

function planOf(given: TypedColumn, { labels, units, log }: ResolvedOptions, since?: Since): ColumnPlan {
  const { name } = given;
  const column = comparable(given);
  if (column === undefined) {
    throw new InputError(
      'wrong-type',
      phrase`column ${{ column: name }} cannot be clustered on: ${given.reason!}`,
      { remedy: 'leave it out, or make numbers or a few categories of it' },
    );
  }
  const called = Object.hasOwn(labels, name) ? labels[name] : columnLabel(name);
  const taken = log.includes(name);
  if (column.kind === 'category') {
    if (taken)
      throw new InputError(
        'wrong-type',
        phrase`${{ option: 'log' }} names ${{ column: name }}, which holds categories`,
        { remedy: 'a logarithm needs numbers' },
      );
    return { kind: 'category', name, label: called, levels: column.levels };
  }
  const least = column.values.reduce((low, value) => (value < low ? value : low), Infinity);
  if (taken && least < 0) {
    throw new InputError(
      'out-of-range',
      phrase`${{ option: 'log' }} names ${{ column: name }}, whose least value is ${{ value: least }}`,
      { remedy: 'a logarithm needs values of at least 0' },
    );
  }
  const unit = Object.hasOwn(units, name) ? { unit: units[name] } : {};
  const truth = column.kind === 'boolean' ? { truth: true as const, ...(column.mark && { fill: 0 }) } : {};
  return { kind: 'numeric', name, label: called, ...unit, log: taken, ...truth, ...(since && { since }) };
}

/** The plan with the codes for missing values that are to be left out of other tables too. */
function withCodes(plan: ColumnPlan, { codes }: CustomerTableRead): ColumnPlan {
  const own = codes.flatMap(({ column, value }) =>
    column === plan.name && typeof value === 'number' ? [value] : [],
  );
  return plan.kind === 'numeric' && own.length > 0 ? { ...plan, missingCodes: own } : plan;
}

function nothingToCluster(wanted: readonly string[], { ignored, categories }: SuggestedColumns): InputError {
  if (wanted.length > 0) {
    return new InputError(
      'no-difference',
      `every one of the columns asked for is empty or constant (${wanted.join(', ')})`,
      { remedy: 'customers cannot differ in them' },
    );
  }
  const reasons = ignored.map(({ name, reason }) => `${name} (${reason})`).join('; ');
  const option = { option: 'columns' };
  const remedy =
    categories.length > 0
      ? phrase`name categories in ${option} (${categories.join(', ')}), or take the algorithm '${ALGORITHMS.find(({ takesCategories }) => takesCategories)!.name}'`
      : phrase`name columns in ${option}`;
  return new InputError(
    'missing-column',
    `there is no column of numbers to cluster on${reasons && `: ${reasons}`}`,
    { remedy },
  );
}

function ignoredOf(
  names: readonly string[],
  used: readonly string[],
  id: string | null,
  suggested: SuggestedColumns,
  columns: ReadonlyMap<string, TypedColumn>,
): IgnoredColumn[] {
  const reasons = new Map(suggested.ignored.map(({ name, reason }) => [name, reason]));
  return names.flatMap((name): IgnoredColumn[] => {
    if (used.includes(name)) return [];
    if (name === id) return [{ name, reason: 'identifies customers' }];
    const column = columns.get(name)!;
    const reason =
      reasons.get(name) ??
      (column.kind === 'category' ? 'categories; they are profiled, not clustered on' : 'not asked for');
    return [{ name, reason }];
  });
}
