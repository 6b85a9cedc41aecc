import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { DIALECT_TITLES } from './dialects/names';
import type { ScoringDialect } from './dialects/scoringDialect';

/** What a name may be without quotes, and keeps its meaning so: databases fold such names in ways of their own. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Words that no database takes for a name. */
const RESERVED = new Set(
  'all and any as asc by case check column create cross current_date default desc distinct else end except exists false for foreign from full grant group having in inner intersect into is join left like limit natural not null offset on or order outer primary references right select session_user table then to true union unique user using values when where window with'.split(
    ' ',
  ),
);

/**
 * The name of a table in a statement: parts between dots, each as it is where it is a plain word, otherwise quoted. A
 * part in quotes is that very name, dots included.
 * @throws InputError for a name without parts, or with an empty one.
 */
export function quoteTable(table: string, dialect: ScoringDialect): string {
  return partsOf(table, dialect)
    .map(({ name, isQuoted }) =>
      !isQuoted && PLAIN.test(name) && !RESERVED.has(name.toLowerCase()) ? name : dialect.quoteName(name),
    )
    .join('.');
}

/** One part of the name of a table. */
export interface TablePart {
  name: string;
  /** Whether it stood in quotes. */
  isQuoted: boolean;
}

/** The parts of the name of a table. @throws InputError as `quoteTable`. */
export function partsOf(
  table: string,
  { quote, name: dialect }: Pick<ScoringDialect, 'quote' | 'name'>,
): TablePart[] {
  const pattern = quote === '"' ? /"(?:[^"]|"")+"|[^".]+/gy : /`(?:[^`]|``)+`|[^`.]+/gy;
  const parts: TablePart[] = [];
  let at = 0;
  while (typeof table === 'string' && at < table.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(table)?.[0];
    const end = at + (found?.length ?? 0);
    const isWhole = end === table.length || (table[end] === '.' && end < table.length - 1);
    if (found === undefined || found.includes('\0') || !isWhole) break;
    const isQuoted = found[0] === quote;
    parts.push({ name: isQuoted ? found.slice(1, -1).replaceAll(quote + quote, quote) : found, isQuoted });
    if (end === table.length) return parts;
    at = end + 1;
  }
  throw new InputError('not-allowed', phrase`${{ option: 'table' }} is ${{ value: table }}`, {
    remedy: `it must be the name of a table or view as ${DIALECT_TITLES[dialect]} has it, such as sales.customers, with ${quote} around parts that hold dots`,
  });
}
