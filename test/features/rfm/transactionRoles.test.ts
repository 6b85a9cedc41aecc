import { rfmCommand } from '../../../src/cli/commands/rfm';
import { READING_SCHEMA } from '../../../src/dashboard/reading';
import { headerRank, ROLE_NAMES, TRANSACTION_ROLES } from '../../../src/features/rfm/transactionRoles';

test('no header could mean two roles', () => {
  const headers = TRANSACTION_ROLES.flatMap((entry) => [
    ...entry.headers,
    ...('otherwise' in entry ? entry.otherwise : []),
  ]);
  expect(headers.filter((header, i) => headers.indexOf(header) !== i)).toEqual([]);
  expect(headers.filter((header) => !/^[\p{Ll}\p{Lo}\p{Lm}]+$/u.test(header))).toEqual([]);
});

test('headers say what their columns hold more or less surely', () => {
  expect(headerRank('date', 'Order Date')).toBe(0);
  expect(headerRank('date', 'Created at')).toBe(1);
  expect(headerRank('date', 'Bestellung vom Datum')).toBeUndefined(); // cspell:disable-line
  expect(headerRank('date', 'datetime_utc')).toBe(2);
  expect(headerRank('amount', 'Total (EUR)')).toBe(0);
  expect(headerRank('quantity', 'Number of items')).toBe(2);
  expect(headerRank('invoice', 'orders')).toBeUndefined(); // how many somebody placed
});

test('command line and dashboard take a column for every role', () => {
  expect(rfmCommand.optionNames).toEqual(expect.arrayContaining([...ROLE_NAMES]));
  expect(Object.keys(READING_SCHEMA.properties.roles.properties)).toEqual(ROLE_NAMES);
});
