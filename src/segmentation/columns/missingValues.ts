import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { suggestion } from '../../datasets/nearestName';
import { columnNumbers, type TypedColumn } from '../../table/column';
import { withWords } from '../../table/knownColumns';
import { dayOf, type MissingCode, missingCodesAmong, NAMED } from '../../table/missingCodes';
import { wordsToKeep } from '../../table/missingWords';
import { toNumber } from '../../table/toNumber';
import { typedColumn } from '../../table/typedColumn';
import type { TypedTable } from '../../table/typedTable';

/** What the options say of missing values: see `SegmentationOptions`. */
export interface MissingValueOptions {
  missingCodes: readonly string[];
  keepMissing: readonly string[];
  customerRows: readonly string[];
}

/** The options as they are where nobody sets them. */
export const USUAL_MISSING: MissingValueOptions = {
  missingCodes: ['auto'],
  keepMissing: [],
  customerRows: [],
};

/** A table without codes for missing values, and what was found. */
export interface WithoutCodes {
  table: TypedTable;
  /** Codes that were left out. */
  codes: MissingCode[];
  /** Values that may be codes, and stay. */
  questions: MissingCode[];
}

/** A table in which some words for missing are values after all. Cost: O(n) for each column that holds one. */
export function keepWords(table: TypedTable, keep: readonly string[]): TypedTable {
  if (keep.length === 0) return table;
  const isKept = wordsToKeep(keep);
  return { ...table, columns: table.columns.map((column) => withWordsKept(column, isKept)) };
}

function withWordsKept(column: TypedColumn, isKept: (word: string) => boolean): TypedColumn {
  const back = column.words?.filter(({ word }) => isKept(word)) ?? [];
  if (back.length === 0) return column;
  const cells = Array.from(column.cells);
  for (const { word, rows } of back) for (const row of rows) cells[row] = word;
  const words = column.words!.filter(({ word }) => !isKept(word));
  return withWords(typedColumn(column.name, cells, column.unit), {
    ...{ cells, words, values: [...(column.wordsKept ?? [])], spellings: column.spellings },
  });
}

/**
 * Takes the codes for missing values out of a table: those that are surely codes, unless the options say 'none', and
 * those that the options name. @throws InputError for an option that names no value of a column of the table.
 */
export function withoutCodes(table: TypedTable, missingCodes: readonly string[]): WithoutCodes {
  const given = givenCodes(table, missingCodes);
  const found = table.columns.flatMap(missingCodesAmong);
  const isGiven = (code: MissingCode) =>
    given.some(({ column, value }) => column === code.column && value === code.value);
  const auto = missingCodes.includes('none') ? [] : found.filter((code) => code.sure && !isGiven(code));
  const codes = [...given, ...auto];
  const questions = missingCodes.includes('none') ? [] : found.filter((code) => !code.sure && !isGiven(code));
  if (codes.length === 0) return { table, codes, questions };
  const columns = table.columns.map((column) => {
    const own = codes.filter((code) => code.column === column.name);
    return own.length === 0 ? column : withoutValues(column, new Set(own.map(({ value }) => value)));
  });
  return { table: { ...table, columns }, codes, questions };
}

function withoutValues(column: TypedColumn, values: ReadonlySet<number | string>): TypedColumn {
  const { name, unit, words = [], wordsKept = [] } = column;
  const isCode = codeTest(column, values);
  const cells = Array.from(column.cells, (cell, row) => (isCode(row) ? null : cell));
  return withWords(typedColumn(name, cells, unit), { cells, words: [...words], values: [...wordsKept] });
}

function codeTest(column: TypedColumn, values: ReadonlySet<number | string>): (row: number) => boolean {
  const numbers = columnNumbers(column);
  if (numbers !== undefined) return (row) => values.has(numbers[row]);
  const { cells, kind } = column;
  if (kind === 'date') return (row) => cells[row] !== null && values.has(dayOf(cells[row]));
  return (row) => cells[row] !== null && values.has(String(cells[row]).trim());
}

/** The codes that the option names: 'Age=999'. */
function givenCodes(table: TypedTable, missingCodes: readonly string[]): MissingCode[] {
  return missingCodes
    .filter((text) => text !== 'auto' && text !== 'none')
    .map((text) => {
      const at = text.lastIndexOf('=');
      const column = table.columns.find(({ name }) => name === text.slice(0, at).trim());
      if (at < 1 || column === undefined) throw unknownCode(table, text, at);
      const value = valueIn(column, text.slice(at + 1).trim());
      const isCode = codeTest(column, new Set([value]));
      const rows = Array.from({ length: table.rows }, (_, row) => isCode(row)).filter(Boolean).length;
      return { column: column.name, value, rows, sure: true, reason: NAMED };
    });
}

function valueIn(column: TypedColumn, text: string): number | string {
  return columnNumbers(column) === undefined ? text : (toNumber(text) ?? text);
}

function unknownCode({ columns }: TypedTable, text: string, at: number): InputError {
  const names = columns.map(({ name }) => name);
  return at < 1
    ? new InputError('not-allowed', phrase`${{ option: 'missingCodes' }} holds ${{ value: text }}`, {
        remedy: "write a column and a value, such as 'Age=999', or 'none'",
      })
    : new InputError(
        'missing-column',
        phrase`${{ option: 'missingCodes' }} names the column ${{ column: text.slice(0, at) }}, which the table does not have`,
        { remedy: suggestion(text.slice(0, at), names) },
      );
}
