import { categoryBySegment } from '../../src/plot/categoryBySegment';
import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';

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
