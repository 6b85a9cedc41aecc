import { InputError } from '../../../core/errors';
import { phrase } from '../../../core/phrase';
import { DateReader } from '../../../table/recognize/dateFormat';
import { recognizeDates } from '../../../table/recognize/dates';
import type { RoleColumn } from './columnReading';
import { firstRow } from './firstRow';
import type { RawTransactions } from './rawTransactions';

/**
 * Why texts cannot all be read as dates: there are none, one is no date, or each is one but not in the same way. The
 * remedies are such as help.
 */
export async function noDates(
  log: RawTransactions,
  column: RoleColumn,
  texts: readonly string[],
  reader: DateReader | undefined,
): Promise<InputError> {
  const { file } = log;
  const here = phrase`${{ file }}: column ${{ column: column.name }}`;
  if (texts.length === 0) {
    return new InputError('no-data', phrase`${here} holds no date at all`, {
      remedy: phrase`give another column as ${{ option: 'date' }}`,
    });
  }
  const isDate = (text: string) => recognizeDates([text.trim()], { reader, expected: true }) !== undefined;
  const bad = texts.filter((text) => !isDate(text));
  if (bad.length === 0) return differentlyWritten(log, column, texts);
  const { row, value } = await firstOf(log, column, bad);
  const found = phrase`${here} holds ${{ value }} in row ${{ row }} (the header not counted), which isn't a date`;
  if (bad.length === texts.length && bad.every((text) => /^\d{1,4}$/.test(text.trim())))
    return new InputError('unreadable-value', found, {
      remedy: 'write whole dates with month and year in one column, e.g. 2024-05-31',
      option: 'date',
    });
  if (reader !== undefined) {
    const problem = phrase`${found} in the format ${reader.format}`;
    const remedy = bad.length < texts.length ? CORRECT : phrase`give a ${FORMAT} that fits, or leave it out`;
    return new InputError('unreadable-value', problem, { remedy, option: 'dateFormat' });
  }
  const fits = FORMATS.find((format) => {
    const fitting = new DateReader(format);
    return recognizeDates(trimmed(texts), { reader: fitting, expected: true }) !== undefined;
  });
  if (fits !== undefined)
    return new InputError('unreadable-value', found, {
      remedy: phrase`give ${FORMAT}: '${fits}'`,
      option: 'dateFormat',
      allowed: [fits],
    });
  const worded = bad.every((text) => /\p{L}{3}/u.test(text));
  const remedy =
    bad.length < texts.length
      ? CORRECT
      : worded
        ? phrase`${CORRECT}; write days as 2024-05-31`
        : phrase`${CORRECT}, or give ${FORMAT}, e.g. 'd/M/yyyy H:mm'`;
  return new InputError('unreadable-value', found, { remedy, option: 'dateFormat' });
}

/** Ways of writing days that are not recognized by themselves: with a point at the end, as in Hungarian, Croatian and Korean. */
const FORMATS: readonly string[] = ['yyyy.M.d.', 'yyyy. M. d.', 'd.M.yyyy.', 'd. M. yyyy.'];

function trimmed(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim());
}

const FORMAT = { option: 'dateFormat' };
const CORRECT = 'correct it, or remove the row';

/** Two texts that have no reading in common. */
async function differentlyWritten(
  log: RawTransactions,
  column: RoleColumn,
  texts: readonly string[],
): Promise<InputError> {
  const first = await firstOf(log, column, texts);
  const unlike = texts.filter((text) => read([first.value, text]) === undefined);
  const other = unlike.length > 0 ? await firstOf(log, column, unlike) : first;
  const here = phrase`${{ file: log.file }}: column ${{ column: column.name }}`;
  const both = phrase`${{ value: first.value }} in row ${{ row: first.row }} and ${{ value: other.value }} in row ${{ row: other.row }} (the header not counted)`;
  return new InputError(
    'ambiguous',
    phrase`${here} holds dates written in several ways, such as ${both}${hint(first.value, other.value)}`,
    {
      remedy: 'write all dates in the same format, e.g. 2024-05-31',
    },
  );
}

/** What has most likely happened to dates of which some are numbers. */
function hint(...texts: string[]): string {
  const kinds = texts.map((text) => read([text])?.numbers);
  return kinds.includes('days') && kinds.includes(undefined)
    ? ': a spreadsheet has made day numbers of those it could read, and may have exchanged day and month in them, so no reading is safe'
    : '';
}

function read(texts: readonly string[]) {
  return recognizeDates(
    texts.map((text) => text.trim()),
    { expected: true },
  );
}

/** The first row that holds one of the texts; of very many the first hundred are looked for. */
async function firstOf(log: RawTransactions, { text }: RoleColumn, texts: readonly string[]) {
  const { quoteText } = log.engine.dialect;
  return firstRow(log, text, `value IN (${texts.slice(0, 100).map(quoteText).join(', ')})`);
}
