import { quantityUnits, sizesOfOne } from '../../../../src/features/rfm/reading/quantityUnits';
import { logs, paidBy } from '../log';

const { analyze } = logs();

async function paid(lines: readonly string[], options = {}) {
  const analysis = await analyze(lines, options);
  return { by: paidBy(analysis), detected: analysis.detected };
}

test('units beside quantities, of several kinds', () => {
  const { units, bodyOf } = quantityUnits(['2 kg', '1,5 kg', '3 pcs', '4x', 'x 5', '-1 kg', '7'])!;
  expect(units).toEqual(['kg', 'pieces', '×']);
  expect(['2 kg', '1,5 kg', '3 pcs', '4x', 'x 5', '-1 kg', '7'].map(bodyOf)).toEqual([
    ...['2', '1,5', '3', '4', '5', '-1', '7'],
  ]);
});

test.each([[['2', '3']], [['2 kg', 'many']], [['2 kg', '3 sacks of it']], [['2 kg', '3 uhr']]])(
  '%j: no quantities with known units',
  (texts) => {
    expect(quantityUnits(texts)).toBeUndefined();
  },
);

test.each([
  [['2 boxes', '3 btl', '4 bags', '1 Karton']],
  [['2 Stk.', '1 Stück', '3 Kartons']],
  [['3 szt.', '1 kpl', '2 unidades']],
])('%j: what things are packed in', (texts) => {
  expect(texts.map(quantityUnits(texts)!.bodyOf)).toEqual(texts.map((text) => text.split(' ')[0]));
});

test.each(['2 dozen', '3 pairs', '4 hundred'])('%s is a number of its own', (text) => {
  expect(quantityUnits(['1 box', text])).toBeUndefined();
});

test('sizes of one unit', () => {
  expect(sizesOfOne(['g', 'kg', 'pieces'])).toBe('g and kg');
  expect(sizesOfOne(['kg', 'm', 'pieces'])).toBeUndefined();
});

test('quantities by weight and by piece, with a decimal comma, and one that went back', async () => {
  const { by, detected } = await paid([
    'Bon;Kunde;Datum;Artikel;Menge;Einzelpreis',
    '1;anna;2024-01-05;Käse;1,5 kg;10,00',
    '1;anna;2024-01-05;Brot;3 Stk;2,50',
    '2;bodo;2024-01-16;Käse;2 kg;10,00',
    '3;anna;2024-01-17;Käse;-0,5 kg;10,00',
  ]);
  expect(by).toEqual({ anna: 17.5, bodo: 20 });
  expect(detected).toContain("'Menge' is read without its units (kg, pieces): a price is that of one");
});

test('pieces whose letters are those of exponents', async () => {
  const { by } = await paid([
    'customer,date,quantity,price',
    'a,2024-01-05,3 pieces,2',
    'b,2024-01-06,12 pieces,2',
  ]);
  expect(by).toEqual({ a: 6, b: 24 });
});

test('kg and g do not have one price: refused, unless what was paid is there', async () => {
  const lines = [
    'customer,date,quantity,price,total',
    'a,2024-01-05,2 kg,10.00,20.00',
    'b,2024-01-06,250 g,10.00,2.50',
  ];
  expect((await paid(lines)).by).toEqual({ a: 20, b: 2.5 });
  const without = lines.map((line) => line.slice(0, line.lastIndexOf(',')));
  await expect(paid(without)).rejects.toThrow(
    "column 'quantity' holds quantities in g and kg, and a price can be that of one of them only; write them in one unit, or give what was paid as `amount`",
  );
});
