import { wordsOf } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { checkNamed, checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import { comparable, type TypedColumn } from '../../table/column';
import { type CustomerTable, typedTable } from '../../table/typedTable';
import { type ColumnRole, columnRoles, roleLexicon } from './roleLexicon';

/** The role taken for a column, and the ground for it. */
export interface ColumnRoleFound {
  column: string;
  role: ColumnRole;
  because: string;
}

/**
 * Finds out what each column means from its name and its values, in the order of the table. A name is read as
 * words (`Total_Spending`, `totalSpending` and `total spending` are the same), compared with a lexicon of English
 * marketing terms, and taken only when the values can mean it: an age lies within 0 … 120, a number of children
 * is a small whole number. Identifiers, dates, free text and constants are 'ignored'; all else is 'other'.
 *
 * @param overrides the roles you know better, by column.
 * @throws InputError when an override names an unknown column or role, or the overrides are no object.
 *
 * @example
 * inferColumnRoles({ Income: [1000, 2000], ID: [1, 2] });
 * // [{ column: 'Income', role: 'income', … }, { column: 'ID', role: 'ignored', … }]
 */
export function inferColumnRoles(
  table: CustomerTable,
  overrides: Readonly<Record<string, ColumnRole>> = {},
): ColumnRoleFound[] {
  return rolesOf(typedTable(table).columns, checkNamed('overrides', overrides));
}

/** `inferColumnRoles` for columns that are known. */
export function rolesOf(
  columns: readonly TypedColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): ColumnRoleFound[] {
  checkOverrides(columns, overrides);
  return columns.map((column) => {
    const compared = comparable(column);
    if (compared === undefined) return found(column, 'ignored', column.reason!);
    if (Object.hasOwn(overrides, column.name)) return found(column, overrides[column.name], 'as you said');
    if (column.reason !== undefined) return found(column, 'ignored', column.reason);
    const entry = roleLexicon.find(({ words, fits }) => words.test(wordsOf(column.name)) && fits(compared));
    return entry
      ? found(column, entry.role, 'by its name and values')
      : found(column, 'other', 'no known meaning');
  });
}

function found(column: TypedColumn, role: ColumnRole, because: string): ColumnRoleFound {
  return { column: column.name, role, because };
}

function checkOverrides(
  columns: readonly TypedColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): void {
  for (const [name, role] of Object.entries(overrides)) {
    if (!columns.some((column) => column.name === name)) {
      const known = columns.map((column) => column.name).join(', ');
      throw new InputError(
        'missing-column',
        phrase`${{ option: 'roles' }} names the column ${{ column: name }}`,
        { remedy: `the table has ${known}` },
      );
    }
    checkOneOf(`roles['${name}']`, role, columnRoles);
  }
}
