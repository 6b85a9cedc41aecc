import { axisTitle, nameOf, unitAfter } from '../../src/plot/label';

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
});
