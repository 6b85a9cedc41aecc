import {
  chooseCustomer,
  customerCandidates,
  customerNames,
  moreByName,
} from '../../../src/features/rfm/customerChoice';

test('numbers and addresses of who buys are candidates, not names, cashiers, sellers or who is paid', () => {
  const names = [
    'Customer ID',
    'Customer Name',
    'Email',
    'User ID',
    'Seller Email',
    'To Email Address',
    'Order ID',
  ];
  expect(customerCandidates(names, 'Email')).toEqual(['Email', 'Customer ID']);
  expect(customerCandidates(['Customer', 'Cashier No', 'Total'], 'Customer')).toEqual(['Customer']);
});

const of = (name: string, known: number, distinct: number) => ({ name, known, distinct });

test('an address that is empty leaves it to the number that is there', () => {
  const { name, reason } = chooseCustomer([of('email', 40, 30), of('id', 100, 60)], {
    rows: 100,
    orders: 100,
  });
  expect(name).toBe('id');
  expect(reason).toBe("customer is in column 'id', which is known in 60 rows more than 'email'");
});

test('a few rows more are no reason to leave the first choice', () => {
  const counts = [of('id', 97, 60), of('email', 100, 60)];
  expect(chooseCustomer(counts, { rows: 100, orders: 100 })).toEqual({ name: 'id' });
});

test('a number that is new in every order is that of the order, where another repeats', () => {
  const counts = [of('customer_id', 100, 100), of('customer_unique_id', 100, 90)];
  expect(chooseCustomer(counts, { rows: 100, orders: 100 })).toMatchObject({ name: 'customer_unique_id' });
  expect(chooseCustomer([of('id', 100, 90), of('other', 100, 70)], { rows: 100, orders: 100 }).name).toBe(
    'id',
  );
  expect(chooseCustomer([of('id', 100, 100), of('shop', 100, 1)], { rows: 100, orders: 100 }).name).toBe(
    'id',
  );
});

test('names that know more customers are told, and not taken', () => {
  expect(customerNames(['Email', 'Contact Name', 'Billing Name', 'Item Name'], ['Email'])).toEqual([
    ...['Contact Name', 'Billing Name'],
  ]);
  expect(moreByName(of('Email', 40, 30), [of('Billing Name', 90, 70)], 100)).toEqual([
    "'Billing Name' names somebody in 50 rows more than 'Email': name it as the customer if no two customers have the same name",
  ]);
  expect(moreByName(of('Email', 89, 30), [of('Billing Name', 90, 70)], 100)).toEqual([]);
});
