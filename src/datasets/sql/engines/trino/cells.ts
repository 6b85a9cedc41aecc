import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import type { Cell } from '../../../../table/cell';
import { wholeNumbers } from '../../wholeNumbers';

/**
 * A column of values as they came in JSON, as cells: the same as other engines give.
 * @throws InputError for whole numbers beyond 2^53, which JSON has rounded already.
 */
export function cellsOf(values: readonly unknown[], type: string, name: string): Cell[] {
  if (/^(tiny|small|big)?int(eger)?$/.test(type)) return whole(values as (number | null)[], name);
  return values.map((value) => (value === null || value === undefined ? null : cell(value, type)));
}

function whole(values: readonly (number | null)[], name: string): Cell[] {
  if (values.every((value) => value === null || Number.isSafeInteger(value))) return wholeNumbers(values);
  throw new InputError(
    'too-large',
    phrase`column ${{ column: name }} of the result holds whole numbers beyond 2^53`,
    {
      remedy: `select CAST("${name}" AS VARCHAR) to have them digit by digit`,
    },
  );
}

function cell(value: unknown, type: string): Cell {
  if (type === 'double' || type === 'real' || type.startsWith('decimal')) {
    const number = Number(value);
    return Number.isNaN(number) ? null : number;
  }
  if (type === 'boolean') return value as boolean;
  if (typeof value === 'object') return JSON.stringify(value);
  return type.startsWith('timestamp') ? moment(String(value)) : String(value);
}

/** Without decimals of seconds that are zero, as other engines write it. */
function moment(text: string): string {
  return text.replace(' ', 'T').replace(/\.(\d{1,12})/, (_, digits: string) => {
    let end = digits.length;
    while (digits[end - 1] === '0') end--;
    return end === 0 ? '' : `.${digits.slice(0, end)}`;
  });
}
