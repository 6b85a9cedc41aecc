import { columnLabel, lowerFirst, measureOf, readableName } from '../../src/core/columnNames';

describe('columnLabel', () => {
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
    ['5G', '5G'],
    ['spend.total', 'Spend total'],
    ['address.postalCode', 'Address postal code'],
    ['v1.2', 'V1.2'],
    ['spend_12M', 'Spend 12M'],
    ['last30Days', 'Last30 days'],
    ['AnzahlÄpfel', 'Anzahl äpfel'],
  ])('%s reads %s', (column, expected) => {
    expect(columnLabel(column)).toBe(expected);
  });
});

describe('inside', () => {
  it('keeps capitals inside a sentence where they belong', () => {
    expect(lowerFirst('Total spending')).toBe('total spending');
    expect(lowerFirst('PC1')).toBe('PC1');
    expect(lowerFirst('age')).toBe('age');
    expect(lowerFirst('Annual Income')).toBe('Annual Income');
    expect(lowerFirst('Preferred category: Sports')).toBe('preferred category: Sports');
    expect(lowerFirst('Größe')).toBe('Größe');
    // cspell:disable-next-line
    for (const noun of ['Spendensumme', 'Schadenaufwand', 'Storno', 'Stromverbrauch', 'Werbesperre'])
      expect(lowerFirst(noun)).toBe(noun);
  });
});

describe('measureOf', () => {
  it('finds the measure that a score is of, where it is there', () => {
    expect(measureOf('recencyScore', ['recency', 'recencyScore'])).toBe('recency');
    expect(measureOf('recency_score', ['recency', 'recency_score'])).toBe('recency');
    expect(measureOf('spending_score', ['spending_score', 'age'])).toBeUndefined();
    expect(measureOf('Score', ['Score', ''])).toBeUndefined();
    expect(measureOf('recency', ['recency', 'recencyScore'])).toBeUndefined();
  });
});

describe('readableName', () => {
  it.each([
    ['num_web_purchases', 'Num web purchases'],
    ['<b>income</b>', 'B income /b'],
    ['"Age"', 'Age'],
    ['<<>>', 'Unnamed'],
    ['', 'Unnamed'],
    ['x'.repeat(40), `X${'x'.repeat(39)}`],
    ['x'.repeat(41), `X${'x'.repeat(38)}…`],
  ])('%s reads %s', (name, expected) => expect(readableName(name)).toBe(expected));
});
