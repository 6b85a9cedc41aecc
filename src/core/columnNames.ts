import { withoutAccents } from './withoutAccents';
/**
 * A column's name as a person would write it: underscores, points and capitals inside become spaces. Names that hold
 * spaces were written by a person and stay as they are, as do words in capitals.
 *
 * @example
 * columnLabel('Total_Spending');      // 'Total spending'
 * columnLabel('NumWebPurchases');     // 'Num web purchases'
 * columnLabel('Annual Income (k$)');  // 'Annual Income (k$)'
 */
export function columnLabel(column: string): string {
  if (/\s/.test(column.trim())) return column.trim();
  const words = column
    .replace(/(\p{L})\.(?=\p{L}{2})/gu, '$1 ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{N})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  const sentence = words.map((word) => (/^[\p{Lu}\p{N}]{2,}$/u.test(word) ? word : word.toLowerCase()));
  return capitalized(sentence.join(' '));
}

/**
 * The column that another is a score of, by its name: of 'recencyScore' and 'recency_score' it is 'recency', if there
 * is such a column. A score says in steps what its measure says in numbers.
 */
export function measureOf(column: string, columns: readonly string[]): string | undefined {
  const measure = /^(.+?)(Score|_score)$/.exec(column)?.[1];
  return columns.find((name) => name === measure);
}

/** 'younger' → 'Younger'. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A name inside a sentence: its capital goes, unless a further one makes it a name. 'Total spending' → 'total
 * spending', 'Preferred category: Sports' → 'preferred category: Sports'; 'Annual Income', 'RFM score', 'PC1' and a
 * single letter keep their capitals, as do German nouns ('Alter').
 */
export function lowerFirst(name: string): string {
  if (isGermanNoun(name)) return name;
  const hasFurther = /\p{Lu}/u.test(name.slice(1).split(':', 1)[0]);
  return /^\p{Lu}\p{Ll}/u.test(name) && !hasFurther ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A name that is longer says no more in its rest, and patterns over it may look at each word from each other word. */
const MAX_NAME_LENGTH = 200;

/** `NumWebPurchases`, `num_web_purchases` → 'num web purchases'; digits stand alone. Of a long name its beginning. */
export function wordsOf(name: string): string {
  return name
    .slice(0, MAX_NAME_LENGTH)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(HARMFUL, ' ')
    .trim()
    .toLowerCase();
}

/** The words of a name in plain Latin letters: 'Café-Visits' → ['cafe', 'visits']. */
export function plainWordsOf(name: string): string[] {
  const plain = withoutAccents(wordsOf(name)).replaceAll('ß', 'ss');
  return plain.split(/[^\p{L}\p{N}%$€£]+/u).filter((word) => word !== '');
}

/**
 * `columnLabel`, made safe for names of segments: without control characters, quotes and angle brackets, at most 40
 * characters, and never empty.
 */
export function readableName(name: string): string {
  const text = capitalized(columnLabel(name).replace(HARMFUL, ' ').trim()) || 'Unnamed';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** German names of columns keep their capital inside a sentence, by how they begin or end; English words do neither. */
function isGermanNoun(name: string): boolean {
  const [first] = name.split(/[^\p{L}]/u, 1);
  if (!/^\p{Lu}/u.test(first)) return false;
  return (
    GERMAN_NOUNS.has(first) ||
    GERMAN_LETTERS.test(first) ||
    (first.length > 6 && UNG.test(first)) ||
    GERMAN_ENDINGS.some((ending) => first.endsWith(ending))
  );
}

// cspell:disable
const GERMAN_NOUNS = new Set([
  ...[
    'Alter',
    'Anzahl',
    'Beruf',
    'Beschwerden',
    'Bestellungen',
    'Besuche',
    'Familienstand',
    'Filiale',
    'Gehalt',
  ],
  ...[
    'Geschlecht',
    'Haushalt',
    'Jahre',
    'Kampagne',
    'Kampagnen',
    'Kinder',
    'Kunde',
    'Kunden',
    'Mitglied',
    'Monate',
    'Rabatt',
  ],
  ...[
    'Rabatte',
    'Stadt',
    'Kontostand',
    'Bestand',
    'Tage',
    'Umsatz',
    'Ausgaben',
    'Einkommen',
    'Verdienst',
    'Wohnort',
    'Storno',
    'Spende',
    'Spenden',
    'Retouren',
    'Sparte',
    'Tarif',
  ],
]);
const GERMAN_ENDINGS = [
  ...[
    'einkommen',
    'umsatz',
    'ausgaben',
    'betrag',
    'wert',
    'datum',
    'jahr',
    'salter',
    'anzahl',
    'häufigkeit',
    'dauer',
  ],
  ...[
    'größe',
    'käufe',
    'einkäufe',
    'besuche',
    'bestellungen',
    'punkte',
    'heit',
    'keit',
    'schaft',
    'satz',
    'squote',
    'equote',
  ],
  ...['zahl', 'preis', 'menge', 'gruppe', 'klasse', 'kanal', 'ziel', 'kosten', 'gebühr', 'konto', 'zeit'],
  ...[
    'aufwand',
    'summe',
    'verbrauch',
    'guthaben',
    'saldo',
    'spende',
    'spenden',
    'spender',
    'sperre',
    'posten',
  ],
  ...['monate', 'karte', 'kauf', 'nutzung', 'volumen', 'rabatt', 'beitrag', 'punkt', 'kategorie'],
];
/** Letters that of the languages known here only German has; 'ü' after 'g' is Spanish. */
const GERMAN_LETTERS = /[äöß]|(?:^|[^g])ü/i;
/** As in 'Nutzung', 'Versicherung'; not 'Young' or 'Samsung'. */
const UNG = /[bcdfghklmnprtz]ung(?:en)?$/;
// cspell:enable

/** All but letters, digits and what people write in a column's name. */
const HARMFUL = /[^\p{L}\p{N}%$€£()./&'+-]+/gu;
