import { inside, label } from '../../src/core/columnNames';

describe('label', () => {
  it.each([
    ['Total_Spending', 'Total spending'],
    ['NumWebPurchases', 'Num web purchases'],
    ['MntWines', 'Mnt wines'],
    ['ID', 'ID'],
    ['CustomerID', 'Customer ID'],
    ['AcceptedCmp1', 'Accepted cmp1'],
    ['Annual Income (k$)', 'Annual Income (k$)'],
    ['age', 'Age'],
    ['RFMScore', 'RFM score'],
    ['AnzahlÄpfel', 'Anzahl äpfel'],
  ])('%s reads %s', (column, expected) => {
    expect(label(column)).toBe(expected);
  });
});

describe('inside', () => {
  it('keeps capitals inside a sentence where they belong', () => {
    expect(inside('Total spending')).toBe('total spending');
    expect(inside('PC1')).toBe('PC1');
    expect(inside('Annual Income')).toBe('Annual Income');
    expect(inside('Preferred category: Sports')).toBe('preferred category: Sports');
    expect(inside('Größe')).toBe('größe');
  });
});
