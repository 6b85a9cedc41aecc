import { columnOf } from '../../../src/datasets/frame/columns';
import { createFrame } from '../../../src/datasets/frame/dataFrame';
import { cleanCampaign } from '../../../src/features/campaign/cleanCampaign';

test('leaves out what cannot be right, counts it, and reads the dates', () => {
  const { data, dropped } = cleanCampaign(
    createFrame({
      ID: [1, 2, 3, 4, 5],
      Income: [40_000, null, 666_666, 30_000, 40_000],
      Year_Birth: [1970, 1980, 1977, 1893, 1970],
      Dt_Customer: ['04-09-2012', '08-03-2014', '02-06-2013', '26-09-2013', '04-09-2012'],
    }),
  );
  expect(columnOf(data, 'ID')).toEqual([1]);
  expect(columnOf(data, 'Dt_Customer')).toEqual(['2012-09-04']);
  expect(dropped.map(({ rowsBefore, rowsAfter }) => [rowsBefore, rowsAfter])).toEqual([
    [5, 4],
    [4, 3],
    [3, 2],
    [2, 1],
  ]);
});
