import { InputError } from '../../src/core/errors';
import { agreementHeatMap } from '../../src/plot/agreementHeatMap';
import type { Figure } from '../../src/plot/base/figure';
import { boxPlot } from '../../src/plot/boxPlot';
import { categoryBySegment } from '../../src/plot/categoryBySegment';
import { clusterIndicesPlot } from '../../src/plot/clusterIndicesPlot';
import { correlationHeatMap } from '../../src/plot/correlationHeatMap';
import { elbowPlot } from '../../src/plot/elbowPlot';
import { explainedVariancePlot } from '../../src/plot/explainedVariancePlot';
import { histogram } from '../../src/plot/histogram';
import { loadingsHeatMap } from '../../src/plot/loadingsHeatMap';
import { missingValuesPlot } from '../../src/plot/missingValuesPlot';
import { profileHeatMap } from '../../src/plot/profileHeatMap';
import { projection2d } from '../../src/plot/projection2d';
import { scatterPlot } from '../../src/plot/scatterPlot';
import { segmentScatter } from '../../src/plot/segmentScatter';
import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';
import { silhouettePlot } from '../../src/plot/silhouettePlot';

/** The finding, on one line. */
const title = ({ layout }: Figure) => (layout.title as { text: string }).text.replaceAll('<br>', ' ');
const note = ({ layout }: Figure) =>
  (layout.title as { subtitle?: { text: string } }).subtitle?.text.replaceAll('<br>', ' ');
// biome-ignore lint/suspicious/noExplicitAny: a trace's fields depend on its type
const trace = (figure: Figure, i = 0) => figure.data[i] as any;

describe('histogram', () => {
  it('claims no tail where columns are symmetric', () => {
    expect(title(histogram({ a: [1, 2, 3], b: [5, 5, 5] }))).toBe(
      'Two columns, none with a longer tail to one side',
    );
  });

  it('states median and middle half, and says how many values are missing', () => {
    const figure = histogram({ Income: [1, 2, 3, 4, 5, null, Number.NaN] }, { units: { Income: 'k€' } });
    expect(title(figure)).toBe('Income: median 3 k€, the middle half from 2 to 4');
    expect(note(figure)).toBe('Two missing values are left out.');
  });

  it('gives each whole number its own bar, gaps included', () => {
    const bars = trace(histogram({ Children: [0, 0, 1, 3] }));
    expect(bars.x).toEqual([0, 1, 2, 3]);
    expect(bars.y).toEqual([2, 1, 0, 1]);
  });

  it('counts every value once in bars of a plain width', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i * 7.3);
    const bars = trace(histogram({ Spending: values }));
    expect(bars.y.reduce((sum: number, n: number) => sum + n, 0)).toBe(1000);
    expect(bars.x[1] - bars.x[0]).toBe(1000);
    expect(bars.customdata[1]).toBe('1,000 to 2,000');
  });

  it('names the column with the longest tail among several', () => {
    const figure = histogram({ Even: [1, 2, 3, 4, 5], Spending: [1, 1, 1, 1, 100] });
    expect(title(figure)).toBe('Two columns; spending has the longest tail, to the high side (skewness 1.5)');
  });

  it('draws a constant column as one bar', () => {
    expect(trace(histogram({ Z_Revenue: [11, 11, 11] })).y).toEqual([3]);
  });

  it('refuses text, naming row and column', () => {
    expect(() => histogram({ Education: ['PhD'] as never })).toThrow(
      /column 'Education' holds 'PhD' in row 0/,
    );
  });
});

describe('boxPlot', () => {
  it('counts what lies beyond the whiskers and names the most extreme', () => {
    const figure = boxPlot({ Income: [1, 2, 3, 4, 5, 6, 7, 8, 100] });
    expect(title(figure)).toBe('Income has 1 value beyond the whiskers; the most extreme is 100');
    const box = trace(figure);
    expect([box.lowerfence, box.q1, box.median, box.q3, box.upperfence]).toEqual([[1], [3], [5], [7], [8]]);
    expect(box.x).toEqual([[100]]);
  });

  it('names the segments with lowest and highest median', () => {
    const figure = boxPlot(
      { Income: [10, 20, 90, 80] },
      { segments: [0, 0, 1, 1], segmentNames: ['Thrifty', 'Affluent'] },
    );
    expect(title(figure)).toBe('Income: the median runs from 15 (Thrifty) to 85 (Affluent)');
  });
});

describe('scatterPlot', () => {
  it.each([
    [[1, 2, 3, 4], [2, 4, 6, 8], 'Age and spending move together (r = 1.00)'],
    [[1, 2, 3, 4], [8, 6, 4, 2], 'Spending falls as age rises (r = −1.00)'],
    [[1, 2, 1, 2], [1, 1, 2, 2], 'Age and spending show no linear relation (r = 0.00)'],
    [[1, 1, 1, 1], [1, 2, 3, 4], 'Age and spending, 4 customers'],
  ])('says how %j and %j go together', (Age, Spending, expected) => {
    expect(title(scatterPlot({ Age, Spending }))).toBe(expected);
  });

  it('draws a sample of a large table and says so, with statistics of every row', () => {
    const x = Float64Array.from({ length: 100_000 }, (_, i) => i);
    const figure = scatterPlot({ x, y: x });
    expect(trace(figure).x).toHaveLength(5000);
    expect(note(figure)).toBe('A sample of 5,000 of 100,000 customers is drawn; all of them count.');
    expect(title(figure)).toContain('r = 1.00');
    expect(JSON.stringify(figure).length).toBeLessThan(100_000);
  });

  it('does not lose a small segment in the sample', () => {
    const n = 50_000;
    const x = Float64Array.from({ length: n }, (_, i) => i);
    const segments = Array.from({ length: n }, (_, i) => (i < 20 ? 1 : 0));
    expect(trace(segmentScatter({ x, y: x }, segments, { maxPoints: 500 }), 1).x).toHaveLength(20);
  });

  it('leaves out rows where either value is missing', () => {
    expect(trace(scatterPlot({ Age: [1, null, 3], Income: [1, 2, Number.NaN] })).x).toEqual([1]);
  });

  it('needs two columns of one length', () => {
    expect(() => scatterPlot({ Age: [1, 2] })).toThrow(/needs two columns; the table has 1/);
    expect(() => scatterPlot({ Age: [1, 2], Income: [1] })).toThrow(/'Income' has 1 values, 'Age' has 2/);
  });
});

describe('correlationHeatMap', () => {
  it('names the strongest pair, whatever its sign, and leaves a constant blank', () => {
    const figure = correlationHeatMap({ Age: [1, 2, 3], Visits: [6, 4, 2], Same: [5, 5, 5] });
    expect(title(figure)).toBe('Strongest pair: Visits and age (r = −1.00)');
    expect(trace(figure).z).toEqual([
      [-1, null],
      [null, null],
    ]);
  });

  it('says so when nothing goes together', () => {
    const figure = correlationHeatMap({ a: [1, 2, 1, 2], b: [1, 1, 2, 2] });
    expect(title(figure)).toBe('No linear relation anywhere: the strongest pair is B and A (r = 0.00)');
  });
});

describe('missingValuesPlot', () => {
  it('counts null, undefined, NaN and empty text, and names the worst column', () => {
    const figure = missingValuesPlot({
      Income: [1, null, undefined, Number.NaN],
      Education: ['PhD', '', 'Master', 'PhD'],
      Age: [1, 2, 3, 4],
    });
    expect(title(figure)).toBe('Two columns have missing values; income misses 3 of 4 values');
    expect(note(figure)).toBe('One other column is complete.');
    expect(trace(figure).x).toEqual([3, 1]);
    expect(trace(figure).text).toEqual(['3 (75%)', '1 (25%)']);
  });

  it('says that nothing is missing', () => {
    expect(title(missingValuesPlot({ a: [1, 2], b: [3, 4] }))).toBe(
      'No value is missing in two columns of 2 rows',
    );
  });
});

describe('elbowPlot', () => {
  const rows = [
    { k: 2, inertia: 181363.6, silhouette: 0.2969 },
    { k: 3, inertia: 106348.37, silhouette: 0.4676 },
    { k: 4, inertia: 73679.79, silhouette: 0.4932 },
    { k: 5, inertia: 44448.46, silhouette: 0.5539 },
    { k: 6, inertia: 37233.81, silhouette: 0.5398 },
  ];

  it('states where the silhouette peaks, and that inertia agrees', () => {
    expect(title(elbowPlot(rows, { knee: 5 }))).toBe(
      'Five segments: silhouette peaks at k = 5 (0.55), where inertia has its elbow',
    );
  });

  it('finds the knee as the point farthest below the line between the ends', () => {
    // Shares of the drop, less the straight line's: k = 3: 0.5205 − 0.25, k = 4: 0.7472 − 0.5, k = 5: 0.9499 − 0.75.
    expect(title(elbowPlot(rows))).toContain('the elbow is at k = 3');
  });

  it('does without silhouettes, and without an elbow', () => {
    expect(title(elbowPlot(rows.map(({ k, inertia }) => ({ k, inertia }))))).toBe('The elbow is at k = 3');
    expect(
      title(
        elbowPlot([
          { k: 1, inertia: 3 },
          { k: 2, inertia: 2 },
          { k: 3, inertia: 1 },
        ]),
      ),
    ).toBe('Inertia falls without an elbow');
    expect(title(elbowPlot(rows, { knee: null }))).toMatch(/; inertia falls without an elbow$/);
  });

  it('says which k was taken when it is another', () => {
    expect(note(elbowPlot(rows, { chosen: 4 }))).toBe('k = 4 was taken.');
  });

  it('refuses one k twice', () => {
    expect(() => elbowPlot([rows[0], rows[0]])).toThrow(/k = 2 is given twice/);
  });
});

describe('clusterIndicesPlot', () => {
  it('says which index prefers which k', () => {
    const rows = [
      { k: 2, inertia: 9, silhouette: 0.5, daviesBouldin: 0.9, note: 'text is no index' },
      { k: 3, inertia: 5, silhouette: 0.4, daviesBouldin: 0.7, note: '' },
    ];
    const figure = clusterIndicesPlot(rows);
    expect(title(figure)).toBe('The indices disagree: k = 2 (Silhouette); k = 3 (Davies–Bouldin)');
  });

  it('does not say that indices disagree where most of them agree', () => {
    const rows = [2, 3, 4].map((k) => ({
      k,
      inertia: 9 - k,
      silhouette: k / 9,
      calinskiHarabasz: k,
      gap: 1 / k,
    }));
    const figure = clusterIndicesPlot(rows, { preferredBy: { elbow: 4, gap: 2 } });
    expect(title(figure)).toMatch(/^3 of 4 indices prefer k = 4; Gap statistic k = 2$/);
  });

  it('marks what a finer rule prefers, the elbow on the inertia', () => {
    const rows = [
      { k: 2, inertia: 9, gap: 0.5 },
      { k: 3, inertia: 5, gap: 0.6 },
    ];
    const figure = clusterIndicesPlot(rows, { preferredBy: { gap: 1, elbow: 3 } });
    expect(title(figure)).toBe('The indices disagree: k = 1 (Gap statistic); k = 3 (Inertia)');
    expect(figure.data.map(({ name }) => name)).toEqual(['Inertia', 'Best Inertia', 'Gap statistic']);
  });

  it('takes an index of its own with the end that is good', () => {
    const rows = [
      { k: 2, bic: 10 },
      { k: 3, bic: 4 },
    ];
    expect(title(clusterIndicesPlot(rows, { better: { bic: 'lower' }, labels: { bic: 'BIC' } }))).toBe(
      'k = 3 is best by BIC',
    );
  });
});

describe('silhouettePlot', () => {
  it('states the mean, the share that sits astray, and the weakest segment', () => {
    const figure = silhouettePlot([0.8, 0.6, 0.4, -0.2, 0.99], [0, 0, 1, 1, -1]);
    expect(title(figure)).toBe(
      'Mean silhouette 0.40; 25% of customers sit nearer another segment; weakest: Segment 2 (0.10)',
    );
  });

  it('keeps a band small, however many customers', () => {
    const n = 20_000;
    const figure = silhouettePlot(new Float64Array(n).fill(0.5), new Int32Array(n));
    expect(trace(figure).x.length).toBeLessThanOrEqual(302);
    expect(trace(figure).y.at(-1)).toBe(n);
  });

  it('refuses what is no silhouette', () => {
    expect(() => silhouettePlot([0.5, 1.5], [0, 1])).toThrow(/the silhouette in row 1 is 1.5/);
  });
});

describe('explainedVariancePlot', () => {
  it('says how many components are enough', () => {
    expect(title(explainedVariancePlot([0.5, 0.3, 0.2]))).toBe('Two components hold 80% of the variance');
    expect(title(explainedVariancePlot([0.9, 0.1]))).toBe('One component holds 90% of the variance');
    expect(title(explainedVariancePlot([0.3, 0.2]))).toBe(
      'Two components hold 50% of the variance, less than the 80% asked for',
    );
  });
});

describe('loadingsHeatMap', () => {
  it('names the feature that leads each component, with its sign', () => {
    const figure = loadingsHeatMap(
      [
        [0.9, 0.1],
        [0.2, -0.8],
      ],
      { columns: ['Total_Spending', 'Age'], explainedVarianceRatio: [0.7, 0.3] },
    );
    expect(title(figure)).toBe('PC1 is led by total spending (0.90); PC2 by age (−0.80)');
    expect(trace(figure).x).toEqual(['PC1 (70%)', 'PC2 (30%)']);
  });
});

describe('projections', () => {
  it('state the segments and the variance they are seen in', () => {
    const figure = projection2d(
      [
        [0, 1],
        [1, 0],
        [5, 5],
      ],
      [0, 1, -1],
      { explainedVarianceRatio: [0.5, 0.25] },
    );
    expect(title(figure)).toBe('Two segments in two components that hold 75% of the variance');
    expect(figure.layout.xaxis?.title).toEqual({ text: 'PC1 (50%)' });
  });

  it('refuse scores with too few components, and labels that do not fit', () => {
    expect(() => projection2d([[1], [2]], [0, 1])).toThrow(/scores have 1 columns/);
    expect(() => projection2d([[1, 2]], [0, 1])).toThrow(/`segments` has 2 labels for 1 rows/);
    expect(() => projection2d([[1, 2]], [0.5])).toThrow(InputError);
  });
});

describe('segmentScatter', () => {
  it('is spending against income where the table has them, and states the range of medians', () => {
    const figure = segmentScatter(
      { Age: [1, 2, 3], Total_Spending: [60, 100, 1200], Income: [30, 40, 75] },
      [0, 0, 1],
      { segmentNames: ['Young', 'Affluent'] },
    );
    expect(title(figure)).toBe('Median total spending runs from 80 (Young) to 1,200 (Affluent)');
    expect(figure.layout.xaxis?.title).toEqual({ text: 'Income' });
  });
});

describe('segmentSizesPlot', () => {
  it('states the largest and the smallest', () => {
    const figure = segmentSizesPlot([0, 0, 0, 1, -1], { segmentNames: ['Regulars', 'Newcomers'] });
    expect(title(figure)).toBe('Largest segment: Regulars (60% of 5 customers); smallest: Newcomers (20%)');
    expect(trace(figure).text).toEqual(['3 (60%)', '1 (20%)', '1 (20%)']);
  });

  it('calls none of several of one size the largest or the smallest', () => {
    const titleOf = (labels: number[]) => title(segmentSizesPlot(labels, { segmentNames: ['A', 'B', 'C'] }));
    expect(titleOf([0, 1, 2, 0, 1, 2])).toBe('Each of 3 segments holds 33% of 6 customers');
    expect(titleOf([0, 0, 1, 1, 2])).toBe(
      'No segment is larger than A (40% of 5 customers); smallest: C (20%)',
    );
    expect(titleOf([0, 0, 1, 2])).toBe(
      'Largest segment: A (50% of 4 customers); none is smaller than C (25%)',
    );
  });
});

describe('profileHeatMap', () => {
  it('writes means in original units and colors standard deviations', () => {
    const figure = profileHeatMap({ Income: [10, 10, 30, 30], Same: [5, 5, 5, 5] }, [0, 0, 1, 1]);
    expect(trace(figure).z).toEqual([
      [-1, 1],
      [0, 0],
    ]);
    expect(trace(figure).text[0]).toEqual(['10.0', '30.0']);
    expect(title(figure)).toBe('Largest difference: Segment 1, income 1.0 standard deviations below average');
  });
});

describe('categoryBySegment', () => {
  test('no two of many categories look alike', () => {
    const kind = Array.from({ length: 60 }, (_, i) => `Kind ${String.fromCharCode(65 + (i % 12))}`);
    const { data } = categoryBySegment(
      { kind },
      kind.map((_, i) => i % 2),
    );
    const looks = data.map((trace) => {
      const { color, pattern } = (trace as { marker: Record<string, unknown> }).marker;
      return JSON.stringify([color, pattern]);
    });
    expect(looks).toHaveLength(12);
    expect(new Set(looks).size).toBe(12);
    // the color stays behind the pattern
    for (const look of looks.slice(9)) expect(look).toContain('overlay');
  });

  test('bands stand by their lower bound, words by frequency', () => {
    const drawn = (band: string[]) =>
      categoryBySegment(
        { band },
        band.map((_, i) => i % 2),
      ).data.map(({ name }) => name);
    expect(drawn(['60+', '9–17', '60+', '18–29', '60+', '9–17'])).toEqual(['9–17', '18–29', '60+']);
    expect(drawn(['b', 'a', 'b', '60+', 'b', 'a'])).toEqual(['b', 'a', '60+']);
  });

  it('states the mean where categories are numbers, in order', () => {
    const figure = categoryBySegment({ Promotions: [3, 0, 1, 1] }, [0, 0, 1, 1]);
    expect(title(figure)).toBe('Promotions: mean 1.50 in Segment 1, 1.00 in Segment 2');
    expect(figure.data.map(({ name }) => name)).toEqual(['0', '1', '3']);
  });

  it('states the category that differs most where they are words', () => {
    const figure = categoryBySegment({ Gender: ['F', 'F', 'F', 'M'] }, [0, 0, 1, 1]);
    expect(title(figure)).toBe('Gender differs most in ‘F’: 100% of Segment 1, 50% of Segment 2');
  });

  it('says what is so where all customers share one value, or no share differs', () => {
    const titleOf = (column: unknown[]) => title(categoryBySegment({ Gender: column }, [0, 0, 1, 1]));
    expect(titleOf(['F', 'F', 'F', 'F'])).toBe('Every customer is ‘F’ in gender');
    expect(titleOf(['F', '', 'F', 'F'])).toBe('Every customer with a value is ‘F’ in gender');
    expect(titleOf([0, 0, 0, 0])).toBe('Every customer is ‘0’ in gender');
    expect(titleOf(['F', 'M', 'M', 'F'])).toBe('Gender does not differ between segments');
    expect(titleOf([1, 2, 2, 1])).toBe('Gender has the same mean in every segment (1.50)');
  });

  it('leaves missing values out of the shares', () => {
    const figure = categoryBySegment({ Gender: ['F', '', 'M', 'M'] }, [0, 0, 1, 1], {
      arrangement: 'grouped',
    });
    expect(trace(figure).y).toEqual([0, 1]);
  });

  it('refuses a column with too many different values', () => {
    const ids = Array.from({ length: 21 }, (_, i) => `id ${i}`);
    expect(() => categoryBySegment({ ID: ids }, new Int32Array(21))).toThrow(/21 different values/);
  });
});

describe('agreementHeatMap', () => {
  it('is perfect for the same partition under other numbers, partners on the diagonal', () => {
    const figure = agreementHeatMap([0, 0, 1, 1, 2], [2, 2, 0, 0, 1], { methods: ['K-means', 'Ward'] });
    expect(title(figure)).toBe(
      'K-means and Ward put 100% of customers into partner segments (adjusted Rand index 1.00)',
    );
    expect(trace(figure).z).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('states the adjusted Rand index worked out by hand', () => {
    const figure = agreementHeatMap([0, 0, 0, 1, 1], [0, 0, 1, 1, 1]);
    // Pairs together in both 1 + 1, in the first 3 + 1, in the second 1 + 3; by chance 4 · 4 / 10: 0.4 / 2.4.
    expect(title(figure)).toContain('80% of customers');
    expect(title(figure)).toContain('adjusted Rand index 0.17');
  });

  it('pairs fewer columns than rows without losing a partner', () => {
    const figure = agreementHeatMap([0, 1, 1, 2, 2, 2], [0, 0, 0, 1, 1, 1]);
    expect(title(figure)).toContain('83% of customers');
  });

  it('refuses labels of different customers', () => {
    expect(() => agreementHeatMap([0, 1], [0])).toThrow(/2 labels and Second 1/);
  });
});
