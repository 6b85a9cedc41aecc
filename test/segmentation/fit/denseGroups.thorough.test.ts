import { Random } from '../../../src/core/random';
import { Segmentation } from '../../../src/segmentation/segmentation';

/** Half circles, one within reach of the other's end. */
function moons(rows: number) {
  const random = new Random(4);
  const points = Array.from({ length: rows }, (_, i) => {
    const angle = Math.PI * random.uniform();
    const [x, y] =
      i % 2 === 0 ? [1 - Math.cos(angle), 0.5 - Math.sin(angle)] : [Math.cos(angle), Math.sin(angle)];
    return [x + random.normal(0, 0.05), y + random.normal(0, 0.05)];
  });
  return { a: points.map(([a]) => 100 * a), b: points.map(([, b]) => 100 * b) };
}

describe('groups that no compact segments show', () => {
  test('two half-moons are named, with what finds them; that finds them', () => {
    const table = moons(400);
    const { structure, structureSummary } = new Segmentation({ seed: 1 }).fit(table).judge();
    expect(structure).not.toBe('clear');
    expect(structureSummary).toMatch(
      /HDBSCAN finds 2 groups of another shape.*set the algorithm option to hdbscan/,
    );
    const again = new Segmentation({ algorithm: 'hdbscan', seed: 1 }).fit(table);
    expect(again.k).toBe(2);
    expect(again.judge().structure).not.toBe('none');
  });

  test('one half-moon is one cloud', () => {
    const { a, b } = moons(800);
    const one = { a: a.filter((_, i) => i % 2 === 0), b: b.filter((_, i) => i % 2 === 0) };
    const { structureSummary } = new Segmentation({ seed: 1 }).fit(one).judge();
    expect(structureSummary).not.toMatch(/of another shape/);
  });
});
