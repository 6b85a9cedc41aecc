import { plainOtherRows } from '../../../src/table/rows/plainRows';
import { typedTable } from '../../../src/table/typedTable';

const CODES = ['{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', null];
const survey = (...rows: (string | null)[][]) =>
  ['ResponseId', 'Q1', 'Q2'].map((name, j) => ({ name, cells: rows.map((row) => row[j]) }));
const found = (...rows: (string | null)[][]) =>
  plainOtherRows(survey(...rows), rows.length).map(({ row, kind, reason }) => [row, kind, reason]);

test('questions in words and import codes below the header of a survey are no customers', () => {
  const questions = ['Response ID', 'How often?', 'How much?'];
  expect(found(questions, CODES, ['R_1', '5', '9'], ['R_2', '6', '8'])).toEqual([
    [0, 'header', 'the wording of the questions'],
    [1, 'header', 'the import codes of a survey'],
  ]);
  expect(found(CODES, ['R_1', '5', '9'])).toEqual([[0, 'header', 'the import codes of a survey']]);
});

test('JSON that is no row of import codes, or stands further below, is left', () => {
  expect(found(['{"ImportId":"a"}', '5', '9'], ['R_2', '6', '8'])).toEqual([]);
  expect(found(['R_1', '5', '9'], ['R_2', '6', '8'], CODES)).toEqual([]);
});

test('the columns of a survey are what its answers are', () => {
  const { columns, others } = typedTable({
    Id: ['Response ID', '{"ImportId":"a"}', 'R_1', 'R_2', 'R_3'],
    Q1: ['How often?', '{"ImportId":"b"}', '5', '6', '8'],
  });
  expect(columns.map(({ kind }) => kind)).toEqual(['identifier', 'number']);
  expect(others).toHaveLength(2);
});

const asked = (...rows: (string | null)[][]) =>
  plainOtherRows(
    ['Respondent ID', 'How old are you?', 'Anything else?', 'You own …'].map((name, j) => ({
      name,
      cells: rows.map((row) => row[j]),
    })),
    rows.length,
  ).map(({ row, kind, reason }) => [row, kind, reason]);

test.each([
  ['Response', 'Open-Ended Response'],
  ['Antwort', 'Offene Antwort'],
  ['Réponse', 'Réponse libre'],
])('kinds of answers below the header of a survey are no customer: %s', (one, open) => {
  const kinds = [null, one, open, 'Phone'];
  expect(asked(kinds, ['1', '34', 'no', 'Phone'], ['2', '51', null, null])).toEqual([
    [0, 'header', 'the kinds of answers of a survey'],
  ]);
});

test('a respondent, and answers that come again, are left', () => {
  expect(asked(['1', 'Response', null, 'x'], ['2', '51', null, 'y'])).toEqual([]);
  expect(asked([null, 'Response', 'x', 'Phone'], ['2', 'Response', 'y', 'Phone'])).toEqual([]);
  expect(asked([null, 'Response', '5', 'Phone'], ['2', '51', 'y', 'Phone'])).toEqual([]);
});
