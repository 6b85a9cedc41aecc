import { analyzedBy, logs } from '../log';

const { analyze, write } = logs();

/** Two orders of Ann and two of Bob, as Shopify's interface answers. */
const SHOPIFY = [
  { n: 1, email: 'ann@x.test', day: '2024-03-01', total: '50.00', status: 'paid', back: [] as string[] },
  { n: 2, email: 'bob@x.test', day: '2024-03-02', total: '20.00', status: 'refunded', back: ['20.00'] },
  {
    n: 3,
    email: 'bob@x.test',
    day: '2024-03-08',
    total: '30.00',
    status: 'partially_refunded',
    back: ['4.00', '6.00'],
  },
  { n: 4, email: 'ann@x.test', day: '2024-03-09', total: '10.00', status: 'voided', back: [] },
].map(({ n, email, day, total, status, back }) => ({
  id: 5000 + n,
  name: `#${1000 + n}`,
  email,
  created_at: `${day}T10:00:00-05:00`,
  currency: 'USD',
  financial_status: status,
  total_price: total,
  customer: { id: 70 + email.length, email, orders_count: n },
  line_items: [
    { id: 1, quantity: 2, price: '7.00' },
    { id: 2, quantity: 1, price: '3.00' },
  ],
  refunds: back.map((amount) => ({
    transactions: [
      { kind: 'refund', status: 'success', amount },
      { kind: 'refund', status: 'failure', amount: '99.00' },
    ],
  })),
}));

test.each([
  ['wrapped', 'orders.json', JSON.stringify({ orders: SHOPIFY }, null, 2)],
  ['wrapped on one line', 'line.json', JSON.stringify({ orders: SHOPIFY })],
  ['an array', 'array.json', JSON.stringify(SHOPIFY)],
  ['an object on each line', 'lines.jsonl', SHOPIFY.map((order) => JSON.stringify(order)).join('\n')],
  [
    'nodes of edges',
    'edges.json',
    JSON.stringify({ data: { orders: { edges: SHOPIFY.map((node) => ({ node })) } } }),
  ],
])("Shopify's interface, %s: net of the transactions of refunds that went through", async (_, name, text) => {
  const analysis = await analyze([], {}, write([text], name));
  expect(analyzedBy(analysis)).toEqual({ 'ann@x.test': [8, 1, 50], 'bob@x.test': [1, 2, 20] });
  expect(analysis.detected).toContain("the amounts of each list in 'refunds' are added up");
});

test("WooCommerce's interface: refunds are amounts below zero in a list", async () => {
  const order = (
    number: number,
    email: string,
    day: string,
    total: string,
    status: string,
    ...back: string[]
  ) => ({
    id: number,
    number: String(number),
    order_key: 'k',
    status,
    currency: 'EUR',
    date_created: `${day}T10:00:00`,
    total,
    customer_id: 0,
    billing: { email, country: 'DE' },
    line_items: [{ name: 'Mug', quantity: 2, total: '40.00', price: 20 }],
    refunds: back.map((each) => ({ reason: '', total: `-${each}` })),
  });
  const orders = [
    order(11, 'ann@x.test', '2024-03-01', '45.00', 'completed'),
    order(12, 'bob@x.test', '2024-03-02', '25.00', 'refunded', '25.00'),
    order(13, 'bob@x.test', '2024-03-05', '65.00', 'processing', '20.10', '0.20'),
    order(14, 'bob@x.test', '2024-03-06', '65.00', 'failed'),
  ];
  const analysis = await analyze([], {}, write([JSON.stringify(orders)], 'woo.json'));
  expect(analyzedBy(analysis)).toEqual({ 'ann@x.test': [5, 1, 45], 'bob@x.test': [1, 2, 44.7] });
  expect(analysis.currency).toBe('EUR');
});

test('Stripe: a list of charges in cents, which is said', async () => {
  const charge = (
    id: string,
    email: string,
    created: number,
    amount: number,
    back: number,
    status: string,
  ) => ({
    ...{ id, object: 'charge', amount, amount_captured: amount, amount_refunded: back, currency: 'usd' },
    ...{ created, customer: null, billing_details: { email, address: { country: 'US' } }, status },
    refunds: { object: 'list', data: [] },
  });
  const data = [
    charge('ch_1', 'ann@x.test', 1709287862, 10000, 0, 'succeeded'),
    charge('ch_2', 'bob@x.test', 1709978262, 3000, 1000, 'succeeded'),
    charge('ch_3', 'bob@x.test', 1710064662, 5000, 0, 'failed'),
  ];
  const answer = JSON.stringify({ object: 'list', has_more: false, data }, null, 2);
  const analysis = await analyze([], {}, write([answer], 'stripe.json'));
  expect(analyzedBy(analysis)).toEqual({ 'ann@x.test': [9, 1, 10000], 'bob@x.test': [1, 1, 2000] });
  expect(analysis.detected.join()).toMatch(/the rows are the items of 'data'.*'amount' is in cents/);
});

describe('orders without an amount of their own', () => {
  const ORDERS = [
    {
      order_id: 1,
      date: '2024-03-01',
      customer: { id: 'C1' },
      items: [
        { order_id: 9, qty: 2, price: 10 },
        { order_id: 9, qty: 1, price: 5.5 },
      ],
    },
    { order_id: 2, date: '2024-03-04', customer: { id: 'C2' }, items: [{ qty: 1, price: 10 }] },
    {
      order_id: 3,
      date: '2024-03-09',
      customer: { id: 'C1' },
      items: [
        { qty: -1, price: 10 },
        { qty: 3, price: 4 },
      ],
    },
    { order_id: 4, date: '2024-03-09', customer: { id: 'C2' }, items: [] },
  ];

  test.each([
    ['items.json', JSON.stringify(ORDERS)],
    ['items.jsonl', ORDERS.map((order) => JSON.stringify(order)).join('\n')],
    ['items_wrapped.json', JSON.stringify({ status: 'ok', result: { sales: ORDERS } })],
  ])('%s: each item is a row', async (name, text) => {
    const analysis = await analyze([], {}, write([text], name));
    expect(analyzedBy(analysis)).toEqual({ C1: [1, 2, 27.5], C2: [6, 1, 10] });
    expect(analysis.columns).toMatchObject({ invoice: 'order_id', quantity: 'qty', price: 'price' });
    expect(analysis.detected).toContain("each item of the lists in 'items' is a row");
  });

  test.each([null, 'abc', [1]])('an item that is no object is refused in words: %j', async (item) => {
    const path = write(
      [JSON.stringify([...ORDERS, { ...ORDERS[0], order_id: 8, items: [item] }])],
      'odd.json',
    );
    await expect(analyze([], {}, path)).rejects.toThrow(
      /item 5, 'items': .* is no row; each must be an object/,
    );
  });

  test('customers are no whole objects, which differ from order to order', async () => {
    const lines = [1, 2].map((n) =>
      JSON.stringify({ date: `2024-03-0${n}`, total: 5, customer: { email: 'a@x.test', orders_count: n } }),
    );
    const { columns } = await analyze([], {}, write(lines, 'objects.jsonl'));
    expect(columns.customer).toBe('customer.email');
  });

  test('long lists beside very many values are refused, not repeated', async () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`v${i}`, i]));
    const items = Array.from({ length: 5000 }, () => ({ qty: 1, price: 1 }));
    const path = write([JSON.stringify([{ ...wide, items }])], 'wide.json');
    await expect(analyze([], {}, path)).rejects.toThrow(
      /item 1: the items of 'items' stand beside 5,001 values, which each would repeat; keep only/,
    );
  });
});
