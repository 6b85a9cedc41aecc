import { InputError } from '../core/errors';
import { checkList } from '../core/options';
import { phrase } from '../core/phrase';
import { comparable, type TypedColumn } from '../table/column';
import type { RoledColumn } from './names/household';
import type { ProfileOptions } from './profileOptions';
import { rolesOf } from './roles/columnRoles';
import type { ColumnRole } from './roles/roleLexicon';

/** The columns of a table that take part, with their roles. */
export interface RoledColumns {
  /** Every usable column. */
  all: RoledColumn[];
  /** Those to profile. */
  chosen: RoledColumn[];
}

/**
 * Gives every usable column its role and chooses those to profile.
 * @throws InputError when an option names a column that is not there.
 */
export function roledColumns(
  columns: readonly TypedColumn[],
  { columns: wanted, roles = {}, labels = {}, units = {}, value }: ProfileOptions,
): RoledColumns {
  if (wanted !== undefined) checkList('columns', wanted);
  const names = columns.map(({ name }) => name);
  const asked = {
    columns: wanted,
    labels: Object.keys(labels),
    units: Object.keys(units),
    value: value && [value],
  };
  for (const [option, list] of Object.entries(asked)) {
    const unknown = (list || []).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new InputError('missing-column', phrase`${{ option }} names the column ${{ column: unknown }}`, {
        remedy: `the table has ${names.join(', ')}`,
      });
    }
  }
  const found = rolesOf(columns, roles);
  const all = columns.flatMap((each, j) => {
    const [column, { role }] = [comparable(each), found[j]];
    return column === undefined || role === 'ignored' ? [] : [{ column, role }];
  });
  return {
    all,
    chosen: all.filter(({ column, role }) => (wanted ? wanted.includes(column.name) : adds(role, all))),
  };
}

/** A year of birth says nothing more where there is an age. */
function adds(role: ColumnRole, columns: readonly RoledColumn[]): boolean {
  return role !== 'birthYear' || !columns.some((column) => column.role === 'age');
}
