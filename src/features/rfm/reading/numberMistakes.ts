import { InputError, type MistakeCode } from '../../../core/errors';
import { type Phrase, phrase } from '../../../core/phrase';
import { recognizeNumbers } from '../../../table/recognize/numbers';
import type { DecimalMark } from '../../../table/recognize/numberText';
import type { RoleColumn } from './columnReading';
import { firstRow } from './firstRow';
import type { RawTransactions } from './rawTransactions';

/** Why texts can't be read as numbers: one of them isn't a number, or they differ in format. */
export async function noNumbers(
  log: RawTransactions,
  column: RoleColumn,
  texts: readonly string[],
  decimal: DecimalMark | undefined,
): Promise<InputError> {
  if (texts.length === 0) {
    const problem = phrase`column ${{ column: column.name }} holds no number at all`;
    return mistake(
      'no-data',
      log,
      column,
      problem,
      phrase`give another column as ${{ option: column.role }}`,
    );
  }
  const bad = texts.find((text) => recognizeNumbers([text.trim()], { decimal }) === undefined);
  if (bad === undefined) {
    const [first, other] = [texts[0], texts[texts.length - 1]];
    const problem = phrase`numbers in column ${{ column: column.name }} aren't all in the same format, such as ${{ value: first }} and ${{ value: other }}`;
    return mistake('unreadable-value', log, column, problem, 'write them in the same format');
  }
  const digits = bad.replace(/[,.'’ \u00A0\u2009\u202F](?=\d{3})/g, '');
  const tooLong = /\d{16}/.test(digits);
  if (tooLong) return refused(log, column, bad, TOO_MANY_DIGITS);
  if (decimal === undefined || recognizeNumbers([bad.trim()]) === undefined)
    return refused(log, column, bad, "which isn't a number");
  const otherwise = phrase`leave ${{ option: 'decimal' }} out, or correct the value`;
  return refused(log, column, bad, `which isn't a number with the decimal separator '${decimal}'`, otherwise);
}

const TOO_MANY_DIGITS =
  'which has over 15 digits before its decimals: too large for a price, a quantity or an amount';

const CORRECT = 'correct it, or remove the row';

/** That a number is too large for any amount. */
export function numberTooLarge(log: RawTransactions, column: RoleColumn, bad: string): Promise<InputError> {
  return refused(log, column, bad, TOO_MANY_DIGITS);
}

async function refused(
  log: RawTransactions,
  column: RoleColumn,
  bad: string,
  reason: string,
  remedy: string | Phrase = CORRECT,
): Promise<InputError> {
  const { row, value } = await firstRow(log, column.text, 'value = $bad', { bad });
  const problem = phrase`column ${{ column: column.name }} holds ${{ value }} in row ${{ row }} (the header not counted), ${reason}`;
  return mistake('unreadable-value', log, column, problem, remedy);
}

export function mistake(
  code: MistakeCode,
  { file }: RawTransactions,
  { name }: RoleColumn,
  problem: Phrase,
  remedy: string | Phrase,
): InputError {
  return new InputError(code, phrase`${{ file }}: ${problem}`, { remedy, column: name });
}
