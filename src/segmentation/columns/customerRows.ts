import { InputError } from '../../core/errors';
import { formatList } from '../../core/format';
import { phrase } from '../../core/phrase';
import type { TypedColumn } from '../../table/column';
import { withWords } from '../../table/knownColumns';
import type { OtherRow } from '../../table/rows/otherRow';
import { typedColumn } from '../../table/typedColumn';
import type { TypedTable } from '../../table/typedTable';

/**
 * A table in which some rows that read like totals or remarks are customers after all: told by their label, in capitals or
 * not, or by their number (from 1).
 * Cost: O(n · columns) where there is one.
 */
export function withCustomerRows(table: TypedTable, labels: readonly string[]): TypedTable {
  if (labels.length === 0 || table.others === undefined) return table;
  const back = table.others.filter((other) => other.cells && labels.some((label) => isCalled(other, label)));
  if (back.length === 0) return table;
  return {
    ...table,
    columns: table.columns.map((column, j) => withCells(column, back, j)),
    others: table.others.filter((other) => !back.includes(other)),
  };
}

/** @throws InputError for a label that no row has which was left out. */
export function checkCustomerRows({ others = [] }: TypedTable, labels: readonly string[]): void {
  const unknown = labels.find((label) => !others.some((other) => other.cells && isCalled(other, label)));
  if (unknown === undefined) return;
  const known = others.filter(({ cells }) => cells).map(({ label, row }) => label || String(row + 1));
  throw new InputError(
    'not-allowed',
    phrase`${{ option: 'customerRows' }} names ${{ value: unknown }}, but no row of that label was left out`,
    {
      remedy:
        known.length === 0
          ? 'leave it out: every row counts as a customer'
          : phrase`rows that were left out: ${formatList(known.map((label) => `'${label}'`))}`,
    },
  );
}

function isCalled({ label, row }: OtherRow, name: string): boolean {
  return label === '' ? name === String(row + 1) : label.toLowerCase() === name.trim().toLowerCase();
}

function withCells(column: TypedColumn, back: readonly OtherRow[], j: number): TypedColumn {
  const cells = Array.from(column.cells);
  for (const other of back) cells[other.row] = other.cells![j] ?? null;
  const { words = [], wordsKept = [], spellings } = column;
  return withWords(typedColumn(column.name, cells, column.unit), {
    ...{ cells, words: [...words], values: [...wordsKept], spellings },
  });
}
