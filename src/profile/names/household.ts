import type { BooleanColumn, ComparableColumn } from '../../table/column';
import type { ColumnRole } from '../roles/roleLexicon';

/** A column and its role. */
export interface ColumnWithRole {
  column: ComparableColumn;
  role: ColumnRole;
}

/** One yes or no per customer, as 1 and 0; NaN if unknown. */
type YesNo = Pick<BooleanColumn, 'name' | 'values'>;

/** Yes/no facts about each customer's household, as far as the table covers them; NaN if unknown. */
export interface Household {
  /** Children of any age at home. */
  parents?: YesNo;
  /** Lives with a partner. */
  partners?: YesNo;
  smallChildren?: YesNo;
  teenagers?: YesNo;
}

/** Marital statuses that mean two people. */
const COUPLE =
  /\b(?:(?:married|together|partner|partnered|couple|civil union|relationship|engaged)\b|cohabit)/i;

/**
 * Finds out who has children and who has a partner, from any column that says so: children, small children and
 * teenagers as numbers or as yes/no, a partner as yes/no or as marital status. Cost: O(n).
 */
export function householdOf(columns: readonly ColumnWithRole[]): Household {
  const smallChildren = anyOf('small children at home', withRole(columns, 'smallChildren'));
  const teenagers = anyOf('teenagers at home', withRole(columns, 'teenagers'));
  const counted = [...withRole(columns, 'children'), ...withRole(columns, 'parent')];
  const children = counted.length > 0 ? counted : [smallChildren, teenagers].filter((fact) => !!fact);
  const partnered = withRole(columns, 'partner');
  return {
    parents: anyOf('children at home', children),
    partners: anyOf('with a partner', partnered) ?? fromMaritalStatus(columns),
    smallChildren,
    teenagers,
  };
}

function withRole(columns: readonly ColumnWithRole[], role: ColumnRole): ComparableColumn[] {
  return columns.filter((candidate) => candidate.role === role).map(({ column }) => column);
}

/** 1 if any of the columns is above 0, NaN if all are missing; undefined without columns of numbers. */
function anyOf(name: string, columns: readonly (ComparableColumn | YesNo | undefined)[]): YesNo | undefined {
  const known = columns.flatMap((column) =>
    column !== undefined && 'values' in column ? [column.values] : [],
  );
  if (known.length === 0) return undefined;
  const values = known[0].map((_, row) => {
    const here = known.map((column) => column[row]).filter((value) => !Number.isNaN(value));
    return here.length === 0 ? NaN : Number(here.some((value) => value > 0));
  });
  return { name, values };
}

function fromMaritalStatus(columns: readonly ColumnWithRole[]): YesNo | undefined {
  const found = columns.find(({ role }) => role === 'maritalStatus')?.column;
  if (found?.kind !== 'category') return undefined;
  const isCouple = found.levels.map((level) => Number(COUPLE.test(level)));
  const values = Float64Array.from(found.codes, (code) => (code < 0 ? NaN : isCouple[code]));
  return { name: 'with a partner', values };
}
