import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatCompact, formatNumber, formatShare } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, integer, object, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { colorBar, columnAxis, heatMapTraces } from './base/heatMap';
import { inUnit, nameOf } from './base/label';
import { SEQUENTIAL } from './base/palette';
import { openRecords, type Records } from './base/records';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const TIME_HEAT_MAP_OPTIONS = object({
  ...FIGURE,
  /** Field of the period, such as '2011-11'; default 'month'. Periods stand in the order of their text. */
  period: text({ default: 'month' }),
  /** Field of what is compared; default 'country'. */
  group: text({ default: 'country' }),
  /** Field of the amount; default 'revenue'. */
  value: text({ default: 'revenue' }),
  /** How many groups have a row of their own, the largest first; the rest share one. Default 10. */
  maxGroups: integer({ minimum: 1, maximum: 40, default: 10 }),
});

/** Options of `timeHeatMap`. */
export interface TimeHeatMapOptions extends Given<typeof TIME_HEAT_MAP_OPTIONS> {}

/**
 * When each of several groups buys: amounts by period, each row colored against its own best period, so that small
 * groups show their seasons too. A row's total stands beside its name.
 *
 * @param records one row for each period and group; a pair given several times is added up, a missing one is 0.
 * @throws InputError for no rows, a field that is missing, a negative amount.
 * Cost: O(rows).
 *
 * @example
 * timeHeatMap([
 *   { month: '2011-10', country: 'France', revenue: 200 },
 *   { month: '2011-11', country: 'France', revenue: 500 },
 *   { month: '2011-11', country: 'Germany', revenue: 300 },
 * ]);
 */
export function timeHeatMap(records: Records, options: TimeHeatMapOptions = {}): Figure {
  const given = resolveOptions('timeHeatMap', TIME_HEAT_MAP_OPTIONS, options);
  const { period, group, value, maxGroups } = given;
  const read = openRecords(records);
  const { periods, rows } = addUp(
    read.texts(period),
    read.texts(group),
    checkAmounts(read.numbers(value), value),
    maxGroups,
  );
  const below = columnAxis(periods, nameOf(period, given));
  return compose(
    {
      data: heatMapTraces({
        z: rows.map(({ amounts }) => shareOfBest(amounts)),
        x: below.ticks,
        y: rows.map(({ name, total }) => axisName(`${name} (${inUnit(formatCompact(total), value, given)})`)),
        hover: rows.map(({ name, amounts }) =>
          amounts.map(
            (amount, p) => `${name}, ${periods[p]}<br>${inUnit(formatNumber(amount), value, given)}`,
          ),
        ),
        range: [0, 1],
        scale: SEQUENTIAL,
        bar: colorBar({ tickformat: '.0%', nticks: 5 }),
      }),
      layout: {
        xaxis: below.axis,
        yaxis: { ...nameAxis(), type: 'category', autorange: 'reversed' },
      },
      title: finding(rows, periods, lowerFirst(nameOf(value, given))),
      note: `Color: against the row's own best ${lowerFirst(nameOf(period, given))}. Beside the name: ${lowerFirst(nameOf(value, given))} in all.`,
      kind: `Heat map of ${lowerFirst(nameOf(value, given))} by ${lowerFirst(nameOf(period, given))} and ${lowerFirst(nameOf(group, given))}`,
      plotHeight: 150 + 26 * rows.length,
    },
    given,
  );
}

interface Row {
  name: string;
  amounts: number[];
  total: number;
}

function addUp(
  periodOf: readonly string[],
  groupOf: readonly string[],
  amounts: readonly number[],
  maxGroups: number,
): { periods: string[]; rows: Row[] } {
  const periods = [...new Set(periodOf)].sort();
  const column = new Map(periods.map((period, p) => [period, p]));
  const rows = new Map<string, number[]>();
  groupOf.forEach((name, i) => {
    const own = rows.get(name) ?? periods.map(() => 0);
    rows.set(name, own);
    own[column.get(periodOf[i])!] += amounts[i];
  });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ranked = Array.from(rows, ([name, own]): Row => ({ name, amounts: own, total: sum(own) })).sort(
    (a, b) => b.total - a.total || (a.name < b.name ? -1 : 1),
  );
  const rest = ranked.slice(maxGroups);
  if (rest.length < 2) return { periods, rows: ranked };
  const others = periods.map((_, p) => sum(rest.map((row) => row.amounts[p])));
  const last: Row = { name: `${rest.length} others`, amounts: others, total: sum(others) };
  return { periods, rows: [...ranked.slice(0, maxGroups), last] };
}

function checkAmounts(values: number[], field: string): number[] {
  const odd = values.findIndex((value) => value < 0);
  if (odd < 0) return values;
  throw new InputError(
    'unreadable-value',
    phrase`${{ column: field }} is ${{ value: values[odd] }} in row ${{ row: odd }}`,
    { remedy: 'amounts are at least 0 here' },
  );
}

function shareOfBest(amounts: readonly number[]): number[] {
  const best = Math.max(...amounts);
  return amounts.map((amount) => (best > 0 ? amount / best : 0));
}

function finding(rows: readonly Row[], periods: readonly string[], value: string): string {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const [first] = rows;
  if (!(total > 0)) return `No ${value} in any period`;
  const best = periods[first.amounts.indexOf(Math.max(...first.amounts))];
  return `${first.name} brings ${formatShare(first.total / total)} of ${value}; its best period is ${best}`;
}
