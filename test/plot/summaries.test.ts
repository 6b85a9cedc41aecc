import { boxPlot } from '../../src/plot/boxPlot';
import { categoryBySegment } from '../../src/plot/categoryBySegment';
import { histogram } from '../../src/plot/histogram';
import { revenueBySegment } from '../../src/plot/revenueBySegment';
import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';
import { segmentTreemap } from '../../src/plot/segmentTreemap';

const segmentNames = ['Regulars', 'Newcomers'];

describe('segmentSizesPlot of sizes', () => {
  const labels = [1, 0, -1, 0, 0];
  const sizes = [
    { segment: -1, size: 1 },
    { segment: 1, size: 1 },
    { segment: 0, size: 3 },
  ];

  it('is what it is of customers, in whatever order they come', () => {
    expect(segmentSizesPlot(sizes, { segmentNames })).toEqual(segmentSizesPlot(labels, { segmentNames }));
    expect(segmentSizesPlot(sizes)).toEqual(segmentSizesPlot(labels));
  });

  it('takes the names that they bring, unless others are given', () => {
    const named = sizes.map((own) => ({ ...own, name: `Own ${own.segment}` }));
    const namesOf = (figure: { data: unknown[] }) => (figure.data[0] as { y: string[] }).y;
    expect(namesOf(segmentSizesPlot(named))).toEqual(['Own 0', 'Own 1', 'Own -1']);
    expect(namesOf(segmentSizesPlot(named, { segmentNames }))).toEqual(['Regulars', 'Newcomers', 'Own -1']);
  });

  it('costs no more for many customers', () => {
    const { description } = segmentSizesPlot([{ segment: 0, size: 1e12 }]);
    expect(description).toContain('1,000,000,000,000 customers');
  });

  it.each([
    [[{ segment: 0, size: -1 }], /`size` is -1/],
    [[{ segment: 0.5, size: 1 }], /`segment` is 0.5/],
    [[sizes[0], sizes[0]], /segment -1 is counted twice/],
    [[{ segment: 0, size: 0 }], /nothing to draw/],
  ])('refuses %j', (wrong, message) => {
    expect(() => segmentSizesPlot(wrong)).toThrow(message);
  });
});

describe('categoryBySegment of counts', () => {
  const counts = [
    { segment: 1, category: 'M', count: 2 },
    { segment: 0, category: 'F', count: 3 },
    { segment: 0, category: 'M', count: 1 },
    { segment: -1, category: 'F', count: 1 },
    { segment: 1, category: 'X', count: 0 },
  ];
  const Gender = ['M', 'M', 'F', 'F', 'F', 'M', 'F'];
  const labels = [1, 1, 0, 0, 0, 0, -1];

  it.each(['stacked', 'grouped'] as const)('is what it is of customers, %s', (arrangement) => {
    expect(categoryBySegment(counts, { column: 'Gender', arrangement, segmentNames })).toEqual(
      categoryBySegment({ Gender }, labels, { arrangement, segmentNames }),
    );
  });

  it('calls them categories where nobody says otherwise', () => {
    expect(categoryBySegment(counts).description).toContain('Bar chart of category by segment');
  });

  it.each([
    [{ segment: 0, category: 'F', count: 1.5 }, /`count` is 1.5/],
    [{ segment: -2, category: 'F', count: 1 }, /`segment` is -2/],
    [{ segment: 0, category: {} as never, count: 1 }, /the category of segment 0 is/],
    [{ segment: 0, category: 'F', count: 0 }, /holds no values/],
  ])('refuses %j', (wrong, message) => {
    expect(() => categoryBySegment([wrong])).toThrow(message);
  });
});

describe('boxPlot of five numbers', () => {
  const Income = [1, 2, 3, 4, 5, 6, 7, 8, 100, 11, 12, 13, 14, 15];
  const labels = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
  const first = { low: 1, q1: 3, median: 5, q3: 7, high: 8, outliers: [100] };
  const second = { low: 11, q1: 12, median: 13, q3: 14, high: 15, outliers: [] };

  it('is what it is of customers', () => {
    expect(boxPlot({ Income: [first] })).toEqual(boxPlot({ Income: Income.slice(0, 9) }));
    const summaries = [
      { segment: 1, ...second },
      { segment: 0, ...first },
    ];
    expect(boxPlot({ Income: summaries }, { segmentNames })).toEqual(
      boxPlot({ Income }, { segments: labels, segmentNames }),
    );
  });

  it('says nothing of outliers that it does not know', () => {
    const { outliers, ...five } = first;
    expect(outliers).toEqual([100]);
    expect(boxPlot({ Income: [five] }).description).toContain(
      'Income: median 5, the middle half from 3 to 7',
    );
    expect(boxPlot({ Income: [five], Age: [five] }).description).toContain(
      'Medians and quartiles of two columns',
    );
  });

  it.each([
    [{ Income: [{ ...first, q1: 0 }] }, {}, /`q1` of column 'Income' is 0, below its `low` of 1/],
    [{ Income: [{ ...first, low: Number.NaN }] }, {}, /`low`/],
    [{ Income: [first, second] }, {}, /`segment` is undefined/],
    [
      {
        Income: [
          { ...first, segment: 0 },
          { ...second, segment: 0 },
        ],
      },
      {},
      /two boxes of segment 0/,
    ],
    [{ Income: [first] }, { columns: ['Age'] }, /no column 'Age'/],
    [{ Income: [first] }, { segments: [0] }, /the table holds summaries/],
  ])('refuses %j %j', (summaries, options, message) => {
    expect(() => boxPlot(summaries, options)).toThrow(message);
  });
});

describe('histogram of counts', () => {
  const values = Array.from({ length: 100 }, (_, i) => i / 2 + 0.25);
  const binned = { edges: [0, 10, 20, 30, 40, 50], counts: [20, 20, 20, 20, 20] };

  it('draws the bars that it draws of customers, and estimates the median', () => {
    const counted = histogram({ Income: binned });
    const of = histogram({ Income: values }, { bins: 5 });
    const bars = ({ data }: { data: unknown[] }) => data[0] as { x: number[]; y: number[]; width: number };
    expect(bars(counted)).toMatchObject({ x: bars(of).x, y: bars(of).y, width: bars(of).width });
    expect(counted.description).toContain('Income: median about 25, the middle half from about 13 to 38');
  });

  it('counts missing values, and finds the longest tail of several columns', () => {
    const skewed = { edges: [0, 1, 2, 3], counts: [80, 15, 5], missing: 7 };
    const { description, layout } = histogram({ Income: binned, Spending: skewed });
    expect(description).toMatch(/spending has the longest tail, to the high side/);
    expect(JSON.stringify(layout.title)).toMatch(/7 missing values|Seven missing values/i);
  });

  it('takes bins of one multiple on a logarithmic axis', () => {
    const log = { edges: [1, 10, 100], counts: [3, 1] };
    const figure = histogram({ Spending: log }, { logarithmic: ['Spending'] });
    expect((figure.data[0] as { width: number[] }).width).toEqual([9, 90]);
    expect(() => histogram({ Spending: log })).toThrow(/bins of column 'Spending' are 9 and 90 wide/);
  });

  it('has no median of nothing', () => {
    expect(histogram({ Income: { edges: [0, 1], counts: [0] } }).description).toContain(
      'Income has no values',
    );
  });

  it.each([
    [{ edges: [0, 1], counts: [1, 2] }, {}, /2 edges and 2 counts/],
    [{ edges: [0, 1, 1], counts: [1, 2] }, {}, /do not rise: 1 follows 1/],
    [{ edges: [0, 1], counts: [-1] }, {}, /`counts` is -1/],
    [binned, { bins: 3 }, /counted already/],
    [binned, { columns: ['Age'] }, /no column 'Age'/],
  ])('refuses %j %j', (wrong, options, message) => {
    expect(() => histogram({ Income: wrong }, options)).toThrow(message);
  });
});

describe('revenue of customers', () => {
  const customers = { segment: ['a', 'b', 'a', 'a'], revenue: [10, 50, 20, 20] };
  const segments = [
    { segment: 'a', customers: 3, revenue: 50 },
    { segment: 'b', customers: 1, revenue: 50 },
  ];

  it.each([revenueBySegment, segmentTreemap])('is added up', (figure) => {
    expect(figure(customers)).toEqual(figure(segments));
  });

  it('is not where a field of customers is asked for', () => {
    expect(() => revenueBySegment(customers, { customers: 'n' })).toThrow(/no field 'n'/);
  });
});
