import { caseFiles } from './rfmOf';

const { file, lines } = caseFiles('03-mostly-one-purchase');

test('equal customers get equal scores, whatever row they stand in', async () => {
  const [one, other] = [await file('purchases.csv'), await file('purchases_shuffled.csv')];
  const { customers, revenue, asOf } = one;
  expect({ revenue, asOf }).toEqual({ revenue: 1176.05, asOf: '2024-06-28' });
  const scores = (times: number) =>
    new Set(customers.frequencyScore.filter((_, i) => customers.frequency[i] === times));
  expect([1, 2, 4, 9].map((times) => [...scores(times)])).toEqual([[1], [4], [5], [5]]);
  const small = customers.monetaryScore.filter((_, i) => customers.monetary[i] === 19.9);
  expect(small).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(other.customers).toEqual(one.customers);
  expect(other.segments).toEqual(one.segments);
});

test('where all bought once for the same, a sentence says that two scores distinguish nobody', async () => {
  const { customers, detected } = await file('all_once.csv');
  const byName = [...customers.customer.keys()].sort((a, b) =>
    String(customers.customer[a]) < String(customers.customer[b]) ? -1 : 1,
  );
  expect(byName.map((row) => customers.recencyScore[row])).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
  expect(new Set([...customers.frequencyScore, ...customers.monetaryScore])).toEqual(new Set([1]));
  expect(detected).toContain(
    'all customers have the same frequency and the same monetary value: these scores distinguish nobody, and segments rest on recency alone',
  );
});

test('all bought on one day', async () => {
  const { detected } = await lines([
    'customer,order id,date,amount',
    'a,1,2024-01-05,10',
    'a,2,2024-01-05,10',
    'b,3,2024-01-05,20',
  ]);
  expect(detected.join('\n')).toMatch(
    /all customers have the same recency .*distinguish nobody, and segments rest on frequency alone/,
  );
});

test('all bought on one day, once, for the same', async () => {
  const { detected } = await lines([
    'customer,order id,date,amount',
    'a,1,2024-01-05,10',
    'b,2,2024-01-05,10',
  ]);
  expect(detected.join('\n')).toContain('and all are in one segment');
});

test('one customer only', async () => {
  const { detected, by } = await lines([
    'customer,order id,date,amount',
    'a,1,2024-01-05,10',
    'a,2,2024-02-05,10',
  ]);
  expect(by).toEqual({ a: '1 2 20.00 511' });
  expect(detected).toContain('there is only one customer, and scores compare customers with each other');
});
