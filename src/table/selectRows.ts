import { display } from '../core/options';
import type { BooleanColumn, CategoryColumn, NumberColumn, TypedColumn } from './column';
import type { TypedTable } from './typedTable';

/**
 * Some rows of a table, in the order given. What a column holds stays as the whole table showed it; these rows say
 * whether its values still differ, and which categories are left. Cost: O(rows · columns).
 */
export function selectRows(table: TypedTable, rows: Int32Array): TypedTable {
  return { rows: rows.length, columns: table.columns.map((column) => takeCells(column, rows)) };
}

function takeCells(column: TypedColumn, rows: Int32Array): TypedColumn {
  const cells = Array.from(rows, (row) => column.cells[row]);
  switch (column.kind) {
    case 'number':
    case 'boolean':
      return numbersOfRows({ ...column, cells }, rows);
    case 'category':
      return categoriesOfRows({ ...column, cells }, rows);
    case 'date':
      return { ...column, cells, days: rowsOf(column.days, rows) };
    case 'identifier':
      return column.values ? { ...column, cells, values: rowsOf(column.values, rows) } : { ...column, cells };
    default:
      return { ...column, cells };
  }
}

function rowsOf(values: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]);
}

function numbersOfRows(column: NumberColumn | BooleanColumn, rows: Int32Array): TypedColumn {
  const values = rowsOf(column.values, rows);
  const known = values.filter((value) => !Number.isNaN(value));
  const constant = known.every((value) => value === known[0]);
  const all = { ...column, values, missing: values.length - known.length, constant };
  return constant ? { ...all, reason: alwaysOrNever(known.length, known[0]) } : all;
}

function categoriesOfRows(column: CategoryColumn, rows: Int32Array): TypedColumn {
  const codes = Int32Array.from(rows, (row) => column.codes[row]);
  const known = codes.filter((code) => code >= 0);
  const present = new Set(known);
  const levels = column.levels.filter((_, code) => present.has(code));
  const newCode = column.levels.map((level) => levels.indexOf(level));
  const all: CategoryColumn = {
    ...column,
    levels,
    codes: codes.map((code) => (code < 0 ? code : newCode[code])),
    missing: codes.length - known.length,
    constant: levels.length <= 1,
  };
  if (all.constant) return { ...all, reason: alwaysOrNever(known.length, levels[0]) };
  return levels.length === known.length
    ? { ...all, kind: 'text', reason: 'every value is different text' }
    : all;
}

function alwaysOrNever(known: number, value: unknown): string {
  return known === 0 ? 'every value is missing' : `constant: always ${display(value)}`;
}
