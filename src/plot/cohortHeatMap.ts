import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, object, optional, type Static, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { colorBar, heatMapTraces } from './base/heatMap';
import { argMax, known } from './base/numbers';
import { SEQUENTIAL } from './base/palette';
import { openRecords, type Records } from './base/records';
import { compose, nameAxis } from './base/theme';

/** What the options may be. */
const COHORT_OPTIONS = object({
  ...FIGURE,
  /** Field of the cohort, such as the month of the first purchase, '2010-12'; default 'cohort'. */
  cohort: text({ default: 'cohort' }),
  /** Field of how many periods have passed since then: 0, 1, 2 …; default 'period'. */
  period: text({ default: 'period' }),
  /** Field of how many of the cohort bought in that period; default 'customers'. */
  customers: text({ default: 'customers' }),
  /**
   * Field that is false where the data do not cover the period to its end; default 'complete', if there is one. Such
   * cells stay blank: they would look like customers lost.
   */
  complete: optional(text()),
  /** What a period is, for axis and title; default 'month'. */
  periodName: text({ default: 'month' }),
});

/** Options of `cohortHeatMap`. */
export interface CohortHeatMapOptions extends Given<typeof COHORT_OPTIONS> {}

/**
 * Retention by cohort: of the customers who first bought in a period, the share that bought again one, two, three
 * periods later. The first period, always 100 %, is left out, and so are cohorts too young for a second; the
 * cohort's size stands beside its name.
 *
 * @param records one row for each cohort and period, with the number of customers (such as `cohortRetention` gives);
 * period 0 is the cohort's size.
 * A pair that is missing and lies within the time seen counts as nobody.
 * @throws InputError for no rows, a field that is missing, a cohort without a period 0, a pair given twice.
 * Cost: O(rows).
 *
 * @example
 * cohortHeatMap([
 *   { cohort: '2011-01', period: 0, customers: 100 },
 *   { cohort: '2011-01', period: 1, customers: 30 },
 *   { cohort: '2011-02', period: 0, customers: 80 },
 * ]);
 */
export function cohortHeatMap(records: Records, options: CohortHeatMapOptions = {}): Figure {
  const given = resolveOptions('cohortHeatMap', COHORT_OPTIONS, options);
  const { periodName } = given;
  const cohorts = readCohorts(records, given).filter(({ retention }) => retention.length > 0);
  if (cohorts.length === 0)
    throw new InputError('no-data', `no cohort has a ${periodName} after its first`, {
      remedy: 'retention needs two at least',
    });
  const periods = Math.max(...cohorts.map(({ retention }) => retention.length));
  const z = cohorts.map(({ retention }) =>
    Array.from({ length: periods }, (_, i) => retention[i] ?? Number.NaN),
  );
  const highest = Math.max(0.01, ...known(z.flat()));
  return compose(
    {
      data: heatMapTraces({
        z,
        x: Array.from({ length: periods }, (_, i) => String(i + 1)),
        y: cohorts.map(({ name, size }) => `${name} (${formatNumber(size)})`),
        text: z.map((row) => row.map((share) => formatShare(share).replace('%', ''))),
        hover: z.map((row, c) =>
          row.map(
            (share, i) =>
              `Cohort ${cohorts[c].name}<br>${i + 1} ${periodName}${i > 0 ? 's' : ''} later: ${formatShare(share)} of ${formatNumber(cohorts[c].size)}`,
          ),
        ),
        range: [0, highest],
        scale: SEQUENTIAL,
        bar: colorBar({ tickformat: '.0%', nticks: 5 }),
      }),
      layout: {
        xaxis: {
          ...nameAxis(`${periodName[0].toUpperCase()}${periodName.slice(1)}s since the first purchase`),
          type: 'category',
          tickangle: 0,
        },
        yaxis: { ...nameAxis(), type: 'category', autorange: 'reversed' },
      },
      title: finding(cohorts, periodName),
      note: 'Text: percent of the cohort that bought again. Beside its name: its customers.',
      kind: `Heat map of retention by cohort and ${periodName}`,
      plotHeight: 130 + 26 * cohorts.length,
    },
    given,
  );
}

interface Cohort {
  name: string;
  size: number;
  /** Share of the cohort that bought 1, 2, … periods later. */
  retention: number[];
}

function readCohorts(records: Records, options: Static<typeof COHORT_OPTIONS>): Cohort[] {
  const read = openRecords(records);
  const names = read.texts(options.cohort);
  const periods = read.numbers(options.period);
  const customers = read.numbers(options.customers);
  const field = options.complete ?? 'complete';
  const complete = options.complete || read.names.includes(field) ? read.flags(field) : undefined;
  const byCohort = new Map<string, Map<number, number>>();
  names.forEach((name, i) => {
    const counts = byCohort.get(name) ?? new Map<number, number>();
    byCohort.set(name, counts);
    if (!Number.isInteger(periods[i]) || periods[i] < 0)
      throw new InputError(
        'unreadable-value',
        phrase`the period is ${{ value: periods[i] }} in row ${{ row: i }}`,
        { remedy: 'it must be 0, 1, 2, …' },
      );
    if (counts.has(periods[i]))
      throw new InputError('duplicate', phrase`cohort ${{ value: name }} has period ${periods[i]} twice`, {
        remedy: 'give each pair once',
      });
    if (periods[i] === 0 || complete?.[i] !== false) counts.set(periods[i], customers[i]);
  });
  return Array.from(byCohort, ([name, counts]) => retentionOf(name, counts)).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

function retentionOf(name: string, counts: ReadonlyMap<number, number>): Cohort {
  const size = counts.get(0);
  if (!(size! > 0))
    throw new InputError(
      'missing-value',
      phrase`cohort ${{ value: name }} has ${size ?? 'no'} customers in period 0`,
      { remedy: 'that is its size' },
    );
  const last = Math.max(...counts.keys());
  const retention = Array.from({ length: last }, (_, i) => (counts.get(i + 1) ?? 0) / size!);
  return { name, size: size!, retention };
}

function finding(cohorts: readonly Cohort[], periodName: string): string {
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  const back = cohorts.reduce((sum, cohort) => sum + cohort.size * cohort.retention[0], 0);
  const lead = `${formatShare(back / size)} of new customers buy again in the next ${periodName}`;
  if (cohorts.length < 2) return lead;
  const means = cohorts.map(
    ({ retention }) => retention.reduce((sum, share) => sum + share, 0) / retention.length,
  );
  const best = argMax(means);
  return `${lead}; cohort ${cohorts[best].name} stays most (${formatShare(means[best])} on average)`;
}
