/** A kind of hostile file, in any size. */
export interface Seed {
  name: string;
  /** The file's text, some `length` characters long. */
  text: (length: number) => string;
  /** The ending of its name. Default '.csv'. */
  ending?: string;
  /** How many cells its table has whatever the file's size: the limit on columns bounds them. */
  cells?: number;
}

const lines = (line: string, length: number) => line.repeat(Math.ceil(length / line.length));
const column = (cell: (length: number) => string): ((length: number) => string) => {
  return (length) => `id,value\n1,${cell(length)}\n2,5\n`;
};
const repeated = (part: string, before = '', after = '') =>
  column((length) => before + part.repeat(Math.ceil(length / part.length)) + after);

/**
 * Texts that once held a reader up, or are of the same kind: each part of them may be taken in several ways, or is looked
 * at again for each of the others.
 */
export const SEEDS: readonly Seed[] = [
  { name: 'digits and a letter', text: repeated('1', '', 'x') },
  { name: 'digits, thousands and a letter', text: repeated('1,'.replace(',', '.'), '', 'x') },
  { name: 'spaces between digits', text: repeated(' ', '1', '1') },
  { name: 'minus signs', text: repeated('-', '', '1') },
  { name: 'brackets', text: repeated('(', '', '1') },
  { name: 'zeros', text: repeated('0', '', '1x') },
  { name: 'zeros behind a point', text: repeated('0', '1.', 'x') },
  { name: 'exponents', text: repeated('1e') },
  { name: 'signs of currency', text: repeated('€', '', '5') },
  { name: 'a moment with many spaces', text: repeated(' ', '2024-05-31 10:00', 'x') },
  { name: 'a moment with many zones', text: repeated('+02:00', '2024-05-31 10:00') },
  { name: 'colons', text: repeated('1:') },
  { name: 'decimals of a second', text: repeated('0', '2024-05-31 10:00:00.', 'x') },
  { name: 'names of months', text: repeated('May ', '1 ', '2024') },
  { name: 'points', text: repeated('.') },
  { name: 'blank lines at the end', text: (length) => `a,b\n1,2\n${lines('\n', length)}` },
  { name: 'blank lines of both kinds', text: (length) => `a,b\n1,2\n${lines('\n\r', length)}x,y` },
  { name: 'blank lines in the midst', text: (length) => `a,b\n1,2\n${lines('\r\n', length)}3,4\n` },
  { name: 'many columns', text: (length) => wide(length / 8) },
  { name: 'many columns of one name', text: (length) => `${'a,'.repeat(length / 2)}a\n1\n` },
  { name: 'a long name', text: (length) => `${'member '.repeat(length / 7)},b\n1,2\n2,3\n` },
  { name: 'a long name of capitals', text: (length) => `${'A'.repeat(length)},b\n1,2\n2,3\n` },
  { name: 'a long name and a capital', text: (length) => `A${'a'.repeat(length)}B,b\n1,2\n2,3\n` },
  {
    name: 'long names of roles',
    text: (length) => `${'web catalog store '.repeat(length / 18)},b\n1,2\n3,4\n`,
  },
  { name: 'quotation marks', text: (length) => `a,b\n1,"${'""'.repeat(length / 2)}"\n2,3\n` },
  { name: 'a quotation mark that stays open', text: (length) => `a,"b\n${lines('1,2\n', length)}` },
  { name: 'an open quotation mark in each line', text: (length) => `a,b\n${lines('1,"2\n', length)}` },
  { name: 'delimiters', text: (length) => `a,b\n${','.repeat(length)}\n` },
  { name: 'many delimiters at the end', text: (length) => lines(`a,b${','.repeat(20)}\n`, length) },
  {
    name: 'letters of Windows-1252',
    text: (length) => `a,b\n${'a'.repeat(length)}\u00e9,1\n2,3\n`,
    ending: '.latin1.csv',
  },
  { name: 'rows of one digit', text: (length) => `a\n${lines('1\n', length)}` },
  { name: 'rows of nothing', text: (length) => `a,b\n${lines('"",""\n', length)}` },
  { name: 'quotation marks in each value', text: (length) => `a,b\n${lines('"x""","y"\n', length)}` },
  { name: 'a value of many lines', text: (length) => `a,b\n1,"${lines('x\n', length)}"\n2,3\n` },
  { name: 'carriage returns', text: (length) => `a,b\r${lines('1,2\r', length)}` },
  { name: 'rows separated by tabs', text: (length) => `a\tb\n${lines('1\t2\n', length)}`, ending: '.tsv' },
  { name: 'separators of all kinds', text: (length) => `a,b\n${lines(',;\t|', length)}\n` },
  { name: 'titles above the header', text: (length) => `${lines('title\n', length)}a,b\n1,2\n` },
  { name: 'remarks', text: (length) => `a,b,c\n1,2,3\n${lines('Total: of all\n', length)}` },
  { name: 'objects without a name', text: (length) => `[${lines('{},', length)}{"a":1}]`, ending: '.json' },
  { name: 'a text without an end', text: (length) => `{"a":"${'x'.repeat(length)}`, ending: '.jsonl' },
  { name: 'codes of letters', text: (length) => `{"a":"${lines('\\u0041', length)}"}\n`, ending: '.jsonl' },
  { name: 'NUL characters', text: (length) => `a,b\n1,${'\0'.repeat(length)}\n` },
  { name: 'marks of byte order', text: (length) => `a,b\n1,${'\ufeff'.repeat(length / 3)}\n` },
  { name: 'different texts', text: (length) => `a,b\n${numbered((i) => `word${i},${i % 7}`, length / 12)}` },
  { name: 'words for missing', text: (length) => `a,b\n${lines('n/a,#N/A\n', length)}1,2\n` },
  {
    name: 'backslashes',
    text: (length) => `{"a":"${'\\\\'.repeat(length / 2)}"}\n{"a":"b"}\n`,
    ending: '.jsonl',
  },
  { name: 'a list', text: (length) => `[${'{"a":1},'.repeat(length / 8)}{"a":2}]`, ending: '.json' },
  {
    name: 'a list that ends in its midst',
    text: (length) => `[${'{"a":1},'.repeat(length / 8)}`,
    ending: '.json',
  },
  {
    name: 'many names',
    text: (length) => `{${numbered((i) => `"n${i}":1`, length / 10, ',')}}`,
    ending: '.jsonl',
  },
  {
    name: 'nested objects',
    text: (length) => `{"a":${'{"a":'.repeat(length / 6)}1${'}'.repeat(length / 6)}}`,
    ending: '.jsonl',
  },
  {
    name: 'nested lists',
    text: (length) => `{"a":${'['.repeat(length / 2)}${']'.repeat(length / 2)}}`,
    ending: '.jsonl',
  },
  {
    name: 'other names in each object',
    text: (length) => numbered((i) => `{"n${i}":1}`, Math.min(900, length / 12)),
    ending: '.jsonl',
    cells: 900 * 900,
  },
];

function wide(columns: number): string {
  const names = numbered((i) => `c${i}`, columns, ',');
  const rows = [1, 2, 3].map((row) => numbered((i) => String((i * row) % 10), columns, ','));
  return [names, ...rows].join('\n');
}

function numbered(write: (i: number) => string, count: number, between = '\n'): string {
  return Array.from({ length: Math.floor(count) }, (_, i) => write(i)).join(between);
}
