import { wordsOf } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { checkNamed, checkOneOf } from '../../core/options';
import { phrase } from '../../core/phrase';
import { comparable, type TypedColumn } from '../../table/column';
import { type CustomerTable, typedTable } from '../../table/typedTable';
import { type ColumnRole, columnRoles, lexiconEntry } from './roleLexicon';

/** The role of a column, and the reason for it. */
export interface ColumnRoleFound {
  column: string;
  role: ColumnRole;
  reason: string;
}

/**
 * Returns what each column means, by its name and its values, in the order of the table. The name is split into words
 * (`Total_Spending`, `totalSpending` and `total spending` are the same) and looked up in a lexicon of marketing terms in
 * English, German, French, Spanish, Italian, Portuguese and Dutch. The values must fit too: an age is from 0 to 120, a number of children is a small whole number. Identifiers,
 * dates, free text and constants are 'ignored'; everything else is 'other'.
 *
 * @param overrides the roles you know better, by column.
 * @throws InputError if an override names an unknown column or role, or if `overrides` is not an object.
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

/** `inferColumnRoles` for typed columns. */
export function rolesOf(
  columns: readonly TypedColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): ColumnRoleFound[] {
  checkOverrides(columns, overrides);
  return columns.map((column) => {
    const compared = comparable(column);
    if (compared === undefined) return found(column, 'ignored', column.reason!);
    if (Object.hasOwn(overrides, column.name)) return found(column, overrides[column.name], 'set by you');
    if (column.reason !== undefined) return found(column, 'ignored', column.reason);
    const entry = lexiconEntry(wordsOf(column.name), compared);
    return entry
      ? found(column, entry.role, 'inferred from its name and values')
      : found(column, 'other', 'no known meaning');
  });
}

function found(column: TypedColumn, role: ColumnRole, reason: string): ColumnRoleFound {
  return { column: column.name, role, reason };
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
