import {
  areDocuments,
  flagMeaning,
  isCanceled,
  repeatsInvoice,
  statusMeaning,
} from '../../../../src/features/rfm/cleaning/orderStatus';

const NONE = [
  ...[
    'Awaiting Payment',
    'Awaiting bank wire payment',
    'Payment Due',
    'Not Paid',
    'Suspected Fraud',
    'Overdue',
  ],
  ...[
    'Canceled by customer',
    'Payment error',
    'Order canceled',
    'Storniert / Abgelehnt',
    'Nicht bezahlt',
    'Überfällig',
  ],
  ...['En attente du paiement par chèque', 'Erreur de paiement', 'Non payé', 'Commande annulée'],
  ...[
    'Pendiente de pago',
    'Pago rechazado',
    'Pedido cancelado',
    'In attesa',
    'Ordine annullato',
    'Pagamento recusado',
  ],
  ...['Betaling mislukt', 'Geannuleerd door klant', 'wc-failed'],
];

test.each(NONE)('%s: no sale', (status) => {
  expect(statusMeaning(status)).toBe('none');
});

test.each([
  ...[
    'Komplett bezahlt',
    'Payment accepted',
    'Paiement accepté',
    'Livré',
    'Expédiée',
    'Awaiting Fulfillment',
  ],
  ...['Ready for pickup', 'In transit', 'Pago aceptado', 'Entregado', 'Spedito', 'Afgeleverd', 'Fully paid'],
  ...[
    'Teilweise erstattet',
    'Partiellement remboursé',
    'Parcialmente reembolsado',
    'Sales Receipt',
    'Sales Invoice',
  ],
])('%s: a sale', (status) => {
  expect(statusMeaning(status)).toBe('sale');
});

test.each([
  ...[
    'Fully refunded',
    'Remboursé',
    'Komplett erstattet',
    'Totalmente reembolsado',
    'Devuelto por el cliente',
  ],
  'Chargeback',
])('%s: a sale that was paid back', (status) => {
  expect(statusMeaning(status)).toBe('refunded');
});

test.each([
  ...[
    'Sales Return',
    'Sales Credit Memo',
    'Refund Receipt',
    'Payment Refund',
    'Gutschrift',
    'Retoure',
    'Avoir',
  ],
  ...['Nota de crédito', 'Factura rectificativa', 'Nota di credito', 'Creditnota'],
])('%s: money paid back', (status) => {
  expect(statusMeaning(status)).toBe('refund');
});

test.each([
  'General Withdrawal - Bank Account',
  'General Currency Conversion',
  'Angebot',
  'Estimate',
  'Devis',
])('%s: no order', (status) => {
  expect(statusMeaning(status)).toBe('other');
});

test.each([
  ...['Sparkling', 'Gold', 'Open / Refunded', 'On backorder (not paid)', 'not', '', '—', 'x'.repeat(500)],
])('%.20s: nobody knows', (status) => {
  expect(statusMeaning(status)).toBeUndefined();
});

test('a storno as a document takes an order back, as a status it says that there was none', () => {
  expect(['Storno', 'Reversal', 'Annulation'].map((word) => statusMeaning(word, 'document'))).toEqual([
    ...['refund', 'refund', 'refund'],
  ]);
  expect(statusMeaning('Storno')).toBe('none');
  expect(statusMeaning('Chargeback', 'document')).toBe('refund');
});

test('open is an order on its way, and a payment that did not come', () => {
  expect([
    statusMeaning('open'),
    statusMeaning('open', 'payment'),
    statusMeaning('Offen', 'payment'),
  ]).toEqual(['sale', 'none', 'none']);
});

test('where there are invoices, payments, orders and delivery notes stand for the same money', () => {
  expect(areDocuments(['Rechnung', 'Zahlung'])).toBe(true);
  expect(areDocuments(['Payment', 'Refund'])).toBe(false);
  expect(['Zahlung', 'Payment', 'Sales Order', 'Lieferschein', 'Albarán'].map(repeatsInvoice)).toEqual(
    new Array(5).fill(true),
  );
  expect(['Gutschrift', 'Invoice'].map(repeatsInvoice)).toEqual([false, false]);
});

test('a column of cancellations: a day, a yes or a status', () => {
  expect(['2024-05-01', 'ja', 'Storniert', 'Storno', 'no', 'Shipped', ''].map(isCanceled)).toEqual([
    ...[true, true, true, true, false, false, false],
  ]);
});

test('what became of an order, as a yes, a no or a day', () => {
  const meanings = (header: string, texts: readonly string[]) =>
    texts.map((text) => flagMeaning(header)?.(text));
  expect(meanings('Returned', ['yes', 'No', '2024-05-01', '1', '0', '3.50', 'soon'])).toEqual([
    ...['refunded', 'sale', 'refunded', 'refunded', 'sale', undefined, undefined],
  ]);
  expect(meanings('is_paid', ['true', 'FALSE', '49.90', '1.5.2024'])).toEqual([
    'sale',
    'none',
    undefined,
    'sale',
  ]);
  expect(flagMeaning('Cancelled at')).toBeUndefined(); // lint-words: allow
});
