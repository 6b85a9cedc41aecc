import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';

/**
 * A name of a table or column as it may stand in a statement: in double quotes, quotes inside doubled, so that no
 * name from a file can become SQL.
 * @throws InputError for an empty name and one with a NUL character, which SQL cannot hold.
 *
 * @example
 * quoteIdentifier('Unit "net" price'); // '"Unit ""net"" price"'
 */
export function quoteIdentifier(name: string): string {
  if (typeof name !== 'string' || name === '' || name.includes('\0')) {
    throw new InputError('wrong-type', phrase`${{ value: name }} cannot be a name in SQL`, {
      remedy: 'it must be a text of at least one character',
    });
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text as it may stand in a statement where no parameter is allowed, such as an option of a reader.
 * @throws InputError for one with a NUL character, which SQL cannot hold.
 */
export function quoteText(text: string): string {
  checkSqlText(text);
  return `'${text.replaceAll("'", "''")}'`;
}

/** @throws InputError for a text with a NUL character, at which databases end a statement. */
export function checkSqlText(text: string): void {
  if (!text.includes('\0')) return;
  throw new InputError(
    'unreadable-value',
    phrase`the text ${{ value: text }} holds a NUL character, which SQL cannot hold`,
    { remedy: 'remove the character from the data, then start again' },
  );
}
