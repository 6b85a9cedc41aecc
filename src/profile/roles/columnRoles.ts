import { InputError } from '../../core/errors';
import { checkNamed, checkOneOf } from '../../core/options';
import { type CustomerColumn, type CustomerTable, readCustomers } from '../customerTable';
import { wordsOf } from './columnNames';
import { type ColumnRole, columnRoles, isWhole, roleLexicon } from './roleLexicon';

/** The role taken for a column, and the ground for it. */
export interface ColumnRoleFound {
  column: string;
  role: ColumnRole;
  because: string;
}

/** Names that stand for whoever has the number, and for nothing that could be more or less. */
const numberOfSomebody =
  /\b(id|uuid|guid)\b|\b(customer|client|member|user|account|order|invoice) (no|number|code)\b/;
const identifierWords = /\b(id|uuid|guid|key|index|unnamed|customer (no|number|code))\b/;

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
  return rolesOf(readCustomers(table).columns, checkNamed('overrides', overrides));
}

/** `inferColumnRoles` for columns already read. */
export function rolesOf(
  columns: readonly CustomerColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): ColumnRoleFound[] {
  checkOverrides(columns, overrides);
  return columns.map((column) => {
    if (column.kind === 'unusable') return found(column, 'ignored', column.why);
    if (Object.hasOwn(overrides, column.name)) return found(column, overrides[column.name], 'as you said');
    if (isIdentifier(column)) return found(column, 'ignored', 'an identifier: every value is different');
    if (isRepeatedIdentifier(column)) return found(column, 'ignored', 'an identifier by its name');
    const entry = roleLexicon.find(({ words, fits }) => words.test(wordsOf(column.name)) && fits(column));
    return entry
      ? found(column, entry.role, 'by its name and values')
      : found(column, 'other', 'no known meaning');
  });
}

function found(column: CustomerColumn, role: ColumnRole, because: string): ColumnRoleFound {
  return { column: column.name, role, because };
}

function checkOverrides(
  columns: readonly CustomerColumn[],
  overrides: Readonly<Record<string, ColumnRole>>,
): void {
  for (const [name, role] of Object.entries(overrides)) {
    if (!columns.some((column) => column.name === name)) {
      const known = columns.map((column) => column.name).join(', ');
      throw new InputError(`\`roles\` names the column '${name}'; the table has ${known}`);
    }
    checkOneOf(`roles['${name}']`, role, columnRoles);
  }
}

/** All different whole numbers, and either so named or simply counting on. */
function isIdentifier(column: CustomerColumn): boolean {
  if (column.kind !== 'numeric' || column.values.length < 2) return false;
  const { values } = column;
  if (values.length >= 20 && isRunOfIntegers(values)) return true;
  return (
    identifierWords.test(wordsOf(column.name)) && isWhole(column) && new Set(values).size === values.length
  );
}

/** Whole numbers under a name that can mean nothing else, be it that some customer has two rows, or none a number. */
function isRepeatedIdentifier(column: CustomerColumn): boolean {
  if (column.kind !== 'numeric' || !numberOfSomebody.test(wordsOf(column.name))) return false;
  return column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

function isRunOfIntegers(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1] + 1) return false;
  return true;
}
