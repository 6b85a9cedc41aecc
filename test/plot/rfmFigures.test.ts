import { InputError } from '../../src/core/errors';
import type { Figure } from '../../src/plot/base/figure';
import { cohortHeatMap } from '../../src/plot/cohortHeatMap';
import { paretoCurve } from '../../src/plot/paretoCurve';
import { revenueByPeriod } from '../../src/plot/revenueByPeriod';
import { revenueBySegment } from '../../src/plot/revenueBySegment';
import { rfmHeatMap } from '../../src/plot/rfmHeatMap';
import { segmentTreemap } from '../../src/plot/segmentTreemap';
import { timeHeatMap } from '../../src/plot/timeHeatMap';

const title = ({ layout }: Figure) => (layout.title as { text: string }).text.replaceAll('<br>', ' ');
const note = ({ layout }: Figure) =>
  (layout.title as { subtitle?: { text: string } }).subtitle?.text.replaceAll('<br>', ' ');
// biome-ignore lint/suspicious/noExplicitAny: a trace's fields depend on its type
const trace = (figure: Figure, i = 0) => figure.data[i] as any;

describe('rfmHeatMap', () => {
  const customers = [
    { recencyScore: 5, frequencyScore: 5, monetary: 600 },
    { recencyScore: 5, frequencyScore: 5, monetary: 200 },
    { recencyScore: 1, frequencyScore: 2, monetary: 100 },
    { recencyScore: 2, frequencyScore: 1, monetary: 100 },
  ];

  it('counts and averages cell by cell, the best in the upper right corner', () => {
    const figure = rfmHeatMap(customers);
    const { z, x, y, text } = trace(figure);
    expect(y).toEqual(['5', '4', '3', '2', '1']);
    expect(x).toEqual(['1', '2', '3', '4', '5']);
    expect(z[0]).toEqual([null, null, null, null, 400]);
    expect(z[3][0]).toBe(100);
    expect(text[0][4]).toBe('2<br>400');
    expect(text[0][0]).toBe('');
    expect(title(figure)).toBe('The latest and most frequent buyers are 50% of customers and 80% of revenue');
  });

  it('colors by the logarithm where means lie far apart, and says so', () => {
    const figure = rfmHeatMap([{ recencyScore: 1, frequencyScore: 1, monetary: 1 }, ...customers]);
    expect(trace(figure).z[4][0]).toBe(0);
    expect(note(figure)).toContain('on a logarithmic scale');
    expect(trace(figure).colorbar.ticktext).toContain('100');
  });

  it('takes columns as well as rows, and fields of other names', () => {
    const table = { r: [5, 1], f: [5, 1], spent: [90, 10] };
    const figure = rfmHeatMap(table, { recencyScore: 'r', frequencyScore: 'f', monetary: 'spent' });
    expect(title(figure)).toContain('50% of customers and 90% of spent');
  });

  it('refuses what is no score, and a field that is not there', () => {
    expect(() => rfmHeatMap([{ recencyScore: 0, frequencyScore: 1, monetary: 1 }])).toThrow(
      /'recencyScore' is 0 in row 0; a score is a whole number from 1 to 10/,
    );
    expect(() => rfmHeatMap([{ recency: 1 }])).toThrow(/no field 'recencyScore'; the records have recency/);
    expect(() => rfmHeatMap([{ recencyScore: 1, frequencyScore: 1, monetary: null }])).toThrow(InputError);
  });
});

describe('cohortHeatMap', () => {
  const cohorts = [
    { cohort: '2011-02', period: 0, customers: 50 },
    { cohort: '2011-01', period: 2, customers: 10 },
    { cohort: '2011-01', period: 0, customers: 100 },
    { cohort: '2011-02', period: 1, customers: 30 },
    { cohort: '2011-03', period: 0, customers: 8 },
  ];

  it('is triangular, without the first month; what is missing within it is nobody', () => {
    const figure = cohortHeatMap(cohorts);
    expect(trace(figure).y).toEqual(['2011-01 (100)', '2011-02 (50)']);
    expect(trace(figure).z).toEqual([
      [0, 0.1],
      [0.6, null],
    ]);
    // 30 of 150 come back after a month; on average 5 % of January's stay, 60 % of February's.
    expect(title(figure)).toBe(
      '20% of new customers buy again in the next month; cohort 2011-02 stays most (60% on average)',
    );
  });

  it('leaves blank what the data do not cover to the end', () => {
    const rows = cohorts.map((row) => ({ ...row, complete: row.cohort !== '2011-02' || row.period === 0 }));
    expect(trace(cohortHeatMap(rows)).y).toEqual(['2011-01 (100)']);
  });

  it('refuses a cohort without its size, a pair given twice, and one period alone', () => {
    expect(() => cohortHeatMap([{ cohort: 'a', period: 1, customers: 2 }])).toThrow(
      /no customers in period 0/,
    );
    expect(() => cohortHeatMap([cohorts[0], cohorts[0]])).toThrow(/'2011-02' has period 0 twice/);
    expect(() => cohortHeatMap([cohorts[0]])).toThrow(/no cohort has a month after its first/);
  });
});

describe('revenueBySegment and segmentTreemap', () => {
  const segments = [
    { name: 'Hibernating', customers: 75, revenue: 1000 },
    { name: 'Champions', customers: 25, revenue: 9000 },
    { name: 'Nobody', customers: 0, revenue: 0 },
  ];

  it('put both shares side by side, the most valuable first, empty segments left out', () => {
    const figure = revenueBySegment(segments, { segment: 'name' });
    expect(title(figure)).toBe('Champions: 25% of customers bring 90% of revenue');
    expect(trace(figure).y).toEqual(['Champions', 'Hibernating']);
    expect(trace(figure, 0).x).toEqual([0.25, 0.75]);
    expect(trace(figure, 1).x).toEqual([0.9, 0.1]);
  });

  it('draw customers as areas and name the largest and the richest', () => {
    const figure = segmentTreemap(segments, { segment: 'name', units: { revenue: '€' } });
    expect(title(figure)).toBe(
      'Largest segment: Hibernating (75% of customers); Champions spend most, €360 each',
    );
    expect(trace(figure).values).toEqual([25, 75]);
  });

  it('show a hostile name as it is written', () => {
    const name = '<a href="https://example.com">%{x}</a>';
    const figure = revenueBySegment([{ segment: name, customers: 1, revenue: 1 }]);
    expect(title(figure)).toContain('‹a href="https://example.com"›% {x}‹/a›');
  });

  it('refuse negative and empty sums', () => {
    expect(() => revenueBySegment([{ segment: 'a', customers: 1, revenue: -1 }])).toThrow(/'revenue' is -1/);
    expect(() => segmentTreemap([{ segment: 'a', customers: 1, revenue: 0 }])).toThrow(/is 0 throughout/);
  });
});

describe('timeHeatMap', () => {
  const sales = [
    { month: '02', country: 'France', revenue: 30 },
    { month: '01', country: 'France', revenue: 60 },
    { month: '02', country: 'Malta', revenue: 4 },
    { month: '02', country: 'Spain', revenue: 6 },
  ];

  it('colors each row against its own best period and adds up the small ones', () => {
    const figure = timeHeatMap(sales, { maxGroups: 1 });
    expect(trace(figure).y).toEqual(['France (90)', '2 others (10)']);
    expect(trace(figure).z).toEqual([
      [1, 0.5],
      [0, 1],
    ]);
    expect(title(figure)).toBe('France brings 90% of revenue; its best period is 01');
  });

  it('never hides a single group behind the word others', () => {
    expect(trace(timeHeatMap(sales, { maxGroups: 2 })).y).toHaveLength(3);
  });
});

describe('revenueByPeriod', () => {
  const months = { month: ['2011-12', '2011-10', '2011-11'], revenue: [5, 1200, 1_500_000] };

  it('leaves an incomplete period out of the finding, and draws it paler', () => {
    const figure = revenueByPeriod(months, { incomplete: ['2011-12'], units: { revenue: '£' } });
    expect(title(figure)).toBe('Revenue runs from £1.2K in 2011-10 to £1.5M in 2011-11');
    expect(trace(figure).x).toEqual(['2011-10', '2011-11', '2011-12']);
    expect(trace(figure).marker.opacity).toEqual([1, 1, 0.6]);
    expect(note(figure)).toContain('do not cover the period');
  });

  it('refuses an unknown incomplete period and a period given twice', () => {
    expect(() => revenueByPeriod(months, { incomplete: ['2012-01'] })).toThrow(/names '2012-01'/);
    expect(() => revenueByPeriod({ month: ['1', '1'], revenue: [1, 2] })).toThrow(/'1' in two rows/);
  });
});

describe('paretoCurve', () => {
  it('states the share of the best fifth and the Gini coefficient worked out by hand', () => {
    const figure = paretoCurve([1000, 400, 300, 200, 100]);
    // Cumulated from the top: 0.5, 0.7, 0.85, 0.95, 1; area 0.7 by trapezia; 2 · 0.7 − 1 = 0.4.
    expect(title(figure)).toBe('The best 20% of customers bring 50% of revenue (Gini coefficient 0.40)');
    expect(trace(figure).y).toEqual([0, 0.5, 0.7, 0.85, 0.95, 1]);
  });

  it('is 0 where all bring the same', () => {
    expect(title(paretoCurve([7, 7, 7, 7, 7]))).toContain('20% of revenue (Gini coefficient 0.00)');
  });

  it('stays small for many customers', () => {
    const many = Float64Array.from({ length: 100_000 }, (_, i) => i);
    expect(JSON.stringify(paretoCurve(many)).length).toBeLessThan(30_000);
  });

  it('refuses what has no shares', () => {
    expect(() => paretoCurve([1, -1])).toThrow(/value is -1/);
    expect(() => paretoCurve([0, 0])).toThrow(/every value is 0/);
  });
});
