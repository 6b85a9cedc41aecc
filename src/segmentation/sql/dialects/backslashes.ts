/** A text for databases where a backslash within quotes begins an escape. */
export function quoteWithBackslashes(text: string, quote: "'" | '`' = "'"): string {
  const escaped = text.replace(/[\\'`\n\r]/g, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    return character === '\\' || character === quote ? `\\${character}` : character;
  });
  return `${quote}${escaped}${quote}`;
}
