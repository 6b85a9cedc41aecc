import { capitalized } from '../../core/columnNames';
import { otherRowNotes } from '../../table/knownColumns';
import { keptWordsSentence, missingWordsSentence } from '../../table/missingWords';
import type { TypedTable } from '../../table/typedTable';
import type { PreparedCustomers } from './prepareCustomers';

/** Which rows are no customers, and which may be none. */
export function rowNotes({ others = [], doubtful = [] }: TypedTable): string[] {
  return otherRowNotes({ others, doubtful }).map((note) => `${capitalized(note)}.`);
}

/** Words for missing values in the columns that matter: the identifier and those that were clustered on. */
export function wordNotes(table: TypedTable, { id, columns }: PreparedCustomers): string[] {
  const matters = new Set([id, ...columns.map(({ name }) => name)]);
  return table.columns
    .filter(({ name }) => matters.has(name))
    .flatMap(({ name, words = [], wordsKept = [] }) => [
      ...(words.length > 0 ? [missingWordsSentence(name, words)] : []),
      ...(wordsKept.length > 0 ? [keptWordsSentence(name, wordsKept)] : []),
    ])
    .map((note) => `${capitalized(note)}.`);
}
