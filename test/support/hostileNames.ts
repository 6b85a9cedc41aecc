import { Random } from '../../src/core/random';

/** What ends names and texts, begins comments and templates, or is folded, trimmed and escaped by some database. */
const PIECES = [
  ...['"', '`', "'", '\\', ';', '--', '/*', '*/', '.', ',', '(', ')', '[', ']', '{{', '}}', '{%', '{#', '$1'],
  ...[
    ':x',
    '?',
    '%s',
    '@',
    '#',
    '\n',
    '\r',
    '\t',
    ' ',
    '\u00a0',
    'é',
    'ß',
    'İ',
    '数',
    '😀',
    '\u202e',
    '\u200b',
  ],
  ...[
    'DROP TABLE customers',
    'select',
    'NULL',
    'why',
    'x1',
    'customer',
    'raw1',
    'Income',
    '1',
    '\\"',
    '""',
    '``',
  ],
];

/** Different names of columns that a file may hold and that no statement may trip over. */
export function hostileNames(count: number, seed = 7): string[] {
  const random = new Random(seed);
  const names = new Map<string, string>();
  while (names.size < count) {
    const pieces = Array.from({ length: 1 + random.integer(5) }, () => PIECES[random.integer(PIECES.length)]);
    const name = pieces.join('');
    if (name.trim() !== '' && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}
