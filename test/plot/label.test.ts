import { axisTitle, inside, label, nameOf, unitAfter } from '../../src/plot/label';

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
  ])('%s reads %s', (column, expected) => {
    expect(label(column)).toBe(expected);
  });
});

describe('wording', () => {
  const wording = { labels: { MntWines: 'Wine' }, units: { MntWines: '€' } };

  it("prefers the caller's words and adds the unit", () => {
    expect(nameOf('MntWines', wording)).toBe('Wine');
    expect(axisTitle('MntWines', wording)).toBe('Wine (€)');
    expect(unitAfter('MntWines', wording)).toBe(' €');
    expect(axisTitle('Age', wording)).toBe('Age');
  });

  it('is not fooled by a column called like an object method', () => {
    expect(nameOf('constructor', wording)).toBe('Constructor');
  });

  it('keeps capitals inside a sentence where they belong', () => {
    expect(inside('Total spending')).toBe('total spending');
    expect(inside('PC1')).toBe('PC1');
    expect(inside('Annual Income')).toBe('Annual Income');
  });
});
