import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { quoteText } from './identifiers';
import type { SqlValue, SqlValues } from './sqlEngine';

/** Texts, names in quotes and remarks, which hold no parameters, or a parameter. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\$([A-Za-z_]\w*|\d+)/g;

/**
 * A statement with each of its parameters replaced.
 * @throws InputError for a parameter without a value.
 */
export function replaceParameters(
  sql: string,
  values: SqlValues,
  write: (value: SqlValue, name: string) => string,
): string {
  return sql.replace(PARTS, (part, name: string | undefined) =>
    name === undefined ? part : write(parameterNamed(values, name), name),
  );
}

/** Values in their places, quoted, for statements that take no parameters, such as CREATE TABLE AS. */
export function written(sql: string, values: SqlValues): string {
  return replaceParameters(sql, values, literal);
}

function parameterNamed(values: SqlValues, name: string): SqlValue {
  const at = Array.isArray(values) ? Number(name) - 1 : name;
  const value = (values as Record<string | number, SqlValue>)[at];
  if (value === undefined) throw new InputError('missing-option', phrase`parameter ${name} has no value`);
  return value;
}

function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    return `CAST('${value}' AS DOUBLE PRECISION)`;
  const text = String(value);
  return text.startsWith('-') ? `(${text})` : text;
}
