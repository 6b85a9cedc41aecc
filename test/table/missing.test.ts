import { isMissing, isMissingIdentifier, isMissingText } from '../../src/table/missing';

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
    'None',
    'nil',
    '\\N',
    '<NA>',
    '(null)',
  ],
  ...[
    '#N/A',
    '#NV',
    '#VALUE!',
    '#WERT!',
    '#DIV/0!',
    '#REF!',
    '#N/D',
    '(blank)',
    '(Leer)',
    '(vide)',
    '-',
    '—',
  ],
  ...['k. A.', 'keine Angabe', 'n.d.', 'non renseigné', 'sin datos', 'mancante', 'não disponível', 'n.v.t.'],
];

test.each(['', '  ', '\u00A0', ...WORDS, ' NULL '])('%j means that a value is missing', (word) => {
  expect([isMissingText(word), isMissingIdentifier(word)]).toEqual([true, true]);
});

test.each(['0', '-1', 'unknown', 'Unbekannt', 'guest', 'Anonymous'])(
  '%j is a value, but identifies nobody',
  (word) => {
    expect([isMissingText(word), isMissingIdentifier(word)]).toEqual([false, true]);
  },
);

test.each(['NAN-12', 'nullius', 'DE', '0.0', '#1001', 'Nil Nilsson', 'x'.repeat(100_000)])(
  '%.20j is neither',
  (word) => {
    expect([isMissingText(word), isMissingIdentifier(word)]).toEqual([false, false]);
  },
);

test('of cells, null, undefined, NaN and blank text are missing; 0, false and words are not', () => {
  expect([null, undefined, Number.NaN, '', ' \t'].map(isMissing)).toEqual([true, true, true, true, true]);
  expect([0, false, 'NA', '0', []].map(isMissing)).toEqual([false, false, false, false, false]);
});
