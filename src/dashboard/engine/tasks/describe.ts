import { InputError } from '../../../core/errors';
import { plural } from '../../../core/format';
import type { ReadLimits } from '../../../datasets/read/limits';
import { allCustomersAlike } from '../../../segmentation/columns/allCustomersAlike';
import type { SegmentationModel } from '../../../segmentation/segmentationModel';
import { objectSchema, source } from '../../requests';
import type { Source } from '../../sources';
import { modelOf } from '../models';
import { countDifferent } from '../tables/countDifferent';
import { type CustomersRead, labelOf } from '../tables/customersRead';
import { loadCustomers } from '../tables/loadCustomers';
import type { Task } from '../task';

/** A column that customers can be grouped by, or why not. */
export interface ColumnAnswer {
  name: string;
  label: string;
  unit?: string;
  kind: 'numeric' | 'category' | 'other';
  /** Taken when the user chooses none. */
  suggested: boolean;
  /** Why it is not suggested. */
  reason?: string;
}

/** Answer to `describe`. */
export interface DescribeAnswer {
  source: string;
  title: string;
  /** 'transactions' were summed up per customer first; a 'model' was saved earlier and has no customers. */
  kind: 'customers' | 'transactions' | 'model';
  rows: number;
  id: string | null;
  columns: ColumnAnswer[];
  /** What to group by at first, and into how many; null: as many as the data support, as the command line does. */
  defaults: { columns: string[]; k: number | null };
  /** What was read and detected, in sentences. */
  detected: string[];
}

/** What a table holds, and what its customers can be grouped by. */
export const describe: Task<{ source: Source; limits: ReadLimits }, DescribeAnswer> = {
  engine: 'interactive',
  request: objectSchema({ source }, ['source']),
  async run({ source, limits }) {
    if (source.kind === 'model')
      return { body: describeModel(source.id, source.title, modelOf(source)), arrays: {} };
    const read = await loadCustomers(source, limits);
    const { kind, detected, units, columns, k } = read;
    const { table, suggested } = read.read;
    const id = read.id ?? suggested.id;
    const reasons = new Map(suggested.ignored.map((column) => [column.name, column.reason]));
    if (id !== null) reasons.set(id, 'Identifies customers');
    if (columns.length === 0) throw allCustomersAlike(read.read) ?? nothingToGroupBy(suggested.categories);
    const answers = table.columns.map(
      ({ name }): ColumnAnswer => ({
        name,
        label: labelOf(read, name),
        ...(Object.hasOwn(units, name) && { unit: units[name] }),
        kind:
          reasons.has(name) && !suggested.offered.includes(name)
            ? 'other'
            : suggested.categories.includes(name)
              ? 'category'
              : 'numeric',
        suggested: columns.includes(name),
        ...(reasons.has(name) && { reason: reasons.get(name) }),
      }),
    );
    const body: DescribeAnswer = {
      source: source.id,
      title: source.title,
      kind,
      rows: table.rows,
      id,
      columns: answers,
      defaults: { columns, k: numberAtFirst(read.read, columns, k) },
      detected,
    };
    return { body, arrays: {} };
  },
};

/** So few that differ leave nothing to choose from. */
const FEW_DIFFERENT = 3;

/** Null where the number is the fit's to choose. */
function numberAtFirst(
  read: CustomersRead['read'],
  columns: readonly string[],
  k: number | null,
): number | null {
  const most = k ?? FEW_DIFFERENT;
  const different = Math.max(1, countDifferent(read, columns, most));
  return k === null && different === most ? null : different;
}

function nothingToGroupBy(categories: readonly string[]): InputError {
  const only = categories.length > 0 ? `, only categories (${categories.join(', ')})` : '';
  return new InputError('missing-column', `there is no column of numbers to group customers by${only}`);
}

/** A model that was saved: its columns are as they are, and so is everything else. */
function describeModel(source: string, title: string, model: SegmentationModel): DescribeAnswer {
  const columns = model.columns.map(({ name, label, kind, ...rest }): ColumnAnswer => {
    const unit = 'unit' in rest && rest.unit ? { unit: rest.unit } : {};
    return { name, label, kind, suggested: true, ...unit };
  });
  return {
    source,
    title,
    kind: 'model',
    rows: model.rows,
    id: model.id,
    columns,
    defaults: { columns: columns.map(({ name }) => name), k: model.k },
    detected: [`A model of ${plural(model.clustered, 'customer')}. It holds none of their data.`],
  };
}
