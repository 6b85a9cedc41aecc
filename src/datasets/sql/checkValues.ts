import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import type { SqlValues } from './sqlEngine';

/** @throws InputError for a value that no parameter of a statement can have. */
export function checkValues(values: SqlValues): void {
  const bad = Object.entries(values).find(
    ([, value]) => value !== null && !['string', 'number', 'bigint', 'boolean'].includes(typeof value),
  );
  if (!bad) return;
  throw new InputError(
    `the value of parameter ${bad[0]} is ${display(bad[1])}; it must be a text, a number, true, false or null`,
  );
}
