import { shownAddress } from '../../../src/datasets/sql/shownAddress';
import { tableAddress } from '../../../src/datasets/sql/tableAddress';

test('an address is taken apart into database and table', () => {
  expect(tableAddress('postgres://ann:pw@db:5433/shop/sales.orders?sslmode=require')).toEqual({
    database: 'postgres://ann:pw@db:5433/shop?sslmode=require',
    table: '"sales"."orders"',
    shown: 'postgres://ann:…@db:5433/shop/sales.orders',
  });
  expect(tableAddress('postgresql://db/shop/orders')?.table).toBe('"orders"');
});

test.each([
  ['a%20b.c', '"a b"."c"'],
  ['%22a.b%22.c', '"a.b"."c"'],
  ['say%22%22', undefined],
  ['Orders;DROP', '"Orders;DROP"'],
])('the name %s becomes %s', (name, table) => {
  const read = () => tableAddress(`postgres://db/shop/${name}`)?.table;
  if (table === undefined) expect(read).toThrow('names no table');
  else expect(read()).toBe(table);
});

test('files are none', () => {
  for (const source of ['orders.csv', 'C:/x/y.csv', '/a/b://c']) {
    expect(tableAddress(source)).toBeUndefined();
  }
});

test('an unknown engine is said, without the password', () => {
  expect(() => tableAddress('mysql://ann:secret@db/shop/orders')).toThrow(
    "'mysql://ann:…@db/shop/orders' begins with 'mysql://', which no engine opens; give the path of a file, or an address that begins with postgres://, postgresql://, trino://",
  );
});

test('an address without a table says how to write one, without the password', () => {
  expect(() => tableAddress('postgres://ann:secret@db/shop')).toThrow(
    "'postgres://ann:…@db/shop' names no table; write the table after the database",
  );
});

test.each([
  ['postgres://ann:p@ss/w:ord@db:1/shop', 'postgres://ann:…@db:1/shop'],
  ['postgres://db/shop?password=secret', 'postgres://db/shop'],
  ['trino://ann@db/memory', 'trino://ann@db/memory'],
  ['postgres://:secret@db/shop', 'postgres://:…@db/shop'],
  ['postgres://ann:a?b@db/shop', 'postgres://…'],
  ['secret', '…'],
])('%s is shown as %s', (address, shown) => {
  expect(shownAddress(address)).toBe(shown);
});
