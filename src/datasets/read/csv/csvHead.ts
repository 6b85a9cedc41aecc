import { display } from '../../../core/options';
import { DELIMITER_NAMES, delimiterOf } from './delimiter';
import { separated } from './separated';

/** Column names and delimiter. */
export interface CsvHead {
  header: string[];
  delimiter: string;
}

/**
 * The header of a text of separated values, of which the beginning will do.
 * @param delimiter default: recognized as `csvRecords` does.
 */
export function csvHead(text: string, file: string, delimiter = delimiterOf(text, file)): CsvHead {
  const [names = []] = separated(text, { delimiter, to: 1, relax_quotes: true }, file);
  return { header: names.map((name) => name.trim()), delimiter };
}

/** What there is to say of a delimiter that was recognized. */
export function delimiterSentence(delimiter: string): string {
  return `values are separated by ${DELIMITER_NAMES[delimiter] ?? display(delimiter)}`;
}
