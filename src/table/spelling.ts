import { plural } from '../core/format';
import { isCustomerNumber } from './personal';

/** What programs do to an identifier on its way; each is undone, since no two customers differ in it alone. */
const KINDS = {
  decimals: "'.0' at the end",
  quotes: 'quotation marks or an apostrophe around it',
  invisible: 'characters that take no room',
  blanks: 'odd or doubled blanks',
  letters: 'letters with accents in two parts, or of double width',
  dashes: 'other dashes',
  capitals: 'capitals in an email address',
} as const;

type SpellingKind = keyof typeof KINDS;

/** An identifier without what programs added, and what that was. */
export interface PlainSpelling {
  plain: string;
  kinds: SpellingKind[];
}

/** Longer texts are no identifiers, and stay as they are. */
const LONGEST = 200;

/**
 * An identifier as its owner writes it: '10452.0', "'10452" and '10452\u200B' are '10452'. Every text is looked at by
 * itself, so that no other row has a say.
 */
export function plainIdentifier(text: string): PlainSpelling {
  if (text.length > LONGEST || PLAIN.test(text)) return { plain: text, kinds: [] };
  const kinds: SpellingKind[] = [];
  const step = (kind: SpellingKind, from: string, to: string): string => {
    if (to !== from) kinds.push(kind);
    return to;
  };
  let plain = step('letters', text, composed(text));
  plain = step('invisible', plain, plain.replace(INVISIBLE, ''));
  plain = step('blanks', plain, plain.replace(BLANKS, ' ').trim());
  plain = step('dashes', plain, plain.replace(DASHES, '-'));
  plain = step('quotes', plain, withoutQuotes(plain));
  plain = step('decimals', plain, withoutDecimals(plain));
  plain = step('capitals', plain, isEmail(plain) ? plain.toLowerCase() : plain);
  return { plain, kinds };
}

/** Letters in one part, and those of double width in single width. */
function composed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Zero-width characters, marks of direction, the byte order mark, the soft hyphen and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they cling to identifiers
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const BLANKS = /\s+/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ...([
    ['"', '"'],
    ["'", "'"],
    ['`', '`'],
    ['“', '”'],
    ['„', '“'],
    ['‘', '’'],
    ['«', '»'],
  ] as const),
];

/** Without a pair of quotation marks, the apostrophe that makes a spreadsheet keep '00123', and '="00123"'. */
function withoutQuotes(text: string): string {
  const bare = text.startsWith('="') && text.endsWith('"') && text.length > 3 ? text.slice(1) : text;
  const pair = QUOTES.find(
    ([open, close]) => bare.startsWith(open) && bare.endsWith(close) && bare.length > 2,
  );
  if (pair !== undefined) return bare.slice(1, -1).trim();
  return /^['’`´]\d/.test(bare) ? bare.slice(1) : bare;
}

function withoutDecimals(text: string): string {
  const point = text.lastIndexOf('.') >= 0 ? text.lastIndexOf('.') : text.lastIndexOf(',');
  if (point < 1) return text;
  const [whole, decimals] = [text.slice(0, point), text.slice(point + 1)];
  return (decimals === '0' || decimals === '00') && /^\d+$/.test(whole) ? whole : text;
}

function isEmail(text: string): boolean {
  const at = text.indexOf('@');
  return at > 0 && at === text.lastIndexOf('@') && text.lastIndexOf('.') > at && !text.includes(' ');
}

/** Differences that may make two customers, or two spellings of one: joined where somebody asks for it. */
export const JOINABLE = ['zeros', 'capitals', 'marks'] as const;

/** One of `JOINABLE`. */
export type Joinable = (typeof JOINABLE)[number];

/** '00123' as '123', 'AB12' as 'ab12', 'AB-12' as 'AB12': as far as asked for. */
export function joinedIdentifier(text: string, join: readonly Joinable[]): string {
  let joined = text;
  if (join.includes('marks') && !isEmail(joined)) joined = joined.replace(/[-\s._/]/g, '');
  if (join.includes('capitals')) joined = joined.toLowerCase();
  if (join.includes('zeros') && /^0\d+$/.test(joined)) joined = joined.replace(/^0+(?=\d)/, '');
  return joined;
}

const DIFFERENCES: Readonly<Record<Joinable, string>> = {
  zeros: 'leading zeros',
  capitals: 'capitals',
  marks: 'blanks, hyphens or points',
};

/** What is to be said of the identifiers of a column. */
export interface Spellings {
  /** The plain spelling of every text that is spelled otherwise. */
  plain: ReadonlyMap<string, string>;
  /** In sentences. */
  detected: string[];
}

/**
 * Finds the plain spellings of identifiers, and those that differ in something that may matter or not.
 * @param join differences that make no other customer.
 * @param remedy what to do where customers of one kind of difference are one.
 * Cost: O(characters).
 */
export function spellingsOf(
  column: string,
  texts: Iterable<string>,
  join: readonly Joinable[] = [],
  remedy: (kind: Joinable) => string = (kind) => `to join them, give the join-customers option '${kind}'`,
): Spellings {
  const plain = new Map<string, string>();
  const counts = new Map<SpellingKind, number>();
  const different = new Set<string>();
  for (const text of texts) {
    const spelling = plainIdentifier(text);
    for (const kind of spelling.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const joined = joinedIdentifier(spelling.plain, join);
    if (joined !== text) plain.set(text, joined);
    different.add(joined);
  }
  return {
    plain,
    detected: [
      ...cleanedSentences(column, plain, counts),
      ...askedSentences(column, different, join, remedy),
    ],
  };
}

// what stands around the identifiers that a sentence shows
const PLAIN_FORM = ' plain form';
const IS = " is '";
const SUCH_AS = ", such as '";
const AND = "' and '";
const THEY_COUNT = "': they count as different customers";

/**
 * One of these sentences for what is kept or passed on, a model or a report: without the identifiers that it shows, which
 * may be names or addresses. Mere numbers stay, and any other sentence is what it was. Cost: O(characters).
 */
export function withoutExamples(sentence: string): string {
  const end = sentence.lastIndexOf(THEY_COUNT);
  const start = end < 0 ? -1 : sentence.indexOf(SUCH_AS);
  if (start >= 0) {
    const shown = sentence.slice(start + SUCH_AS.length, end).split(AND);
    return shown.every(isCustomerNumber)
      ? sentence
      : sentence.slice(0, start) + sentence.slice(end + "'".length);
  }
  const colon = /^[\d,]+ spellings? in '/.test(sentence)
    ? sentence.indexOf(': "', sentence.indexOf(PLAIN_FORM))
    : -1;
  const plain = sentence.slice(sentence.indexOf(IS, colon) + IS.length, -1);
  return colon < 0 || isCustomerNumber(plain) ? sentence : sentence.slice(0, colon);
}

function cleanedSentences(
  column: string,
  plain: ReadonlyMap<string, string>,
  counts: ReadonlyMap<SpellingKind, number>,
): string[] {
  if (plain.size === 0) return [];
  const kinds = Array.from(counts, ([kind, count]) => `${KINDS[kind]} (${count})`);
  const [[text, to]] = plain;
  const reason = kinds.length === 0 ? '' : `, without ${kinds.join(', ')}`;
  return [
    `${plural(plain.size, 'spelling')} in '${column}' ${plain.size === 1 ? 'is' : 'are'} read as ${plain.size === 1 ? 'its' : 'their'}${PLAIN_FORM}${reason}: ${JSON.stringify(text)}${IS}${to}'`,
  ];
}

function askedSentences(
  column: string,
  different: ReadonlySet<string>,
  join: readonly Joinable[],
  remedy: (kind: Joinable) => string,
): string[] {
  return JOINABLE.filter((kind) => !join.includes(kind)).flatMap((kind): string[] => {
    const firsts = new Map<string, string>();
    let [pairs, example] = [0, ''];
    for (const text of different) {
      const joined = joinedIdentifier(text, [kind]);
      const first = firsts.get(joined);
      if (first === undefined) firsts.set(joined, text);
      else if (pairs++ === 0) example = [first, text].sort().join(AND);
    }
    if (pairs === 0) return [];
    const values = plural(pairs, 'value differs', 'values differ');
    return [
      `${values} from another in '${column}' in ${DIFFERENCES[kind]} only${SUCH_AS}${example}${THEY_COUNT}; ${remedy(kind)}`,
    ];
  });
}

/** One word of digits and letters, to which nothing clings. */
const PLAIN = /^[0-9A-Za-z_-]*$/;

/** Cells of a column of customers in their plain spelling, and what to say of it. Cost: O(characters). */
export function plainCells(
  column: string,
  cells: ArrayLike<unknown>,
): { cells: ArrayLike<unknown>; detected: string[] } {
  const texts = new Set(Array.from(cells).filter((cell) => typeof cell === 'string'));
  if (texts.size === 0) return { cells, detected: [] };
  const { plain, detected } = spellingsOf(column, texts, [], () => 'correct the file where they are one');
  if (plain.size === 0) return { cells, detected };
  return {
    cells: Array.from(cells, (cell) => (typeof cell === 'string' ? (plain.get(cell) ?? cell) : cell)),
    detected,
  };
}
