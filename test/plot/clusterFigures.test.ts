import { Matrix } from '../../src/core/matrix';
import type { Figure } from '../../src/plot/base/figure';
import { segmentColor } from '../../src/plot/base/palette';
import { clusteringsSideBySide } from '../../src/plot/clusteringsSideBySide';
import { histogram } from '../../src/plot/histogram';
import { kDistancePlot } from '../../src/plot/kDistancePlot';
import { profileLines } from '../../src/plot/profileLines';
import { scatterPlot } from '../../src/plot/scatterPlot';
import { segmentScatter } from '../../src/plot/segmentScatter';

const title = ({ layout }: Figure) => (layout.title as { text: string }).text.replaceAll('<br>', ' ');
// biome-ignore lint/suspicious/noExplicitAny: a trace's fields depend on its type
const trace = (figure: Figure, i = 0) => figure.data[i] as any;

describe('kDistancePlot', () => {
  it('sorts the distances and says how many customers have enough neighbors', () => {
    const figure = kDistancePlot({ distances: [3, 1, 2, 9], suggestedEps: 2, minSamples: 4 });
    expect(trace(figure).y).toEqual([1, 2, 3, 9]);
    expect(title(figure)).toBe('eps = 2: 50% of customers have 4 customers that near, themselves included');
  });

  it('stays small for many customers and keeps the largest distance', () => {
    const distances = Float64Array.from({ length: 50_000 }, (_, i) => i);
    const { y } = trace(kDistancePlot({ distances, suggestedEps: 9, minSamples: 5 }));
    expect(y).toHaveLength(1000);
    expect(y.at(-1)).toBe(49_999);
  });

  it('refuses a negative distance', () => {
    expect(() => kDistancePlot({ distances: [1, -1], suggestedEps: 1, minSamples: 2 })).toThrow(
      /`distances\[1\]` is -1/,
    );
  });
});

describe('clusteringsSideBySide', () => {
  const points = [
    [0, 0],
    [0, 1],
    [5, 5],
    [5, 6],
    [9, 0],
  ];

  it('gives partners one color whatever their numbers, noise gray, and a lone segment a color of its own', () => {
    const figure = clusteringsSideBySide(points, {
      First: [0, 0, 1, 1, 1],
      Second: [1, 1, 0, 0, 2],
      Third: [0, 0, 1, 1, -1],
    });
    const colors = figure.data.map((one) => {
      const { xaxis, name, marker } = one as { xaxis: string; name: string; marker: { color: string } };
      return `${xaxis} ${name} ${[0, 1, 2, -1].find((index) => segmentColor(index) === marker.color)}`;
    });
    expect(colors).toEqual([
      'x Segment 1 0',
      'x Segment 2 1',
      'x2 Segment 1 1',
      'x2 Segment 2 0',
      'x2 Segment 3 2',
      'x3 Segment 1 0',
      'x3 Segment 2 1',
      'x3 Noise -1',
    ]);
    expect(title(figure)).toBe('Second and Third agree entirely; Third calls 20% noise');
  });

  it('says that two ways agree entirely', () => {
    const figure = clusteringsSideBySide(points, { A: [0, 0, 1, 1, 1], B: [1, 1, 0, 0, 0] });
    expect(title(figure)).toBe('A and B agree entirely');
  });

  it('draws one way alone', () => {
    expect(title(clusteringsSideBySide(points, { DBSCAN: [0, 0, 1, 1, -1] }))).toBe(
      'DBSCAN finds two segments and calls 20% of customers noise',
    );
  });

  it('names the way whose labels do not fit', () => {
    expect(() => clusteringsSideBySide(points, { Ward: [0, 1] })).toThrow(/`Ward` has 2 labels for 5 rows/);
    expect(() => clusteringsSideBySide([[1], [2]], { Ward: [0, 1] })).toThrow(/points have 1 columns/);
    expect(() => clusteringsSideBySide(points, {})).toThrow(/`clusterings` is empty/);
  });
});

describe('segmentScatter with centers', () => {
  const table = { Income: [10, 20, 70, 90], Score: [1, 3, 80, 90] };
  const segments = [0, 0, 1, 1];

  it('marks and names the centers given, instead of medians', () => {
    const figure = segmentScatter(table, segments, {
      centers: [
        [15, 2],
        [80, 85],
      ],
      segmentNames: ['Careful', 'Carefree'],
    });
    expect(trace(figure, 3)).toMatchObject({ x: [80], y: [85], text: ['Carefree'], mode: 'markers+text' });
    expect(title(figure)).toBe('From center to center, score runs from 2 (Careful) to 85 (Carefree)');
  });

  it('finds the columns of named centers, in any order', () => {
    const figure = segmentScatter(table, segments, {
      centers: Matrix.fromRows(
        [
          [2, 30, 15],
          [85, 40, 80],
        ],
        ['Score', 'Age', 'Income'],
      ),
    });
    expect(trace(figure, 2)).toMatchObject({ x: [15], y: [2] });
  });

  it('refuses centers that do not fit', () => {
    expect(() => segmentScatter(table, segments, { centers: [[1, 2]] })).toThrow(/there are 1 centers/);
    expect(() => segmentScatter(table, segments, { centers: [[1, 2, 3]] })).toThrow(
      /3 columns, not all named/,
    );
  });
});

describe('profileLines', () => {
  it('measures means in standard deviations and names the feature that differs most', () => {
    const figure = profileLines({ Income: [10, 10, 30, 30], Age: [20, 40, 20, 40] }, [0, 0, 1, 1]);
    expect(trace(figure).x).toEqual([-1, 0]);
    expect(trace(figure, 1).x).toEqual([1, 0]);
    expect(title(figure)).toBe('Largest gap: income, 2.0 standard deviations from Segment 1 to Segment 2');
  });

  it('does not draw noise', () => {
    expect(profileLines({ a: [1, 2, 3], b: [1, 2, 3] }, [0, 1, -1]).data).toHaveLength(2);
  });
});

describe('logarithmic axes', () => {
  it('give histograms bars that are equally wide as multiples', () => {
    const { x, width, y } = trace(
      histogram({ spent: [1, 10, 10, 100] }, { logarithmic: ['spent'], bins: 2 }),
    );
    expect(x).toEqual([5.5, 55]);
    expect(width).toEqual([9, 90]);
    expect(y).toEqual([1, 3]);
  });

  it('keep the bars of a constant', () => {
    expect(trace(histogram({ spent: [5, 5] }, { logarithmic: ['spent'] })).y).toEqual([2]);
  });

  it('correlate logarithms, and say so', () => {
    const table = { visits: [1, 10, 100], spent: [2, 20, 200] };
    expect(title(scatterPlot(table, { logarithmic: ['visits', 'spent'] }))).toContain(
      '(r = 1.00 on these axes)',
    );
    const line = trace(scatterPlot(table, { logarithmic: ['visits', 'spent'] }), 1);
    expect(line.x).toEqual([1, 100]);
    expect(line.y[0]).toBeCloseTo(2);
    expect(line.y[1]).toBeCloseTo(200);
  });

  it('refuse values that have no logarithm, and columns that are not drawn', () => {
    expect(() => histogram({ spent: [0, 1] }, { logarithmic: ['spent'] })).toThrow(
      /column 'spent' holds 0; a logarithmic axis needs values above 0/,
    );
    expect(() => scatterPlot({ a: [1, 2], b: [1, 2], c: [1, 2] }, { logarithmic: ['c'] })).toThrow(
      /names 'c'; the columns drawn are a, b/,
    );
  });
});
