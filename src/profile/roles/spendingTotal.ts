import type { NumberColumn } from '../../table/column';
import type { ColumnWithRole } from '../names/household';
import { mayNameTotal, namesTotal } from './spendingWords';

/** Spending as one number per customer. */
export interface Spending {
  column: NumberColumn;
  /** The columns that were added up; empty where one column holds the total. */
  parts: readonly string[];
}

/** In so many rows the total must be at least as large as each part. */
const CONTAINS = 0.99;

/**
 * What each customer spent in all: the only spending column; of several, the one that is named as a total or, naming no line of goods,
 * contains the others (at least as large in 99% of rows); otherwise their sum, in which a missing part counts as nothing spent.
 * Undefined without a spending column. Depends on no order of columns. Cost: O(n · columns²).
 */
export function spendingTotal(columns: readonly ColumnWithRole[]): Spending | undefined {
  const totals = numbersWith(columns, 'spending');
  const parts = numbersWith(columns, 'spendingPart');
  if (totals.length === 1) return { column: totals[0], parts: [] };
  const named = totals.filter(({ name }) => namesTotal(name));
  const whole = (named.length > 0 ? named : totals).find((column) =>
    totals.every((other) => other === column || (mayNameTotal(column.name) && contains(column, other))),
  );
  if (whole ?? named[0]) return { column: whole ?? named[0], parts: [] };
  const added = totals.length > 0 ? [...totals, ...parts].sort(byName) : parts;
  return added.length > 1 ? { column: sumOf(added), parts: added.map(({ name }) => name) } : undefined;
}

function numbersWith(columns: readonly ColumnWithRole[], role: ColumnWithRole['role']): NumberColumn[] {
  return columns
    .flatMap(({ column, role: own }) => (own === role && column.kind === 'number' ? [column] : []))
    .sort(byName);
}

/** 'Spending' is more likely the total than 'Spending this year'. */
function byName(a: NumberColumn, b: NumberColumn): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}

function contains(whole: NumberColumn, part: NumberColumn): boolean {
  let known = 0;
  let larger = 0;
  whole.values.forEach((value, row) => {
    if (Number.isNaN(value) || Number.isNaN(part.values[row])) return;
    known++;
    if (value >= part.values[row]) larger++;
  });
  return known > 0 && larger >= CONTAINS * known;
}

function sumOf(parts: readonly NumberColumn[]): NumberColumn {
  const values = parts[0].values.map((_, row) => {
    const known = parts.map((part) => part.values[row]).filter((value) => !Number.isNaN(value));
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : NaN;
  });
  const units = new Set(parts.map(({ unit }) => unit));
  const unit = units.size === 1 ? parts[0].unit : undefined;
  return {
    kind: 'number',
    name: 'total spending',
    cells: values,
    values,
    missing: 0,
    constant: values.every((value) => value === values[0]),
    ...(unit !== undefined && { unit }),
  };
}
