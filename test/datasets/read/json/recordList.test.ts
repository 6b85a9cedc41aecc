import { recordList } from '../../../../src/datasets/read/json/recordList';

test.each([
  [{ orders: [{ id: 1 }, { id: 2 }] }, 'orders', [{ id: 1 }, { id: 2 }]],
  [{ object: 'list', has_more: false, data: [{ id: 1 }], tags: ['a'], empty: [] }, 'data', [{ id: 1 }]],
  [{ data: { orders: { edges: [{ cursor: 'x', node: { id: 1 } }] } } }, 'data.orders.edges', [{ id: 1 }]],
  [
    { page: 1, total_pages: 3, next: null, meta: { shop: 'x', took: 5 }, results: [{ id: 1 }] },
    'results',
    [{ id: 1 }],
  ],
  [{ edges: [{ node: { id: 1 } }, { node: 3 }] }, 'edges', [{ node: { id: 1 } }, { node: 3 }]],
])('%j: the rows are in %s', (value, name, items) => {
  expect(recordList(value)).toEqual({ name, items });
});

test.each([
  ['no list of objects', { id: 1, tags: ['a', 'b'] }],
  ['two lists', { orders: [{ id: 1 }], customers: [{ id: 2 }] }],
  ['a list that holds other things too', { orders: [{ id: 1 }, 2] }],
  ['a customer with a list', { age: 40, income: 50000, orders: [{ sku: 'a' }] }],
  ['an order with its items', { order: { number: 7, total: 12, line_items: [{ sku: 'a' }] } }],
  ['no object', [{ id: 1 }]],
  ['a list that lies too deep', { a: { b: { c: { d: { e: { f: [{ id: 1 }] } } } } } }],
])('%s: undefined', (_, value) => {
  expect(recordList(value)).toBeUndefined();
});
