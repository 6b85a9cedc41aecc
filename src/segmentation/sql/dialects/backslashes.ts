import { checkSqlText } from '../../../datasets/sql/identifiers';

/**
 * A text for databases where a backslash within quotes begins an escape.
 * @throws InputError for one with a NUL character.
 */
export function quoteWithBackslashes(text: string, quote: "'" | '`' = "'"): string {
  checkSqlText(text);
  const escaped = text.replace(/[\\'`\n\r]/g, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return character === '\\' || character === quote ? `\\${character}` : character;
  });
  return `${quote}${escaped}${quote}`;
}
