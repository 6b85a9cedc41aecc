import { InputError } from '../../src/core/errors';
import { phrase } from '../../src/core/phrase';

const mistake = new InputError(
  'unreadable-value',
  phrase`${{ file: 'a.csv' }}: column ${{ column: 'Age' }} holds ${{ value: 'old' }} in row ${{ row: 3 }}`,
  { remedy: phrase`fix it, or leave ${{ column: 'Other' }} out by ${{ option: 'columns' }}` },
);

test('what the message names is kept as data, the first of each kind', () => {
  expect(mistake).toMatchObject({
    message: "a.csv: column 'Age' holds 'old' in row 3; fix it, or leave 'Other' out by `columns`",
    code: 'unreadable-value',
    file: 'a.csv',
    column: 'Age',
    value: 'old',
    row: 3,
    option: 'columns',
    remedy: ['fix it, or leave ', { column: 'Other' }, ' out by ', { option: 'columns' }],
  });
});

test('what is given besides goes before what the message names', () => {
  const { option, allowed, cause } = new InputError('not-allowed', phrase`${{ option: 'a' }} is odd`, {
    option: 'b',
    allowed: ['c'],
    cause: 'd',
  });
  expect([option, allowed, cause]).toEqual(['b', ['c'], 'd']);
});

test('it goes through JSON whole', () => {
  const { problem, remedy } = mistake;
  expect(JSON.parse(JSON.stringify(mistake))).toEqual({
    code: 'unreadable-value',
    problem,
    remedy,
    file: 'a.csv',
    column: 'Age',
    value: 'old',
    row: 3,
    option: 'columns',
  });
});

test('values that JSON cannot hold are kept as they read', () => {
  const { problem, value } = new InputError('wrong-type', phrase`it is ${{ value: [1, 2] }}`).toJSON();
  expect({ problem, value }).toEqual({ problem: ['it is ', 'an array of 2'], value: 'an array of 2' });
  expect(new InputError('wrong-type', phrase`${{ value: Number.NaN }}`).toJSON().value).toBe('NaN');
});

test('it carries no stack trace, for it is no fault of the code', () => {
  expect(mistake.stack).toBe(`InputError: ${mistake.message}`);
});

test('it is said in other words with what is known of it', () => {
  const named = new InputError('no-data', phrase`${{ file: 'x1' }} is empty`, {
    option: 'path',
    remedy: 'fill it',
  });
  const { message, file, option, cause, code } = named.reworded(phrase`${{ file: 'a.csv' }} is empty`);
  expect({ message, file, option, cause, code }).toEqual({
    message: 'a.csv is empty; fill it',
    file: 'a.csv',
    option: 'path',
    cause: named,
    code: 'no-data',
  });
});
