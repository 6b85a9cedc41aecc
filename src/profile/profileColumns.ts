import { InputError } from '../core/errors';
import { checkList } from '../core/options';
import { phrase } from '../core/phrase';
import { comparable, type TypedColumn } from '../table/column';
import type { ColumnWithRole } from './names/household';
import type { ProfileOptions } from './profileOptions';
import { rolesOf } from './roles/columnRoles';
import type { ColumnRole } from './roles/roleLexicon';

/** The columns of a table that are used, with their roles. */
export interface ColumnsWithRoles {
  /** Every usable column. */
  all: ColumnWithRole[];
  /** Those to profile. */
  chosen: ColumnWithRole[];
}

/**
 * Returns every usable column with its role, and those to profile.
 * @throws InputError if an option names an unknown column.
 */
export function columnsWithRoles(
  columns: readonly TypedColumn[],
  { columns: wanted, roles = {}, labels = {}, units = {}, value }: ProfileOptions,
): ColumnsWithRoles {
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

/** A year of birth adds nothing to an age. */
function adds(role: ColumnRole, columns: readonly ColumnWithRole[]): boolean {
  return role !== 'birthYear' || !columns.some((column) => column.role === 'age');
}
