import { HDBSCAN } from '../../../src/cluster/density/hdbscan';
import { Random } from '../../../src/core/random';
import { adjustedRand } from '../../../src/evaluate/stability/adjustedRand';
import { buildReport } from '../../../src/report/buildReport';
import type { SegmentationOptions } from '../../../src/segmentation/options';
import { segmentsTable } from '../../../src/segmentation/score/scoredTable';
import { Segmentation } from '../../../src/segmentation/segmentation';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';

/** Two half-moons, and a few customers far from both. */
function moons(rows: number, seed = 1): { a: number[]; b: number[] } {
  const random = new Random(seed);
  const points = Array.from({ length: rows }, (_, i) => {
    if (i % 80 === 79) return [6 * random.uniform() - 2.5, 3 + random.uniform()];
    const angle = Math.PI * random.uniform();
    const [x, y] = i % 2 ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + random.normal(0, 0.06), y + random.normal(0, 0.06)];
  });
  return { a: points.map(([x]) => x), b: points.map(([, y]) => y) };
}

const segmented = (options: SegmentationOptions = {}, table = moons(400)) =>
  new Segmentation({ algorithm: 'hdbscan', columns: ['a', 'b'], ...options }).fit(table);

describe('half-moons', () => {
  const table = moons(400);
  const model = segmented({}, table);

  test('are two segments, and who is far from both is in none', () => {
    expect(model.k).toBe(2);
    const truth = table.a.map((_, i) => (i % 80 === 79 ? -1 : i % 2));
    expect(adjustedRand(truth, model.labels!)).toBeGreaterThan(0.98);
    expect(model.found.minClusterSize).toBe(8);
  });

  test('are those of the clusterer, and come back from a model file with their memberships', () => {
    const own = new HDBSCAN({ minClusterSize: 8, minSamples: 5 }).fit(model.space!);
    expect(model.labels).toEqual(own.labels);
    const restored = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(model)));
    const { labels, membership } = restored.predict(table);
    expect(labels).toEqual(model.labels);
    const apart = membership!.map((value, row) => Math.abs(value - own.probabilities[row]));
    expect(Math.max(...apart)).toBeLessThan(0.05);
  });

  test('are clear, though not round', () => {
    expect(model.structure).not.toBe('none');
    expect(model.structureSummary).toMatch(/dense groups|there are groups/);
  });

  test('are in the table of customers with their memberships', () => {
    const written = segmentsTable(model, { table, rows: 400 });
    expect(Object.keys(written)).toEqual(expect.arrayContaining(['margin', 'membership', 'agreement']));
    const { membership } = model.predict(table);
    model.labels!.forEach((label, row) => {
      if (label < 0) expect(written.membership[row]).toBe(0);
      else if (written.membership[row] !== null)
        expect(written.membership[row]).toBeCloseTo(membership![row], 3);
    });
  });

  test('hold in other customers', () => {
    const { labels } = model.predict(moons(300, 2));
    expect(
      adjustedRand(
        labels,
        Array.from({ length: 300 }, (_, i) => (i % 80 === 79 ? -1 : i % 2)),
      ),
    ).toBeGreaterThan(0.95);
  });

  test('reach the report', () => {
    const text = JSON.stringify(buildReport(model));
    expect(text).toContain('Customers were grouped by HDBSCAN');
    expect(text).toContain('each of at least 8 customers');
    expect(text).toContain('The number of segments follows from the density');
  });
});

test('takes its options', () => {
  expect(segmented({ minClusterSize: 300 }).k).toBe(0);
  expect(segmented({ clusterSelection: 'leaf' }).k).toBeGreaterThan(2);
  expect(segmented({ clusterSelection: 'leaf', clusterSelectionEpsilon: 0.6 }).k).toBe(2);
  expect(segmented({ minClusterSize: 300, allowSingleCluster: true }).k).toBe(1);
  expect(() => segmented({ k: 3 })).toThrow("'hdbscan' finds its own number of segments");
});

test('of many customers a share is kept, of every segment, which is said', () => {
  const table = moons(14_000);
  const model = segmented({}, table);
  const { rule } = JSON.parse(JSON.stringify(model)) as { rule: { rows: number[][] } };
  expect(model.found.kept).toBe(rule.rows.length);
  expect(rule.rows.length).toBeLessThanOrEqual(12_100);
  expect(model.warnings.join(' ')).toContain('New customers are compared with 12,000 customers (86%)');
  const { labels } = model.predict(table);
  expect(adjustedRand(labels, model.labels!)).toBeGreaterThan(0.99);
});

test('the order of customers moves nothing', () => {
  const table = moons(200);
  const order = new Random(5).sample(200, 200);
  const moved = { a: Array.from(order, (row) => table.a[row]), b: Array.from(order, (row) => table.b[row]) };
  const [here, there] = [segmented({}, table), segmented({}, moved)];
  expect(there.sizes).toEqual(here.sizes);
  expect(Array.from(there.labels!)).toEqual(Array.from(order, (row) => here.labels![row]));
});
