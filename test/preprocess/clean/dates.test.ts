import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { parseDates } from '../../../src/preprocess/clean/dates';
import { describePublished } from '../../datasets/catalog/published';
import { run } from '../steps';

const format = 'dd-MM-yyyy';

test('day-month dates become ISO dates; missing stays missing', () => {
  const frame = createFrame({ joined: ['04-09-2012', null, '29-02-2012'] });
  const { data, record } = run(frame, (table) => parseDates(table, 'joined', { format }));
  expect(columnOf(data, 'joined')).toEqual(['2012-09-04', null, '2012-02-29']);
  expect(record.changes).toEqual([
    { column: 'joined', what: 'read as dates in the format dd-MM-yyyy: 2012-02-29 to 2012-09-04', count: 2 },
  ]);
});

test('a format with a time keeps the time', () => {
  const frame = createFrame({ time: ['12/1/2010 8:26'] });
  const { data } = run(frame, (table) => parseDates(table, 'time', { format: 'M/d/yyyy H:mm' }));
  expect(columnOf(data, 'time')).toEqual(['2010-12-01T08:26:00']);
});

test.each(['31-02-2012', '2012-09-04', '4-9-2012', '04-09-12', '13-13-2012', 'soon', ''])(
  'refuses %p, naming row and value',
  (wrong) => {
    const frame = createFrame({ joined: ['04-09-2012', wrong] });
    expect(() => parseDates(frame, 'joined', { format })).toThrow(
      `column 'joined' holds '${wrong}' in row 1, which isn't a date in the format dd-MM-yyyy`,
    );
  },
);

test('a format that makes no sense is refused', () => {
  const frame = createFrame({ joined: ['04-09-2012'] });
  expect(() => parseDates(frame, 'joined', { format: '' })).toThrow('it must be how dates are written');
  expect(() => parseDates(frame, 'joined', { format: 'DD-MM-YYYY' })).toThrow(
    "days are written dd and years yyyy here: 'dd-MM-yyyy'",
  );
  expect(() => parseDates(frame, 'joined', { format: 'dd-nn-yyyy' })).toThrow(
    "`format` 'dd-nn-yyyy' cannot be used",
  );
});

describePublished('marketing-campaign', () => {
  test('customers enrolled from July 2012 to June 2014', () => {
    const { frame, entry } = loadDataset('marketing-campaign');
    const { record } = parseDates(frame, 'Dt_Customer', { format: entry.dialect.dateFormat! });
    expect(record.changes[0]).toMatchObject({
      what: expect.stringContaining('2012-07-30 to 2014-06-29'),
      count: 2240,
    });
  });
});
