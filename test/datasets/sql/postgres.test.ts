import { postgresDialect } from '../../../src/datasets/sql/engines/postgres/dialect';
import { openDatabase } from '../../../src/datasets/sql/openDatabase';

test('a server that is not there is said, without the password', async () => {
  const failing = openDatabase('postgres://shop:secret@127.0.0.1:1/shop');
  await expect(failing).rejects.toThrow(
    'cannot open postgres://shop:…@127.0.0.1:1/shop: connect ECONNREFUSED 127.0.0.1:1; no server listens there',
  );
});

test('an address that cannot be read is said without showing it', async () => {
  const failing = openDatabase('postgres://shop:secret@127.0.0.1:99999/shop');
  await expect(failing).rejects.toThrow('cannot open postgres://shop:…@127.0.0.1:99999/shop: ');
  await expect(failing).rejects.not.toThrow('secret');
});

test('options of this machine are refused', async () => {
  await expect(openDatabase({ address: 'postgres://db/shop', threads: 2 })).rejects.toThrow(
    '`threads` is not for Postgres; it is set where the server runs',
  );
});

test('other dates than those of ISO 8601 are left to the toolkit', () => {
  expect(postgresDialect.timestamp('x', ['M/d/yyyy'])).toBeUndefined();
  expect(postgresDialect.timestamp('x', ['yyyy-MM-dd'])).toBe('CAST(x AS TIMESTAMP)');
});
