import { display } from '../../../core/options';
import { headerRow } from '../headerRow';
import { DELIMITER_NAMES, declaredDelimiter, delimiterOf, LENIENT, LINE_ENDS } from './delimiter';
import { separated } from './separated';

/** Column names and delimiter. */
export interface CsvHead {
  header: string[];
  delimiter: string;
  /** The line (from 1) on which the search for the header may begin: past `sep=;` and titles. */
  fromLine: number;
  /** Titles above the header. */
  titles: number;
}

/** So many rows show where the header is. */
const ROWS_LOOKED_AT = 120;
const CHARACTERS_LOOKED_AT = 200_000;

/**
 * The header of a text of separated values, of which the beginning will do.
 * @param delimiter default: recognized as `csvRecords` does.
 */
export function csvHead(text: string, file: string, delimiter = delimiterOf(text, file)): CsvHead {
  const { fromLine, titles } = headerPlace(text, delimiter);
  const [names = []] = separated(
    text,
    {
      delimiter,
      record_delimiter: LINE_ENDS,
      to: 1,
      relax_quotes: true,
      skip_empty_lines: true,
      from_line: fromLine,
    },
    file,
  );
  return { header: names.map((name) => name.trim()), delimiter, fromLine, titles };
}

/** What there is to say of a delimiter that was recognized. */
export function delimiterSentence(delimiter: string): string {
  return `values are separated by ${DELIMITER_NAMES[delimiter] ?? display(delimiter)}`;
}

/** Where the header begins. */
function headerPlace(text: string, delimiter: string): { fromLine: number; titles: number } {
  const declared = declaredDelimiter(text) === undefined ? 1 : 2;
  const records = separated(text.slice(0, CHARACTERS_LOOKED_AT), {
    ...LENIENT,
    delimiter,
    from_line: declared,
    to: ROWS_LOOKED_AT,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const rows = records.filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  const titles = headerRow(rows.map(({ record }) => record));
  if (titles === 0) return { fromLine: declared, titles };
  const { record, info } = rows[titles];
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  return { fromLine: info.lines - breaks, titles };
}
