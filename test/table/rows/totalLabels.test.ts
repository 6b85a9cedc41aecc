import { totalLabel } from '../../../src/table/rows/totalLabels';

test.each([
  ...[
    'Total',
    'GRAND TOTAL',
    'Summe',
    'Gesamt:',
    'Total général',
    'Somme',
    'Suma',
    'Totale',
    'Total geral',
    'Totaal',
  ],
  ...['Σ Total', '*** Zwischensumme ***', 'Sous-total', 'Subtotal', 'Gesamtergebnis', 'Eindtotaal'],
])('%j alone is the label of a sum', (text) => {
  expect(totalLabel(text)).toEqual({ kind: 'sum', alone: true });
});

test.each([
  'Average',
  'Durchschnitt',
  'Moyenne',
  'Promedio',
  'Media',
  'Média',
  'Gemiddelde',
  'Mittelwert',
  'Ø',
])('%j alone is the label of a mean', (text) => {
  expect(totalLabel(text)).toEqual({ kind: 'mean', alone: true });
});

test.each(['Total North', 'Berlin Summe', 'Total: 24 customers', 'Total Energies', 'Media Markt'])(
  '%j may be the label of a total or the name of a customer',
  (text) => {
    expect(totalLabel(text)).toMatchObject({ alone: false });
  },
);

test.each(['Totality', 'Sumner', 'Anna Total-Meyer Ltd of York', '12', '', 'Mediaworks', 'x'.repeat(10_000)])(
  '%.20j is no label',
  (text) => {
    expect(totalLabel(text)).toBeUndefined();
  },
);
