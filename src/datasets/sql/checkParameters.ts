import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { SqlValues } from './sqlEngine';

/** @throws InputError for a value that no parameter of a statement can have. */
export function checkParameters(values: SqlValues): void {
  const bad = Object.entries(values).find(
    ([, value]) => value !== null && !['string', 'number', 'bigint', 'boolean'].includes(typeof value),
  );
  if (!bad) return;
  throw new InputError('wrong-type', phrase`the value of parameter ${bad[0]} is ${{ value: bad[1] }}`, {
    remedy: 'it must be a text, a number, true, false or null',
  });
}
