import { InputError } from '../../src/core/errors';
import { Random } from '../../src/core/random';
import { agreementHeatMap } from '../../src/plot/agreementHeatMap';
import type { Figure } from '../../src/plot/base/figure';
import { segmentColor } from '../../src/plot/base/palette';
import { boxPlot } from '../../src/plot/boxPlot';
import { categoryBySegment } from '../../src/plot/categoryBySegment';
import { clusterIndicesPlot } from '../../src/plot/clusterIndicesPlot';
import { clusteringsSideBySide } from '../../src/plot/clusteringsSideBySide';
import { cohortHeatMap } from '../../src/plot/cohortHeatMap';
import { correlationHeatMap } from '../../src/plot/correlationHeatMap';
import { dendrogram } from '../../src/plot/dendrogram';
import { elbowPlot } from '../../src/plot/elbowPlot';
import { explainedVariancePlot } from '../../src/plot/explainedVariancePlot';
import { histogram } from '../../src/plot/histogram';
import { kDistancePlot } from '../../src/plot/kDistancePlot';
import { type DrawnChoice, kTreePlot } from '../../src/plot/kTreePlot';
import { loadingsHeatMap } from '../../src/plot/loadingsHeatMap';
import { missingValuesPlot } from '../../src/plot/missingValuesPlot';
import { paretoCurve } from '../../src/plot/paretoCurve';
import { profileHeatMap } from '../../src/plot/profileHeatMap';
import { profileLines } from '../../src/plot/profileLines';
import { projection2d } from '../../src/plot/projection2d';
import { projection3d } from '../../src/plot/projection3d';
import { revenueByPeriod } from '../../src/plot/revenueByPeriod';
import { revenueBySegment } from '../../src/plot/revenueBySegment';
import { rfmHeatMap } from '../../src/plot/rfmHeatMap';
import { scatterPlot } from '../../src/plot/scatterPlot';
import { segmentScatter } from '../../src/plot/segmentScatter';
import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';
import { segmentTreemap } from '../../src/plot/segmentTreemap';
import { silhouettePlot } from '../../src/plot/silhouettePlot';
import { timeHeatMap } from '../../src/plot/timeHeatMap';
import { validate } from './plotly';

const n = 90;
const random = new Random(7);
const draw = (mean: number, spread: number) =>
  Float64Array.from({ length: n }, () => random.normal(mean, spread));
const table = {
  Income: draw(52_000, 20_000),
  Total_Spending: draw(600, 300),
  Age: draw(45, 12).map(Math.round),
};
table.Income[3] = Number.NaN;
const segments = Int32Array.from({ length: n }, (_, i) => (i % 10 === 9 ? -1 : i % 3));
const scores = Array.from({ length: n }, () => [random.normal(), random.normal(), random.normal()]);
const silhouettes = draw(0.3, 0.1);
const sweep = [
  { k: 2, inertia: 900, silhouette: 0.3, daviesBouldin: 1.2 },
  { k: 3, inertia: 400, silhouette: 0.5, daviesBouldin: 0.8 },
  { k: 4, inertia: 350, silhouette: 0.4, daviesBouldin: 0.9 },
];
const splitting: DrawnChoice = {
  tree: {
    levels: [
      { k: 2, sizes: [60, 40] },
      { k: 3, sizes: [40, 35, 25] },
    ],
    flows: [
      [
        [0, 35, 25],
        [40, 0, 0],
      ],
    ],
    named: { k: 2, segments: [0, 1] },
  },
  recommendation: { k: 2, reasons: [], otherKs: [3] },
  structure: { verdict: 'weak', summary: 'Weak structure.' },
};
const linkage = [
  [0, 1, 1, 2],
  [2, 3, 1.5, 2],
  [4, 6, 2, 3],
  [5, 7, 9, 5],
];

const customers = Array.from({ length: n }, (_, i) => ({
  recencyScore: 1 + (i % 5),
  frequencyScore: 1 + ((i * 7) % 5),
  monetary: 10 * (1 + i) ** 2,
}));
const cohorts = [
  { cohort: '2011-01', period: 0, customers: 90 },
  { cohort: '2011-01', period: 1, customers: 30 },
  { cohort: '2011-01', period: 2, customers: 20 },
  { cohort: '2011-02', period: 0, customers: 60 },
  { cohort: '2011-02', period: 1, customers: 25 },
];
const sales = [
  { month: '2011-01', country: 'France', revenue: 300 },
  { month: '2011-02', country: 'France', revenue: 450 },
  { month: '2011-02', country: 'Malta', revenue: 20 },
];
const worth = [
  { segment: 'Champions', customers: 10, revenue: 8000 },
  { segment: 'At risk', customers: 40, revenue: 2000 },
];
/** What no name may do: become a link, or be filled in by the hover text. */
const HOSTILE = '<a href="https://example.com">%{x}</a>';
const hostileLabels = Object.fromEntries(
  [...Object.keys(table), 'Promotions', 'Gender', 'Education', 'revenue', 'monetary', 'month', 'country'].map(
    (name) => [name, HOSTILE],
  ),
);

/** Every figure: how it is called on sound data, and how on none. */
const figures: Record<
  string,
  { make: (options?: object) => Figure; onNothing: () => Figure; bySegment?: boolean }
> = {
  histogram: {
    make: (options) => histogram(table, options),
    onNothing: () => histogram({ Income: [] }),
  },
  boxPlot: {
    make: (options) => boxPlot(table, options),
    onNothing: () => boxPlot({}),
  },
  'boxPlot by segment': {
    make: (options) => boxPlot(table, { segments, ...options }),
    onNothing: () => boxPlot(table, { segments: [] }),
    bySegment: true,
  },
  scatterPlot: {
    make: (options) => scatterPlot(table, options),
    onNothing: () => scatterPlot({ Income: [], Age: [] }),
  },
  'segmentScatter of a sample': {
    make: (options) => segmentScatter(table, segments, { maxPoints: 5, ...options }),
    onNothing: () => segmentScatter(table, [], { maxPoints: 5 }),
    bySegment: true,
  },
  correlationHeatMap: {
    make: (options) => correlationHeatMap(table, options),
    onNothing: () => correlationHeatMap({}),
  },
  missingValuesPlot: {
    make: (options) => missingValuesPlot({ ...table, Education: Array(n).fill('') }, options),
    onNothing: () => missingValuesPlot({ Income: [] }),
  },
  elbowPlot: { make: (options) => elbowPlot(sweep, options), onNothing: () => elbowPlot([]) },
  kTreePlot: {
    make: (options) => kTreePlot(splitting, options),
    onNothing: () => kTreePlot({ ...splitting, tree: { levels: [], flows: [] } }),
  },
  clusterIndicesPlot: {
    make: (options) => clusterIndicesPlot(sweep, options),
    onNothing: () => clusterIndicesPlot([]),
  },
  silhouettePlot: {
    make: (options) => silhouettePlot(silhouettes, segments, options),
    onNothing: () => silhouettePlot([], []),
    bySegment: true,
  },
  explainedVariancePlot: {
    make: (options) => explainedVariancePlot([0.5, 0.3, 0.2], options),
    onNothing: () => explainedVariancePlot([]),
  },
  loadingsHeatMap: {
    make: (options) => loadingsHeatMap(scores.slice(0, 2), options),
    onNothing: () => loadingsHeatMap([]),
  },
  projection2d: {
    make: (options) => projection2d(scores, segments, { centers: scores.slice(0, 3), ...options }),
    onNothing: () => projection2d([], []),
    bySegment: true,
  },
  projection3d: {
    make: (options) => projection3d(scores, segments, { centers: scores.slice(0, 3), ...options }),
    onNothing: () => projection3d([], []),
    bySegment: true,
  },
  segmentScatter: {
    make: (options) => segmentScatter(table, segments, options),
    onNothing: () => segmentScatter({ Income: [], Age: [] }, []),
    bySegment: true,
  },
  segmentSizesPlot: {
    make: (options) => segmentSizesPlot(segments, options),
    onNothing: () => segmentSizesPlot([]),
    bySegment: true,
  },
  profileHeatMap: {
    make: (options) => profileHeatMap(table, segments, options),
    onNothing: () => profileHeatMap({ Income: [] }, []),
  },
  'categoryBySegment, stacked': {
    make: (options) => categoryBySegment({ Promotions: table.Age.map((age) => age % 3) }, segments, options),
    onNothing: () => categoryBySegment({ Promotions: [] }, []),
  },
  'categoryBySegment, grouped': {
    make: (options) =>
      categoryBySegment({ Gender: Array.from(segments, (_, i) => (i % 4 ? 'Female' : 'Male')) }, segments, {
        arrangement: 'grouped',
        ...options,
      }),
    onNothing: () => categoryBySegment({ Gender: ['', null] }, [0, 1]),
    bySegment: true,
  },
  agreementHeatMap: {
    make: (options) =>
      agreementHeatMap(
        segments,
        segments.map((label) => Math.max(label, 0)),
        options,
      ),
    onNothing: () => agreementHeatMap([], []),
  },
  kDistancePlot: {
    make: (options) =>
      kDistancePlot({ distances: silhouettes.map(Math.abs), suggestedEps: 0.35, minSamples: 5 }, options),
    onNothing: () => kDistancePlot({ distances: [], suggestedEps: 1, minSamples: 5 }),
  },
  clusteringsSideBySide: {
    make: (options) =>
      clusteringsSideBySide(
        scores,
        { One: segments, Other: segments.map((label) => Math.max(label, 0)) },
        options,
      ),
    onNothing: () => clusteringsSideBySide([], {}),
  },
  'segmentScatter with centers, logarithmic': {
    make: (options) =>
      segmentScatter({ Income: table.Age, Age: table.Age }, segments, {
        centers: [
          [30, 30],
          [40, 50],
          [60, 60],
        ],
        logarithmic: ['Income'],
        ...options,
      }),
    onNothing: () => segmentScatter(table, [], { centers: [[1, 2]] }),
    bySegment: true,
  },
  'histogram, logarithmic': {
    make: (options) => histogram(table, { columns: ['Age'], logarithmic: ['Age'], ...options }),
    onNothing: () => histogram({ Age: [] }, { logarithmic: ['Age'] }),
  },
  'scatterPlot, logarithmic': {
    make: (options) =>
      scatterPlot(table, { x: 'Age', y: 'Total_Spending', logarithmic: ['Age'], ...options }),
    onNothing: () => scatterPlot({ Income: [], Age: [] }, { logarithmic: ['Age'] }),
  },
  profileLines: {
    make: (options) => profileLines(table, segments, options),
    onNothing: () => profileLines({ Income: [], Age: [] }, []),
    bySegment: true,
  },
  rfmHeatMap: {
    make: (options) => rfmHeatMap(customers, options),
    onNothing: () => rfmHeatMap([]),
  },
  cohortHeatMap: {
    make: (options) => cohortHeatMap(cohorts, options),
    onNothing: () => cohortHeatMap([]),
  },
  timeHeatMap: {
    make: (options) => timeHeatMap(sales, options),
    onNothing: () => timeHeatMap([]),
  },
  revenueByPeriod: {
    make: (options) => revenueByPeriod(sales.slice(0, 2), options),
    onNothing: () => revenueByPeriod({ month: [], revenue: [] }),
  },
  revenueBySegment: {
    make: (options) => revenueBySegment(worth, options),
    onNothing: () => revenueBySegment([]),
  },
  segmentTreemap: {
    make: (options) => segmentTreemap(worth, options),
    onNothing: () => segmentTreemap([]),
  },
  paretoCurve: {
    make: (options) => paretoCurve(table.Age, options),
    onNothing: () => paretoCurve([]),
  },
  dendrogram: {
    make: (options) => dendrogram(linkage, options),
    onNothing: () => dendrogram([]),
    bySegment: true,
  },
};

describe.each(Object.entries(figures))('%s', (_, { make, onNothing, bySegment }) => {
  it("passes Plotly's own validator", () => {
    expect(validate(make())).toEqual([]);
  });

  it('is plain data that survives JSON', () => {
    const figure = make();
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  it('says nothing broken to a reader', () => {
    for (const text of textsOf(make())) expect(text).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  it('has a title in lines that fit a narrow column, and an alternative text that repeats it', () => {
    const figure = make();
    const title = figure.layout.title as { text: string };
    expect(title.text.length).toBeGreaterThan(10);
    for (const line of title.text.split('<br>')) expect(line.length).toBeLessThanOrEqual(46);
    expect(figure.description).toContain(title.text.replaceAll('<br>', ' '));
  });

  it("takes the caller's title instead", () => {
    const figure = make({ title: 'My words' });
    expect((figure.layout.title as { text: string }).text).toBe('My words');
    expect(figure.description).toContain('My words');
  });

  it('shows names out of the data as they are written: no link, no field of the hover text', () => {
    const named = make({
      labels: hostileLabels,
      units: hostileLabels,
      segmentNames: [HOSTILE, HOSTILE, HOSTILE],
    });
    for (const text of textsOf(named)) {
      expect(text).not.toContain('<a');
      expect(text).not.toContain('%{x}<');
    }
  });

  it('titles every axis that its names do not explain', () => {
    expect(untitledAxes(make())).toEqual([]);
  });

  it('has a height that shows something and fits a screen', () => {
    expect(make().layout.height).toBeGreaterThan(180);
    expect(make().layout.height).toBeLessThan(1000);
  });

  it('is the same every time, and shares nothing with the last', () => {
    const first = make();
    const before = JSON.stringify(make());
    (first.layout.template as { layout: { font: object } }).layout.font = {};
    first.data.length = 0;
    expect(JSON.stringify(make())).toBe(before);
  });

  it('refuses an option that it does not have', () => {
    expect(() => make({ color: 'red' })).toThrow(/has no option `color`/);
  });

  it('refuses a value of another type for each of its options, and says what it must be', () => {
    for (const option of optionsOf(make)) {
      const refusal = refusalOf(() => make({ [option]: Symbol('odd') }));
      expect(refusal).toBeInstanceOf(InputError);
      expect(refusal).toMatchObject({ option });
      expect(refusal?.remedy?.join('')).toMatch(/^it must be .{4}/);
    }
  });

  it.each([
    ['title', 5, 5],
    ['segmentNames', 'Ada', 'Ada'],
    ['segmentNames', ['Ada', 5, 'Cleo'], 5],
    ['labels', ['Wines'], ['Wines']],
    ['labels', { Income: 5 }, 5],
    ['units', { Income: null }, null],
  ])('refuses a `%s` of %p, and names what is wrong in it', (option, given, value) => {
    expect(refusalOf(() => make({ [option]: given }))).toMatchObject({ code: 'wrong-type', option, value });
  });

  it('refuses empty data', () => {
    expect(onNothing).toThrow(InputError);
  });

  if (bySegment) {
    it('gives each segment the color that it has everywhere', () => {
      const colors = segmentColors(make());
      expect(colors.size).toBeGreaterThan(1);
      for (const [name, color] of colors) expect([name, color]).toEqual([name, expectedColor(name)]);
    });

    it('calls segments by the names given', () => {
      const named = make({ segmentNames: ['Ada', 'Bea', 'Cleo'] });
      expect(textsOf(named).join('\n')).toContain('Bea');
      expect(textsOf(named).join('\n')).not.toContain('Segment 2');
    });

    it('asks for a name for every segment', () => {
      expect(() => make({ segmentNames: ['Ada'] })).toThrow(/`segmentNames` has 1 names/);
    });
  }
});

/** The names of a figure's options, as it lists them to who names another. */
function optionsOf(make: (options: object) => Figure): readonly string[] {
  return refusalOf(() => make({ nonesuch: 1 }))!.allowed as string[];
}

function refusalOf(make: () => Figure): InputError | undefined {
  try {
    make();
  } catch (error) {
    return error as InputError;
  }
  return undefined;
}

/** Every text in a figure that a reader may see. */
function textsOf(figure: Figure): string[] {
  const texts: string[] = [figure.description];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (value && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(figure.data);
  walk({ ...figure.layout, template: undefined });
  return texts;
}

interface AnyTrace {
  type?: string;
  name?: string;
  orientation?: string;
  x?: unknown[];
  y?: unknown[];
  marker?: { color?: string | string[] };
  xaxis?: string;
  yaxis?: string;
}

/** Axes with numbers and no title; of a row of panels, the leftmost carries the title of the y axes of all. */
function untitledAxes(figure: Figure): string[] {
  const layout = figure.layout as Record<string, { title?: { text?: string } }> & {
    scene?: Record<string, { title?: { text?: string } }>;
  };
  if (layout.scene) {
    const untitled = ['xaxis', 'yaxis', 'zaxis'].filter((axis) => !layout.scene![axis]?.title?.text);
    return untitled.slice((layout.scene as { annotations?: unknown[] }).annotations?.length ?? 0);
  }
  const traces = (figure.data as AnyTrace[]).filter(({ type }) => type !== 'treemap');
  const columns = (figure.layout.grid?.columns as number) ?? 1;
  const untitled = new Set<string>();
  for (const trace of traces) {
    for (const side of ['x', 'y'] as const) {
      const suffix = (trace[`${side}axis`] ?? side).slice(1);
      const key = `${side}axis${suffix}`;
      const named = typeof trace[side]?.find((value) => value !== null) === 'string';
      const behind = side === 'y' && (Number(suffix || 1) - 1) % columns !== 0;
      if (!layout[key]?.title?.text && !named && !behind) untitled.add(key);
    }
  }
  return [...untitled];
}

function segmentColors(figure: Figure): Map<string, string> {
  const colors = new Map<string, string>();
  for (const { name, marker, y, ...trace } of figure.data as (AnyTrace & { line?: { color: string } })[]) {
    const color = marker?.color ?? trace.line?.color;
    if (Array.isArray(color))
      color.forEach((each, i) => {
        colors.set(String(y![i]), each);
      });
    else if (/^(Segment \d+|Noise)$/.test(name ?? '')) colors.set(name!, color!);
  }
  return colors;
}

function expectedColor(name: string): string {
  return segmentColor(name === 'Noise' ? -1 : Number(name.replace('Segment ', '')) - 1);
}
