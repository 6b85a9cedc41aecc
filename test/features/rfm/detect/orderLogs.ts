import { Random } from '../../../../src/core/random';

/** What a column of an order log holds. */
type Holds =
  | 'id'
  | 'email'
  | 'name'
  | 'order'
  | 'shopOrder'
  | 'line'
  | 'day'
  | 'germanDay'
  | 'time'
  | 'quantity'
  | 'price'
  | 'total'
  | 'lineTotal'
  | 'sku'
  | 'city'
  | 'status'
  | 'currency';

/** Headers of an export, and what each column holds. */
export type LogStyle = readonly (readonly [header: string, holds: Holds])[];

/** Order logs of many programs: rows are lines of some 120 orders of 40 customers. */
export const LOG_STYLES: Readonly<Record<string, LogStyle>> = {
  'a retailer': [
    ['InvoiceNo', 'order'],
    ['StockCode', 'sku'],
    ['Quantity', 'quantity'],
    ['InvoiceDate', 'day'],
    ['UnitPrice', 'price'],
    ['CustomerID', 'id'],
    ['Country', 'city'],
  ],
  'plain words': [
    ['customer_id', 'id'],
    ['order_id', 'order'],
    ['order_date', 'day'],
    ['amount', 'lineTotal'],
  ],
  'capitals without marks': [
    ['CUSTID', 'id'],
    ['ORDERNO', 'order'],
    ['ORDERDATE', 'day'],
    ['SALES', 'lineTotal'],
    ['QUANTITYORDERED', 'quantity'],
  ],
  'emails for customers': [
    ['Email', 'email'],
    ['Created', 'day'],
    ['Order', 'shopOrder'],
    ['Total', 'lineTotal'],
  ],
  'emails without order numbers': [
    ['Buyer Email', 'email'],
    ['Purchase date', 'day'],
    ['Item price', 'price'],
    ['Qty', 'quantity'],
  ],
  'no order numbers, other words': [
    ['Client ref', 'id'],
    ['When sold', 'day'],
    ['Sold on', 'day'],
    ['Net value', 'lineTotal'],
  ],
  German: [
    ['Kunden-Nr.', 'id'],
    ['Bestellnummer', 'order'],
    ['Bestelldatum', 'day'],
    ['Menge', 'quantity'],
    ['Einzelpreis', 'price'],
    ['Ort', 'city'],
  ],
  'a German till': [
    ['KdNr', 'id'],
    ['Belegnr', 'order'],
    ['Datum', 'day'],
    ['Gesamtbetrag (EUR)', 'lineTotal'],
  ],
  French: [
    ['Numéro client', 'id'],
    ['N° commande', 'order'],
    ['Date de commande', 'day'],
    ['Montant TTC', 'lineTotal'],
  ],
  Spanish: [
    ['Código cliente', 'id'],
    ['Pedido', 'shopOrder'],
    ['Fecha', 'day'],
    ['Importe total', 'lineTotal'],
  ],
  Italian: [
    ['Codice cliente', 'id'],
    ['Numero ordine', 'order'],
    ['Data ordine', 'day'],
    ['Quantità', 'quantity'],
    ['Prezzo unitario', 'price'],
  ],
  Dutch: [
    ['Klantnummer', 'id'],
    ['Factuurnummer', 'order'],
    ['Datum', 'day'],
    ['Bedrag', 'lineTotal'],
  ],
  Portuguese: [
    ['Código do cliente', 'id'],
    ['Número do pedido', 'order'],
    ['Data', 'day'],
    ['Valor total', 'lineTotal'],
  ],
  'a loyalty card': [
    ['household_key', 'id'],
    ['basket_id', 'order'],
    ['date', 'day'],
    ['sales_value', 'lineTotal'],
    ['quantity', 'quantity'],
  ],
  'a row number and users': [
    ['id', 'line'],
    ['user_id', 'id'],
    ['created_at', 'time'],
    ['sale_price', 'price'],
    ['num_of_item', 'quantity'],
  ],
  'names and addresses as well': [
    ['Order Number', 'order'],
    ['Order Date', 'time'],
    ['Email (Billing)', 'email'],
    ['First Name (Billing)', 'name'],
    ['City (Billing)', 'city'],
    ['Order Status', 'status'],
    ['Item Cost', 'price'],
    ['Quantity', 'quantity'],
    ['Order Line Total', 'lineTotal'],
  ],
  'an ERP': [
    ['Sold-to party', 'id'],
    ['Billing document', 'sku'],
    ['Invoice number', 'order'],
    ['Posting date', 'day'],
    ['Net amount', 'lineTotal'],
    ['Currency', 'currency'],
  ],
};

/** Values by column, in the order of the rows. */
export function orderLog(style: LogStyle, seed = 1): Record<string, (string | number)[]> {
  const random = new Random(seed);
  const people = Array.from({ length: 40 }, (_, i) => 10_000 + i * 7);
  const rows = Array.from({ length: 120 }, (_, order) => {
    const person = people[random.integer(people.length)];
    const day = new Date(Date.UTC(2024, 0, 1 + random.integer(300), 8 + random.integer(12)));
    return Array.from({ length: 1 + random.integer(3) }, () => ({
      order,
      person,
      day,
      n: 1 + random.integer(5),
    }));
  }).flat();
  const cell = (holds: Holds, { order, person, day, n }: (typeof rows)[number], row: number) => {
    const price = 5 + ((person * 13 + row) % 40) + 0.5;
    const iso = day.toISOString();
    const all: Record<Holds, string | number> = {
      id: person,
      email: `person.${person}@example.org`,
      name: ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve'][person % 5],
      order: 500_000 + order,
      shopOrder: `#${1001 + order}`,
      line: row + 1,
      day: iso.slice(0, 10),
      germanDay: `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`,
      time: iso.slice(0, 19).replace('T', ' '),
      quantity: n,
      price,
      total: price * 3,
      lineTotal: price * n,
      sku: `A${(row * 31) % 17}`,
      city: ['Leeds', 'York', 'Bath'][person % 3],
      status: 'completed',
      currency: 'EUR',
    };
    return all[holds];
  };
  return Object.fromEntries(
    style.map(([header, holds]) => [header, rows.map((row, i) => cell(holds, row, i))]),
  );
}
