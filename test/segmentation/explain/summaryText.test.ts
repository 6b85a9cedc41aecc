import { summaryOf } from '../../../src/segmentation/explain/summaryText';

const profile = (segment: number, more: object = {}) =>
  ({ segment, name: ['Careful', 'Lavish'][segment], size: 3, share: 0.75, ...more }) as never;

test('one line for each segment: size, share, stability where it was measured, and the rule where there is one', () => {
  const model = {
    structureSummary: 'Clear structure.',
    profiles: [profile(0), profile(1, { size: 1, share: 0.25 })],
  };
  expect(summaryOf({ ...model, explanation: null })).toBe(
    'Clear structure.\nCareful (3 customers, 75%)\nLavish (1 customer, 25%)',
  );
  const explanation = { segments: [{ sentence: 'Income at most 50.' }], importance: [] } as never;
  expect(summaryOf({ ...model, explanation })).toBe(
    'Clear structure.\nCareful (3 customers, 75%): Income at most 50.\nLavish (1 customer, 25%)',
  );
  const measured = { ...model, profiles: [profile(0, { stability: 0.9 })], explanation: null };
  expect(summaryOf(measured)).toMatch(/^Clear structure\.\nCareful \(3 customers, 75%; stability 0\.90.*\)$/);
});
