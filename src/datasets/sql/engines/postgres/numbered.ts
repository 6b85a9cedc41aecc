import { replaceParameters } from '../../parameters';
import type { SqlValue, SqlValues } from '../../sqlEngine';

/** `$name` as `$1`, `$2` …, which is all that Postgres knows, with the types of numbers, which it would guess. */
export function numbered(sql: string, values: SqlValues): { text: string; values: SqlValue[] } {
  const bound: SqlValue[] = [];
  const places = new Map<string, number>();
  const text = replaceParameters(sql, values, (value, name) => {
    if (!places.has(name)) places.set(name, bound.push(value));
    return `$${places.get(name)}${typeOf(value)}`;
  });
  return { text, values: bound };
}

function typeOf(value: SqlValue): string {
  if (typeof value === 'bigint') return '::numeric';
  if (typeof value !== 'number') return '';
  return Number.isSafeInteger(value) ? '::bigint' : '::float8';
}
