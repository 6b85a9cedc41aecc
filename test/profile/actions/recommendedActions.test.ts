import { actionRules } from '../../../src/profile/actions/actionRules';
import { profileSegments } from '../../../src/profile/segmentProfile';
import { customersOf, households, type Kind } from '../customers';

describe('recommendAction', () => {
  const { table, labels } = households();
  const actions = profileSegments(table, labels).map(({ action }) => action);

  test('fits the household, its spending and its taste for deals', () => {
    expect(actions.map(({ rule }) => rule)).toEqual([
      'raise-mixed-baskets',
      'family-value-bundles',
      'reward-without-discounts',
      'family-deals',
    ]);
  });

  test('gives its grounds in numbers', () => {
    expect(actions[2].reason).toMatch(/^mean spending 1,\d+ versus \d+ for the others .*deals .* \(g = −/);
    for (const { reason } of actions) expect(reason).toMatch(/\d/);
  });

  test('mentions visits only where they are many', () => {
    const visits = labels.map((label, i) => (label === 1 ? 8 : 4) + (i % 3));
    const visited = profileSegments({ ...table, NumWebVisitsMonth: visits }, labels);
    expect(actions[1].action).not.toMatch(/web/);
    expect(visited[1].action.action).toMatch(/website, which they visit often/);
    expect(visited[1].action.reason).toMatch(/num web visits month/);
    expect(visited[1].action.action).not.toMatch(/buy little/);
    const purchases = labels.map((label, i) => (label === 1 ? 1 : 5) + (i % 3));
    const idle = { ...table, NumWebVisitsMonth: visits, NumWebPurchases: purchases };
    expect(profileSegments(idle, labels)[1].action.action).toMatch(/visit often but buy little from/);
  });

  test('wins back lapsed value, rewards the loyal, and lets the lost go', () => {
    const kind = (count: number, recency: number, frequency: number, monetary: number): Kind => ({
      count,
      draw: {
        Recency: [recency, recency / 4],
        Frequency: [frequency, frequency / 4],
        Monetary: [monetary, monetary / 3],
      },
    });
    const made = customersOf([
      kind(500, 250, 2, 200),
      kind(300, 20, 2, 250),
      kind(200, 15, 12, 5000),
      kind(150, 240, 11, 4500),
    ]);
    expect(profileSegments(made.table, made.labels).map(({ action }) => action.rule)).toEqual([
      'let-lapsed-go-cheaply',
      'second-purchase',
      'reward-best-customers',
      'win-back-lapsed-value',
    ]);
  });

  test('falls back on the strongest difference where no rule knows the column', () => {
    const made = customersOf([
      { count: 60, draw: { Foo: [9, 1] } },
      { count: 60, draw: { Foo: [3, 1] } },
    ]);
    const [first] = profileSegments(made.table, made.labels);
    expect(first.action).toMatchObject({
      rule: 'test-strongest-difference',
      action: 'Test one offer that builds on their key difference: far higher foo.',
    });
  });

  test('rules are short imperative sentences with names of their own', () => {
    const names = actionRules.map(({ rule }) => rule);
    expect(new Set(names).size).toBe(names.length);
    for (const { action } of actionRules.filter((rule) => typeof rule.action === 'string')) {
      expect(action).toMatch(/^[A-Z].*\.$/);
      expect((action as string).length).toBeLessThan(130);
    }
  });
});
