import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { ENGINES } from './engines/registry';
import { quoteIdentifier } from './identifiers';
import { shownAddress } from './shownAddress';

/** A table on a server, by its address. */
export interface TableAddress {
  /** The address of the database. */
  database: string;
  /** The table as it stands in statements, every part of its name in quotes. */
  table: string;
  /** The whole address without secrets, to be shown. */
  shown: string;
}

/**
 * Takes 'postgres://user@host/database/schema.table' apart; undefined for the path of a file. A part of the name that holds a point stands in double quotes, other odd characters as in any
 * address ('%20').
 * @throws InputError for an address of no known engine, and for one that ends before the table; passwords are not shown.
 *
 * @example
 * tableAddress('postgres://ann@db/shop/sales.orders')?.table; // '"sales"."orders"'
 */
export function tableAddress(source: string): TableAddress | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(source)?.[1].toLowerCase();
  const engine = ENGINES.find(({ schemes }) => scheme !== undefined && schemes.includes(scheme));
  if (scheme === undefined) return undefined;
  const shown = shownAddress(source);
  if (engine === undefined) throw noEngine(scheme, shown);
  const at = source.search(/[?#]/);
  const [path, rest] = at < 0 ? [source, ''] : [source.slice(0, at), source.slice(at)];
  const end = path.lastIndexOf('/');
  const parts = partsOf(path.slice(end + 1));
  const hasDatabase = path.slice(path.indexOf('://') + 3, end).includes('/');
  if (hasDatabase && parts !== undefined)
    return { database: path.slice(0, end) + rest, table: parts.map(quoteIdentifier).join('.'), shown };
  throw new InputError('missing-option', phrase`${{ value: shown }} names no table`, {
    remedy: `write the table after the database: ${scheme}://user@host/database/schema.table`,
  });
}

function noEngine(scheme: string, shown: string): InputError {
  const known = ENGINES.flatMap(({ schemes }) => schemes.map((name) => `${name}://`));
  return new InputError(
    'not-allowed',
    phrase`${{ value: shown }} begins with '${scheme}://', which no engine opens`,
    {
      remedy: `give the path of a file, or an address that begins with ${known.join(', ')}`,
      allowed: known,
    },
  );
}

/** The parts of a name between points, without the quotes of those that have them; undefined where one is empty. */
function partsOf(name: string): string[] | undefined {
  const parts = decoded(name).match(/"(?:[^"]|"")*"|[^."]+/g) ?? [];
  const plain = parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
  return plain.length === 0 || plain.includes('') ? undefined : plain;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
