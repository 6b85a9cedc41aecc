import { rfmCommand } from '../../../src/cli/commands/rfm';
import { READING_SCHEMA } from '../../../src/dashboard/reading';
import { ROLE_NAMES, TRANSACTION_ROLES } from '../../../src/features/rfm/transactionRoles';

test('no header could mean two roles', () => {
  const headers = TRANSACTION_ROLES.flatMap((entry) => [
    ...entry.headers,
    ...('otherwise' in entry ? entry.otherwise : []),
  ]);
  expect(headers.filter((header, i) => headers.indexOf(header) !== i)).toEqual([]);
  expect(headers.filter((header) => !/^[a-z]+$/.test(header))).toEqual([]);
});

test('command line and dashboard take a column for every role', () => {
  expect(rfmCommand.optionNames).toEqual(expect.arrayContaining([...ROLE_NAMES]));
  expect(Object.keys(READING_SCHEMA.properties.roles.properties)).toEqual(ROLE_NAMES);
});
