/** What programs, databases and spreadsheets write where nothing is known; in lower case. */
const PROGRAM_WORDS = [
  ...['na', 'n/a', '<na>', 'n.a.', 'n. a.', 'nan', 'nat', '<nat>', 'null', '(null)', '<null>', '[null]'],
  ...['none', 'nil', '\\n', '-', '--', '—', '–', 'not available', 'not applicable', 'no data', 'missing'],
];

/** A spreadsheet's errors, in the languages in which it writes them. */
const SPREADSHEET_ERRORS = [
  ...['#n/a', '#n/a n/a', '#na', '#null!', '#div/0!', '#value!', '#ref!', '#name?', '#num!'],
  ...['#nv', '#wert!', '#bezug!', '#zahl!', '#valeur!', '#nom?', '#nombre!', '#nul!'],
  ...['#n/d', '#¡valor!', '#¡ref!', '#¿nombre?', '#¡num!', '#¡div/0!', '#valore!', '#rif!', '#nome?'],
  ...['#valor!', '#núm!', '#n/b', '#waarde!', '#verw!', '#naam?', '#getal!', '#deel/0!'],
];

/** Empty cells of pivot tables, and "not given", in German, French, Spanish, Italian, Portuguese and Dutch. */
const WORDS_BY_LANGUAGE = [
  ...['(blank)', '(empty)', '(leer)', '(vide)', '(vacío)', '(en blanco)', '(vuoto)', '(vazio)', '(leeg)'],
  ...['k.a.', 'k. a.', 'keine angabe', 'nicht verfügbar', 'fehlt'],
  ...['n.d.', 'n. d.', 'n/d', 'nd.', 'non disponible', 'non renseigné', 'non précisé', 'manquant'],
  ...['s/d', 'sin datos', 'no disponible', 'nulo', 'non disponibile', 'mancante', 'nullo'],
  ...['não disponível', 'sem dados', 'em branco', 'n.v.t.', 'niet beschikbaar', 'ontbreekt'],
];

const MISSING_WORDS: ReadonlySet<string> = new Set([
  ...PROGRAM_WORDS,
  ...SPREADSHEET_ERRORS,
  ...WORDS_BY_LANGUAGE,
]);

/** What is written where an identifier belongs, although nobody is identified. */
const NOBODY_WORDS: ReadonlySet<string> = new Set([
  ...['0', '-1', 'unknown', 'anonymous', 'guest', 'undefined', 'no customer', 'walk-in', '?'],
  ...['unbekannt', 'anonym', 'gast', 'inconnu', 'anonyme', 'invité', 'desconocido', 'anónimo', 'invitado'],
  ...['sconosciuto', 'anonimo', 'ospite', 'desconhecido', 'anônimo', 'convidado', 'onbekend', 'anoniem'],
]);

/** The words that `isMissingIdentifier` knows, in lower case, for engines that look for them themselves. */
export const MISSING_IDENTIFIER_WORDS: readonly string[] = [...MISSING_WORDS, ...NOBODY_WORDS];

const LONGEST_WORD = 20;

/**
 * Whether a text means that a value is missing: blank, or a word for it, such as NULL, N/A, #NV, (blank) or "k. A.",
 * in any case. Meant for columns of numbers, dates and identifiers: among categories such words may be values (NA is
 * Namibia).
 */
export function isMissingText(text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST_WORD + 2) return text.trim() === '';
  const word = text.trim().toLowerCase();
  return word === '' || MISSING_WORDS.has(word);
}

/** Whether a text identifies nobody: a missing value, or a word such as unknown, guest, 0 or -1. */
export function isMissingIdentifier(text: string): boolean {
  return isMissingText(text) || NOBODY_WORDS.has(text.trim().toLowerCase());
}

/** Whether the value of a cell is missing: null, undefined, NaN or blank text. */
export function isMissing(value: unknown): boolean {
  return isNullish(value) || (typeof value === 'string' && value.trim() === '');
}

/** The same where a blank text is a value, as in data frames: null, undefined or NaN. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}
