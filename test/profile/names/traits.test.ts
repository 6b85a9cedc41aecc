import type { NumericFeature } from '../../../src/profile/features/featureProfile';
import { isMixed } from '../../../src/profile/names/traits';

/** Spending of a segment among everyone: quartiles 97 and 1007, the middle third from 140 to 779. */
function spending([q1, median, q3]: [number, number, number], standardized: number): NumericFeature {
  const everyone = { q1: 97, median: 344, q3: 1007, lowerThird: 140, upperThird: 779 };
  const segment = { count: 200, q1, median, q3 };
  return { kind: 'numeric', segment, everyone, effect: { standardized, standsOut: true } } as NumericFeature;
}

test('spending is mixed where a wide middle half lies around a median in the middle', () => {
  expect(isMixed(spending([324, 677, 1008], 0.2))).toBe(true);
  expect(isMixed(spending([324, 677, 1008], 0.58))).toBe(true);
});

test('spending is not mixed where it is narrow, high, low or largely different', () => {
  expect(isMixed(spending([600, 677, 800], 0.2))).toBe(false);
  expect(isMixed(spending([324, 780, 1208], 0.58))).toBe(false);
  expect(isMixed(spending([40, 139, 600], -0.58))).toBe(false);
  expect(isMixed(spending([324, 677, 1008], 0.81))).toBe(false);
});
