import { stabilityBand } from '../../../src/evaluate/stability/stabilityBand';

test.each([
  [1, 'highly-stable'],
  [0.85, 'highly-stable'],
  [0.849, 'highly-stable'], // it is shown as 0.85
  [0.84, 'stable'],
  [0.75, 'stable'],
  [0.74, 'pattern'],
  [0.6, 'pattern'],
  [0.59, 'unreliable'],
  [0, 'unreliable'],
])('%d is %s', (jaccard, band) => expect(stabilityBand(jaccard)).toBe(band));
