import { InputError } from '../../../../core/errors';
import { phrase } from '../../../../core/phrase';
import { quoteText } from '../../identifiers';
import type { SqlValue, SqlValues } from '../../sqlEngine';

/** Texts and names in quotes, which hold no parameters, or a parameter. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*|\d+)/g;

/** `$name` as `$1`, `$2` …, which is all that Postgres knows. */
export function numbered(sql: string, values: SqlValues): { text: string; values: SqlValue[] } {
  const bound: SqlValue[] = [];
  const places = new Map<string, number>();
  const text = sql.replace(PARTS, (part, name: string | undefined) => {
    if (name === undefined) return part;
    if (!places.has(name)) places.set(name, bound.push(parameterNamed(values, name)));
    return `$${places.get(name)}`;
  });
  return { text, values: bound };
}

/** Values in their places, for statements that take no parameters, such as CREATE TABLE AS. */
export function written(sql: string, values: SqlValues): string {
  return sql.replace(PARTS, (part, name: string | undefined) =>
    name === undefined ? part : literal(parameterNamed(values, name)),
  );
}

function parameterNamed(values: SqlValues, name: string): SqlValue {
  const at = Array.isArray(values) ? Number(name) - 1 : name;
  const value = (values as Record<string | number, SqlValue>)[at];
  if (value === undefined) throw new InputError('missing-option', phrase`parameter ${name} has no value`);
  return value;
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? quoteText(value) : String(value);
}
