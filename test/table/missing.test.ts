import {
  bareWord,
  isMissing,
  isMissingCategory,
  isMissingIdentifier,
  isMissingText,
} from '../../src/table/missing';

/** Never a value, whatever column they stand in. */
const WORDS = [
  ...[
    'NULL',
    'null',
    'NA',
    'N/A',
    'n/a',
    'N.A.',
    'nan',
    'NaN',
    'NaT',
    'nil',
    'undefined',
    '\\N',
    '<NA>',
    '(null)',
  ],
  ...['[NULL]', '"NULL"', "'null'", '{null}', '#N/A', '#NV', '#VALUE!', '#WERT!', '#DIV/0!', '#REF!', '#N/D'],
  ...[
    '(blank)',
    '(Leer)',
    '(vide)',
    '-',
    '--',
    '—',
    'k. A.',
    'n.d.',
    'sin datos',
    'mancante',
    'não disponível',
  ],
  ...['n.v.t.', 'k.A.', 'o. A.', 'nicht verfügbar', 'non disponible', 'no disponible', 'ontbreekt'],
];

/** No values in columns of numbers, dates and identifiers; among categories they may be answers. */
const ANSWERS = [
  ...[
    'None',
    'unknown',
    '?',
    'Unbekannt',
    'keine Angabe',
    'inconnu',
    'non renseigné',
    'desconocido',
    'sconosciuto',
  ],
  ...[
    'desconhecido',
    'onbekend',
    'not applicable',
    '(unknown)',
    'não informado',
    'no aplica',
    'niet van toepassing',
  ],
];

/** Values, which identify nobody. */
const NOBODY = [
  ...[
    '0',
    '-1',
    'guest',
    'Gast',
    'invité',
    'invitado',
    'ospite',
    'convidado',
    'gastklant',
    'Anonymous',
    '(guest)',
  ],
  ...['Consumidor final', 'Laufkunde', 'client de passage', 'not logged in'],
];

const kindsOf = (word: string) => [isMissingCategory(word), isMissingText(word), isMissingIdentifier(word)];

test.each(['', '  ', '\u00A0', '\u200B', '\uFEFF ', "''", ...WORDS, ' NULL ', '\u00A0NULL\u200B'])(
  '%j means that a value is missing in any column',
  (word) => {
    expect(kindsOf(word)).toEqual([true, true, true]);
  },
);

test.each(ANSWERS)('%j is neither number, date nor identifier, but may be a category', (word) => {
  expect(kindsOf(word)).toEqual([false, true, true]);
});

test.each(NOBODY)('%j is a value, but identifies nobody', (word) => {
  expect(kindsOf(word)).toEqual([false, false, true]);
});

test.each(['NAN-12', 'nullius', 'DE', '0.0', '#1001', 'Nil Nilsson', 'Leer', 'Blank', 'x'.repeat(100_000)])(
  '%.20j is neither',
  (word) => {
    expect(kindsOf(word)).toEqual([false, false, false]);
  },
);

test('a word is the same whatever stands around it', () => {
  expect([' (NULL) ', '"n/a"', '\u200B<Na>', 'x'.repeat(40), ' '.repeat(99)].map(bareWord)).toEqual([
    ...['null', 'n/a', 'na', undefined, ''],
  ]);
});

test('of cells, null, undefined, NaN and blank text are missing; 0, false and words are not', () => {
  expect([null, undefined, Number.NaN, '', ' \t'].map(isMissing)).toEqual([true, true, true, true, true]);
  expect([0, false, 'NA', '0', []].map(isMissing)).toEqual([false, false, false, false, false]);
});
