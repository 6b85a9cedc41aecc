/** What programs, databases and spreadsheets write where nothing is known: never a value. In lower case. */
export const PROGRAM_WORDS: readonly string[] = [
  ...[
    'na',
    'n/a',
    'n.a.',
    'n. a.',
    'nan',
    'nat',
    'null',
    'nil',
    'undefined',
    '\\n',
    '-',
    '--',
    '---',
    '—',
    '–',
  ],
  ...['not available', 'no data', 'missing', 'not set', 'no value', '.', '-nan', '-1.#ind'],
];

/** A spreadsheet's errors, in the languages in which it writes them. */
const SPREADSHEET_ERRORS = [
  ...['#n/a', '#n/a n/a', '#na', '#null!', '#div/0!', '#value!', '#ref!', '#name?', '#num!', '#error!'],
  ...['#spill!', '#calc!', '#getting_data', '####', '#####', '########'],
  ...['#nv', '#wert!', '#bezug!', '#zahl!', '#valeur!', '#nom?', '#nombre!', '#nul!', '#überlauf!'],
  ...['#n/d', '#¡valor!', '#¡ref!', '#¿nombre?', '#¡num!', '#¡div/0!', '#valore!', '#rif!', '#nome?'],
  ...['#valor!', '#núm!', '#n/b', '#waarde!', '#verw!', '#naam?', '#getal!', '#deel/0!'],
];

/** Empty cells of pivot tables, where brackets stand around them: Leer is a town. */
const BRACKETED_WORDS = [
  ...['blank', 'empty', 'leer', 'vide', 'vacío', 'vacio', 'en blanco', 'vuoto', 'vazio', 'em branco', 'leeg'],
];

/** "Not given" in German, French, Spanish, Italian, Portuguese and Dutch. */
const EMPTY_WORDS = [
  ...[
    'k.a.',
    'k. a.',
    'k.a',
    'k/a',
    'o.a.',
    'o. a.',
    'fehlt',
    'nicht verfügbar',
    'keine daten',
    'nicht vorhanden',
  ],
  ...['n.d.', 'n. d.', 'n/d', 'nd.', 'n.c.', 'non disponible', 'manquant', 'manquante', 'donnée manquante'],
  ...['s/d', 's.d.', 'sin datos', 'sin dato', 'no disponible', 'nulo', 'nula', 'faltante'],
  ...['non disponibile', 'mancante', 'nullo', 'dato mancante', 's.d', 'n.p.'],
  ...['não disponível', 'nao disponivel', 'indisponível', 'sem dados', 'ausente', 'faltando'],
  ...['n.v.t.', 'nvt', 'n.b.', 'niet beschikbaar', 'ontbreekt', 'geen gegevens'],
];

/** What people write where they do not know, or were not told: among categories it may be an answer. */
const UNKNOWN_WORDS = [
  ...[
    'none',
    'unknown',
    'unknwn',
    'unk',
    '?',
    '??',
    '???',
    'not known',
    'not applicable',
    'not specified',
    'unspecified',
  ],
  ...[
    'not given',
    'not provided',
    'not stated',
    'no answer',
    'no information',
    'prefer not to say',
    'tbd',
    'tba',
  ],
  ...[
    'unbekannt',
    'keine angabe',
    'ohne angabe',
    'nicht angegeben',
    'nicht bekannt',
    'entfällt',
    'keine',
    'unbek.',
  ],
  ...[
    'inconnu',
    'inconnue',
    'non renseigné',
    'non renseignée',
    'non précisé',
    'non précisée',
    'non connu',
    'aucun',
  ],
  ...['aucune', 'sans objet', 'non indiqué', 'non communiqué', 'desconocido', 'desconocida', 'no consta'],
  ...[
    'no aplica',
    'sin especificar',
    'no especificado',
    'ninguno',
    'ninguna',
    'no informado',
    'se desconoce',
  ],
  ...[
    'sconosciuto',
    'sconosciuta',
    'ignoto',
    'ignota',
    'non specificato',
    'non indicato',
    'nessuno',
    'nessuna',
  ],
  ...[
    'non noto',
    'non applicabile',
    'desconhecido',
    'desconhecida',
    'não informado',
    'nao informado',
    'nenhum',
  ],
  ...[
    'nenhuma',
    'não aplicável',
    'não especificado',
    'sem informação',
    'onbekend',
    'onbekende',
    'geen',
    'niet bekend',
  ],
  ...['niet opgegeven', 'niet ingevuld', 'niet van toepassing'],
];

/** What stands where an identifier belongs, although nobody is identified. */
const NOBODY_WORDS = [
  ...[
    '0',
    '-1',
    'anonymous',
    'anon',
    'guest',
    'guest checkout',
    'guest user',
    'guest customer',
    'no customer',
  ],
  ...[
    'walk-in',
    'walk in',
    'walk-in customer',
    'cash customer',
    'cash sale',
    'nobody',
    'no one',
    'not logged in',
  ],
  ...[
    'no id',
    'no name',
    'no account',
    'not registered',
    'unregistered',
    'unidentified',
    'visitor',
    'unassigned',
  ],
  ...[
    'anonym',
    'anonymer kunde',
    'gast',
    'gastkunde',
    'gastkonto',
    'gastbestellung',
    'laufkunde',
    'laufkundschaft',
  ],
  ...[
    'barverkauf',
    'kein kunde',
    'ohne kunde',
    'niemand',
    'anonyme',
    'invité',
    'invitée',
    'client invité',
    'visiteur',
  ],
  ...[
    'client de passage',
    'client comptoir',
    'sans client',
    'pas de client',
    'personne',
    'anónimo',
    'anónima',
    'anonimo',
  ],
  ...[
    'invitado',
    'invitada',
    'sin cliente',
    'visitante',
    'público general',
    'consumidor final',
    'nadie',
    'sin identificar',
  ],
  ...[
    'anonima',
    'ospite',
    'senza cliente',
    'cliente generico',
    'cliente occasionale',
    'visitatore',
    'utente anonimo',
  ],
  ...[
    'anônimo',
    'anônima',
    'convidado',
    'convidada',
    'sem cliente',
    'sem cadastro',
    'cliente não identificado',
  ],
  ...[
    'anoniem',
    'gastklant',
    'bezoeker',
    'geen klant',
    'passant',
    'losse klant',
    'kassaklant',
    'zonder klant',
    'toonbank',
    'contante klant',
  ],
  ...[
    'walk-in client',
    'walk-in guest',
    'walkin',
    'walk in customer',
    'walkin customer',
    'walk-ins',
    'cash',
    'cash sales',
    'cash account',
    'counter sale',
    'counter sales',
    'pos customer',
    'default customer',
    'general customer',
    'general public',
    'one-time customer',
    'one time customer',
    'sundry customer',
    'sundry customers',
    'various customers',
  ],
  ...[
    'kasse',
    'kassenkunde',
    'kassenverkauf',
    'barkunde',
    'thekenverkauf',
    'thekenkunde',
    'einmalkunde',
    'sammelkunde',
    'diverse',
    'diverse kunden',
    'cpd-kunde',
  ],
  ...[
    'comptoir',
    'vente comptoir',
    'vente au comptoir',
    'client au comptant',
    'client anonyme',
    'client occasionnel',
    'client divers',
    'clients divers',
  ],
  ...[
    'público en general',
    'publico en general',
    'publico general',
    'mostrador',
    'venta mostrador',
    'cliente mostrador',
    'cliente de mostrador',
    'cliente contado',
    'cliente de contado',
    'clientes varios',
    'cliente genérico',
    'cliente general',
    'cliente eventual',
    'cliente anónimo',
  ],
  ...[
    'consumatore finale',
    'cliente anonimo',
    'cliente al banco',
    'cliente banco',
    'vendita al banco',
    'clienti vari',
  ],
  ...['consumidor', 'cliente balcão', 'cliente balcao', 'cliente padrão', 'cliente avulso', 'balcão'],
];

const NEVER_VALUES: ReadonlySet<string> = new Set([...PROGRAM_WORDS, ...SPREADSHEET_ERRORS, ...EMPTY_WORDS]);
const BRACKETED: ReadonlySet<string> = new Set(BRACKETED_WORDS);
const UNKNOWN: ReadonlySet<string> = new Set(UNKNOWN_WORDS);
const NOBODY: ReadonlySet<string> = new Set(NOBODY_WORDS);

/** The words that `isMissingIdentifier` knows, as `bareWord` writes them, for engines that look for them themselves. */
export const MISSING_IDENTIFIER_WORDS: readonly string[] = [
  ...new Set([...NEVER_VALUES, ...BRACKETED, ...UNKNOWN, ...NOBODY]),
];

/** What may stand around a word, besides blanks: '(null)', '<NA>', '[NULL]' and quotation marks. */
export const AROUND_WORDS = '()[]<>{}"\'`“”„«»‘’';

/** Characters that take no room: zero-width ones, the byte order mark, the soft hyphen. */
const INVISIBLE = '\u200B\u200C\u200D\u2060\uFEFF\u00AD';

const MAX_WORD_LENGTH = 26;

/**
 * A text as the lists of words have it: without blanks, brackets and quotation marks around it, in lower case; ''
 * where nothing is left, undefined where it is too long for any word.
 */
export function bareWord(text: string): string | undefined {
  if (text.length > MAX_WORD_LENGTH + 4) return text.trim() === '' ? '' : undefined;
  let [start, end] = [0, text.length];
  while (start < end && isAround(text[start])) start++;
  while (end > start && isAround(text[end - 1])) end--;
  return text.slice(start, end).toLowerCase();
}

function isAround(character: string): boolean {
  if (character >= '0' && character <= 'z' && !'<>[]`'.includes(character)) return false; // most texts
  return AROUND_WORDS.includes(character) || INVISIBLE.includes(character) || character.trim() === '';
}

/**
 * Whether a text among categories means that a value is missing: blank, or a program's word for it, such as NULL, N/A,
 * #NV, (blank) or "k. A.", in any case. What people answer ('unknown', 'none') is a category of its own.
 */
export function isMissingCategory(text: string): boolean {
  if (text === '') return true;
  if (text[0] >= '1' && text[0] <= '9') return false;
  const word = bareWord(text);
  if (word === undefined) return false;
  return word === '' || NEVER_VALUES.has(word) || (BRACKETED.has(word) && /^\s*[([<{]/.test(text));
}

/** The same in columns of numbers, dates and identifiers, where 'unknown' and 'none' are no values either. */
export function isMissingText(text: string): boolean {
  return isMissingCategory(text) || UNKNOWN.has(bareWord(text) ?? '');
}

/** Whether a text identifies nobody: a missing value, or a word such as guest, 0 or -1. */
export function isMissingIdentifier(text: string): boolean {
  return isMissingText(text) || NOBODY.has(bareWord(text) ?? '');
}

/** Whether the value of a cell is missing: null, undefined, NaN or blank text. */
export function isMissing(value: unknown): boolean {
  return isNullish(value) || (typeof value === 'string' && value.trim() === '');
}

/** The same where a blank text is a value, as in data frames: null, undefined or NaN. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}
