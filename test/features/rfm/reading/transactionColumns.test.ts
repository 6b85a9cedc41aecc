import { findTransactionColumns } from '../../../../src/features/rfm/reading/transactionColumns';

/** The roles that were found, with their columns. */
function found(headers: string): Record<string, string> {
  const { columns } = findTransactionColumns('log.csv', headers.split(','), {});
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

test.each<[string, string, Record<string, string>]>([
  [
    'German',
    'Kunden-Nr.,Rechnungsnummer,Rechnungsdatum,Menge,Einzelpreis,Währung,Artikelbezeichnung,Land',
    {
      ...{ customer: 'Kunden-Nr.', invoice: 'Rechnungsnummer', date: 'Rechnungsdatum', quantity: 'Menge' },
      ...{ price: 'Einzelpreis', currency: 'Währung', description: 'Artikelbezeichnung', country: 'Land' },
    },
  ],
  [
    'German, a sum for each document',
    'Debitor,Beleg-Nr,Belegdatum,Betrag,Status',
    { customer: 'Debitor', invoice: 'Beleg-Nr', date: 'Belegdatum', amount: 'Betrag', status: 'Status' },
  ],
  [
    'French',
    'N° client,N° facture,Date facture,Quantité,Prix unitaire,Désignation,Pays',
    {
      ...{ customer: 'N° client', invoice: 'N° facture', date: 'Date facture', quantity: 'Quantité' },
      ...{ price: 'Prix unitaire', description: 'Désignation', country: 'Pays' },
    },
  ],
  [
    'Spanish',
    'Código cliente,Nº pedido,Fecha,Importe,Divisa,País',
    {
      ...{ customer: 'Código cliente', invoice: 'Nº pedido', date: 'Fecha', amount: 'Importe' },
      ...{ currency: 'Divisa', country: 'País' },
    },
  ],
  [
    'Italian',
    'Codice cliente,Numero fattura,Data fattura,Quantità,Prezzo unitario',
    {
      ...{ customer: 'Codice cliente', invoice: 'Numero fattura', date: 'Data fattura' },
      ...{ quantity: 'Quantità', price: 'Prezzo unitario' },
    },
  ],
  [
    'Dutch',
    'Klantnummer,Factuurnummer,Factuurdatum,Aantal,Stuksprijs',
    {
      ...{ customer: 'Klantnummer', invoice: 'Factuurnummer', date: 'Factuurdatum' },
      ...{ quantity: 'Aantal', price: 'Stuksprijs' },
    },
  ],
  [
    'Portuguese',
    'Código do cliente,Número do pedido,Data do pedido,Valor total',
    {
      ...{ customer: 'Código do cliente', invoice: 'Número do pedido' },
      ...{ date: 'Data do pedido', amount: 'Valor total' },
    },
  ],
  [
    'English, as an ERP writes them',
    'Customer No.,Document No.,Posting Date,Quantity,Unit Price,Currency Code',
    {
      ...{ customer: 'Customer No.', invoice: 'Document No.', date: 'Posting Date', quantity: 'Quantity' },
      ...{ price: 'Unit Price', currency: 'Currency Code' },
    },
  ],
  [
    'an email address where no number identifies the customer',
    'Email,Customer Name,Order ID,Created at,Total',
    { customer: 'Email', invoice: 'Order ID', date: 'Created at', amount: 'Total' },
  ],
  [
    'a charity',
    'Donor ID,Gift Date,Gift Amount,Method,Fund',
    { customer: 'Donor ID', date: 'Gift Date', amount: 'Gift Amount' },
  ],
  [
    'a hotel',
    'Booking ID,Guest,Email,Check-in,Nights,Rate,Total,Status',
    { customer: 'Email', invoice: 'Booking ID', date: 'Check-in', amount: 'Total', status: 'Status' },
  ],
  [
    'a bank',
    'IBAN,Buchungstag,Verwendungszweck,Betrag,Saldo,Währung', // cspell:disable-line
    { customer: 'IBAN', date: 'Buchungstag', amount: 'Betrag', currency: 'Währung' }, // cspell:disable-line
  ],
])('%s headers', (_, headers, columns) => {
  expect(found(headers)).toEqual(columns);
});

test('a usual header counts before one that is less clear', () => {
  expect(found('Customer ID,Email,Order Date,Created at,Total,Subtotal')).toEqual({
    ...{ customer: 'Customer ID', date: 'Order Date', amount: 'Total' },
  });
});

test('of several statuses that of the money counts', () => {
  expect(found('Customer,Date,Amount,Order status,Payment status').status).toBe('Payment status');
});

test('columns about money that were not used are named, and a margin that could be the money', () => {
  const { detected } = findTransactionColumns(
    'log.csv',
    ['Customer', 'Date', 'Amount', 'Payment status', 'Shipping status', 'Base currency', 'Profit'],
    {},
  );
  expect(detected).toContain(
    "not used, though about orders and their money: 'Shipping status', 'Base currency'",
  );
  expect(detected.join('\n')).toContain("'Profit' was not used: name it as the amount");
});

test.each([
  ['Customer,Customer ID,Date,Amount', 'customer', 'Customer ID'],
  ['Kunde,Kundennummer,Datum,Betrag', 'customer', 'Kundennummer'],
  ['Customer,Order,Order ID,Date,Amount', 'invoice', 'Order ID'],
  ['Customer,Purchase Date,Purchase Time,Amount', 'date', 'Purchase Date'],
  ['Customer,Date,Order Total (inc tax),Order Total (ex tax)', 'amount', 'Order Total (inc tax)'],
  ['Customer,Date,Order Total excl. VAT', 'amount', 'Order Total excl. VAT'],
  ['Kunde,Datum,Umsatz netto,Umsatz inkl. MwSt', 'amount', 'Umsatz inkl. MwSt'],
  ['Client,Date,Quantité,Prix unitaire HT', 'price', 'Prix unitaire HT'],
  ['Kunde,Datum,Netto,MwSt,Brutto', 'amount', 'Netto'],
  ['Customer,Date,Total (EUR)', 'amount', 'Total (EUR)'],
  ['Customer,Date,Subtotal,Total USD', 'amount', 'Total USD'],
  ['Kunde,Datum,Menge,Preis_EUR', 'price', 'Preis_EUR'],
  ['Sold-to,Billing Doc.,Billing Date,Net Value,Curr.', 'customer', 'Sold-to'],
])('%s: %s is %s', (headers, role, column) => {
  expect(found(headers)[role]).toBe(column);
});

test('a refusal names the column that is likely, and none that has its role already', () => {
  const columns = (headers: string) => () => findTransactionColumns('log.csv', headers.split(','), {});
  expect(columns('Household,Shopper mail,Order Date,Total')).toThrow("did you mean 'Shopper mail'?");
  expect(columns('Customer ID,Order Date,Item,Checkout sum')).not.toThrow("did you mean 'Order Date'");
});
