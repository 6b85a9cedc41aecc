import { logs, paidBy } from '../log';

const { analyze } = logs();

async function paid(lines: readonly string[], options = {}) {
  return paidBy(await analyze(lines, options));
}

test('a total on every line of an order counts once', async () => {
  const lines = [
    'order id,customer,date,item,quantity,price,order total',
    '1,ann,2024-01-05,cup,2,10,35',
    '1,ann,2024-01-05,mug,1,15,35',
    '2,bob,2024-01-06,cup,1,10,10',
    '3,bob,2024-01-07,cup,2,10,28',
    '3,bob,2024-01-07,pen,4,2,28',
  ];
  expect(await paid(lines)).toEqual({ bob: 38, ann: 35 });
});

test('a total on the first line alone counts once, even where that line is a gift', async () => {
  const lines = [
    'order id,customer,date,item,quantity,price,total',
    '1,ann,2024-01-05,sticker,1,0,35',
    '1,ann,2024-01-05,mug,1,35,',
    '2,bob,2024-01-06,cup,1,10,10',
  ];
  expect(await paid(lines)).toEqual({ ann: 35, bob: 10 });
});

test('amounts of lines that happen to be the same are added up', async () => {
  const lines = [
    'order id,customer,date,item,quantity,price,amount',
    '1,ann,2024-01-05,cup,2,10,20',
    '1,ann,2024-01-05,mug,1,20,20',
    '2,bob,2024-01-06,cup,1,10,10',
  ];
  expect(await paid(lines)).toEqual({ ann: 40, bob: 10 });
});

test('where nothing tells line from order, it is asked, and both answers work', async () => {
  const lines = [
    'order id,customer,date,item,amount',
    '1,ann,2024-01-05,cup,20',
    '1,ann,2024-01-05,mug,20',
    '2,bob,2024-01-06,cup,10',
  ];
  await expect(paid(lines)).rejects.toThrow(
    "is the same on all lines of each order (1 order of several lines): it may be the amount of a line or of the whole order; give `amountPer`: 'line' or 'order'",
  );
  expect(await paid(lines, { amountPer: 'line' })).toEqual({ ann: 40, bob: 10 });
  expect(await paid(lines, { amountPer: 'order' })).toEqual({ ann: 20, bob: 10 });
});

test('customer, day and status on the first line of an order hold for its further lines', async () => {
  const lines = [
    'order id,customer,date,quantity,price,status',
    '1,ann,2024-01-05,2,10,paid',
    '1,,,1,15,',
    '2,bob,2024-01-06,1,10,failed',
    '2,,,1,20,',
    '3,bob,2024-01-07,1,3,paid',
  ];
  expect(await paid(lines)).toEqual({ ann: 35, bob: 3 });
});

test('a receipt number that comes again on another day is that of another order', async () => {
  const lines = [
    'receipt,customer,date,amount',
    '1,ann,2024-01-05,10',
    '1,,2024-01-06,20',
    '2,bob,2024-01-06,7',
  ];
  expect(await paid(lines)).toEqual({ ann: 10, bob: 7 });
});

test('the step that completes lines counts those that it completes', async () => {
  const lines = [
    'order id,customer,date,quantity,price',
    '1,ann,2024-01-05,2,10',
    '1,,2024-01-05,1,15',
    '2,,2024-01-06,1,10',
    '2,,2024-01-06,1,12',
    '3,,2024-01-07,1,9',
    '4,bob,2024-01-08,1,7',
  ];
  const { steps } = await analyze(lines);
  const [completed, dropped] = steps.map(({ name, concerned, rowsAfter }) => [name, concerned, rowsAfter]);
  expect([completed, dropped]).toEqual([
    ['Further lines of an order get what stands on its first', 1, 6],
    ['Drop rows without a customer', 3, 3],
  ]);
});
