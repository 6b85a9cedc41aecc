import { capitalized } from '../../core/columnNames';
import { otherRowSentences } from '../../table/knownColumns';
import { type MissingCode, missingCodeSentence, NAMED } from '../../table/missingCodes';
import { keptWordsSentence, missingWordsSentence } from '../../table/missingWords';
import { BY_LABEL } from '../../table/rows/totalRows';
import { withoutExamples } from '../../table/spelling';
import type { TypedTable } from '../../table/typedTable';
import type { CustomerTableRead } from '../columns/readCustomerTable';
import type { PreparedCustomers } from './prepareCustomers';

/** Which rows are no customers, and which may be none. A remark is told by its row alone: warnings are kept in the model. */
export function rowWarnings({ others = [], doubtful = [] }: TypedTable): string[] {
  const told = others.map((other) => (other.kind === 'total' ? other : { ...other, label: '' }));
  const byLabel = others.find(({ reason, label }) => reason === BY_LABEL && label !== '');
  return [
    ...otherRowSentences({ others: told, doubtful }).map((note) => `${capitalized(note)}.`),
    ...(byLabel === undefined
      ? []
      : [`If '${byLabel.label}' is a customer, give the customer-rows option '${byLabel.label}'.`]),
  ];
}

/**
 * Words for missing values and other spellings in the columns that matter: the identifier and those that were clustered on.
 * Spellings of customers are counted, and not shown: warnings are kept in the model.
 */
export function wordWarnings(table: TypedTable, { id, columns }: PreparedCustomers): string[] {
  const matters = new Set([id, ...columns.map(({ name }) => name)]);
  return table.columns
    .filter(({ name }) => matters.has(name))
    .flatMap((column) => {
      const { name, words = [], wordsKept = [], spellings = [] } = column;
      const mark = column.kind === 'boolean' ? column.mark : undefined;
      return [
        ...spellings.map(withoutExamples),
        ...(mark === undefined ? [] : [`'${name}' holds ${mark} or nothing, read as yes or no`]),
        ...(words.length > 0 ? [missingWordsSentence(name, words)] : []),
        ...(wordsKept.length > 0 ? [keptWordsSentence(name, wordsKept)] : []),
      ];
    })
    .map((note) => `${capitalized(note)}.`);
}

/** Which values were left out as codes for missing ones, and which may be some. */
export function codeWarnings({ codes, questions }: CustomerTableRead): string[] {
  return [
    ...codes.map((code) => `${missingCodeSentence(code)}: it counts as missing.${howToKeep(code)}`),
    ...questions.map(
      (code) =>
        `${missingCodeSentence(code)}. It counts as a value; to leave it out, give the missing-codes option '${code.column}=${code.value}'.`,
    ),
  ];
}

function howToKeep({ reason }: MissingCode): string {
  return reason === NAMED ? '' : " If it is a real value, give the missing-codes option 'none'.";
}
