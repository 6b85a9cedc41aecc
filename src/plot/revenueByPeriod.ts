import { lowerFirst } from '../core/columnNames';
import { InputError } from '../core/errors';
import { formatCompact, formatNumber } from '../core/format';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, text } from '../core/schema';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { axisTitle, escapePlotlyText, inUnit, nameOf } from './base/label';
import { argMax, plain } from './base/numbers';
import { MUTED, NEUTRAL } from './base/palette';
import { openRecords, type Records } from './base/records';
import { compose, nameAxis } from './base/theme';

/** What the options may be. */
const REVENUE_BY_PERIOD_OPTIONS = object({
  ...FIGURE,
  /** Field of the period, such as '2011-11'; default 'month'. Periods stand in the order of their text. */
  period: text({ default: 'month' }),
  /** Field of the amount; default 'revenue'. */
  revenue: text({ default: 'revenue' }),
  /** Periods that the data do not cover to the end: drawn paler, and left out of the finding. */
  incomplete: names({ default: [] }),
});

/** Options of `revenueByPeriod`. */
export interface RevenueByPeriodOptions extends Given<typeof REVENUE_BY_PERIOD_OPTIONS> {}

/**
 * Revenue month by month (or week by week), with the best and the weakest period in the title.
 *
 * @param records one row per period.
 * @throws InputError for no rows, a field that is missing, a period given twice or not known.
 * Cost: O(periods · log periods).
 *
 * @example
 * revenueByPeriod([
 *   { month: '2011-10', revenue: 1200 },
 *   { month: '2011-11', revenue: 1500 },
 *   { month: '2011-12', revenue: 400 },
 * ], { incomplete: ['2011-12'], units: { revenue: '£' } });
 */
export function revenueByPeriod(records: Records, options: RevenueByPeriodOptions = {}): Figure {
  const given = resolveOptions('revenueByPeriod', REVENUE_BY_PERIOD_OPTIONS, options);
  const { period, revenue, incomplete } = given;
  const bars = readBars(records, period, revenue, incomplete);
  const inMoney = (text: string) => inUnit(text, revenue, given);
  return compose(
    {
      data: [
        {
          type: 'bar',
          x: bars.map(({ name }) => name),
          y: plain(bars.map(({ amount }) => amount)),
          marker: {
            color: bars.map(({ whole }) => (whole ? NEUTRAL : MUTED)),
            opacity: bars.map(({ whole }) => (whole ? 1 : 0.6)),
          } as object,
          customdata: bars.map(
            ({ amount, whole }) => `${inMoney(formatNumber(amount))}${whole ? '' : ' (incomplete)'}`,
          ),
          hovertemplate: '%{x}: %{customdata}<extra></extra>',
        },
      ],
      layout: {
        xaxis: {
          ...nameAxis(nameOf(period, given)),
          type: 'category',
          tickangle: bars.length > 4 ? -45 : 0,
        },
        yaxis: { title: { text: axisTitle(revenue, given) }, rangemode: 'tozero', nticks: 6 },
      },
      title: finding(bars, nameOf(revenue, given), inMoney),
      note: bars.every(({ whole }) => whole)
        ? undefined
        : 'Pale: the data do not cover the period to its end.',
      kind: `Bar chart of ${lowerFirst(nameOf(revenue, given))} by ${lowerFirst(nameOf(period, given))}`,
      plotHeight: 300,
    },
    given,
  );
}

interface Bar {
  name: string;
  amount: number;
  /** The data cover the period to its end. */
  whole: boolean;
}

function readBars(records: Records, period: string, revenue: string, incomplete: readonly string[]): Bar[] {
  const read = openRecords(records);
  const names = read.texts(period);
  const amounts = read.numbers(revenue);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new InputError('duplicate', phrase`${{ column: period }} is ${{ value: twice }} in two rows`, {
      remedy: 'give each period once',
    });
  const partial = incomplete.map((name) => escapePlotlyText(String(name)));
  const unknown = partial.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError('not-allowed', phrase`${{ option: 'incomplete' }} names ${{ value: unknown }}`, {
      remedy: `the periods are ${names.join(', ')}`,
    });
  return names
    .map((name, i) => ({ name, amount: amounts[i], whole: !partial.includes(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function finding(bars: readonly Bar[], what: string, inMoney: (text: string) => string): string {
  const whole = bars.filter((bar) => bar.whole);
  if (whole.length < 2) return `${what} by period`;
  const amounts = whole.map(({ amount }) => amount);
  const [best, worst] = [argMax(amounts), argMax(amounts.map((amount) => -amount))];
  if (amounts[best] === amounts[worst]) return `${what} is the same in every period`;
  const says = (i: number) => `${inMoney(formatCompact(amounts[i]))} in ${whole[i].name}`;
  return `${what} runs from ${says(worst)} to ${says(best)}`;
}
