import { lowerFirst } from '../core/columnNames';
import { correlate } from '../core/correlate';
import { InputError } from '../core/errors';
import { formatNumber } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, names, object, optional } from '../core/schema';
import { type Columns, readColumns } from './base/columns';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { colorBar, heatMapTraces } from './base/heatMap';
import { nameOf } from './base/label';
import { DIVERGING } from './base/palette';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const CORRELATION_OPTIONS = object({
  ...FIGURE,
  /** Columns to compare; default all. */
  columns: optional(names()),
});

/** Options of `correlationHeatMap`. */
export interface CorrelationHeatMapOptions extends Given<typeof CORRELATION_OPTIONS> {}

/**
 * Pearson's correlation of every pair of columns, as the lower triangle of a heat map. A pair with a constant
 * column has no correlation and stays blank; missing values are left out pair by pair.
 *
 * @param table at least two columns of length n.
 * @throws InputError for fewer than two columns, an unknown column or option.
 * Cost: O(n·d²).
 *
 * @example
 * correlationHeatMap({ Income: [30, 52, 75], Age: [25, 61, 40], Total_Spending: [60, 400, 1200] });
 */
export function correlationHeatMap(table: Columns, options: CorrelationHeatMapOptions = {}): Figure {
  const given = resolveOptions('correlationHeatMap', CORRELATION_OPTIONS, options);
  const columns = readColumns(table, given.columns);
  if (columns.length < 2)
    throw new InputError('no-data', 'a correlation needs two columns', { remedy: 'the table has one' });
  const names = columns.map(({ name }) => nameOf(name, given));
  const r = columns.map((row, i) =>
    columns.map((column, j) => (j < i ? correlate(row.values, column.values).r : Number.NaN)),
  );
  const rows = r.slice(1);
  return compose(
    {
      data: heatMapTraces({
        z: rows.map((row) => row.slice(0, -1)),
        x: names.slice(0, -1),
        y: names.slice(1).map((name) => axisName(name)),
        text: rows.map((row) => row.slice(0, -1).map((value) => inCell(value, rows.length))),
        hover: rows.map((row, i) =>
          row
            .slice(0, -1)
            .map(
              (value, j) => `${names[i + 1]} and ${names[j]}<br>r = ${formatNumber(value, { decimals: 2 })}`,
            ),
        ),
        range: [-1, 1],
        scale: DIVERGING,
        bar: colorBar(),
      }),
      layout: {
        xaxis: { ...nameAxis(), tickangle: -45 },
        yaxis: { ...nameAxis(), autorange: 'reversed' },
      },
      title: finding(names, r),
      note: 'Red: both rise together. Blue: one falls as the other rises.',
      kind: `Heat map of correlations between ${names.length} columns`,
      plotHeight: 160 + 28 * names.length,
    },
    given,
  );
}

/** Where cells are narrow a correlation goes without the zero before its point, as is usual for what never exceeds 1. */
function inCell(r: number, columns: number): string {
  const text = formatNumber(r, { decimals: 2 });
  return columns > 7 ? text.replace('0.', '.') : text;
}

function finding(names: readonly string[], r: readonly (readonly number[])[]): string {
  let [row, column] = [-1, -1];
  r.forEach((values, i) => {
    values.forEach((value, j) => {
      if (Number.isNaN(value)) return;
      if (row < 0 || Math.abs(value) > Math.abs(r[row][column])) [row, column] = [i, j];
    });
  });
  if (row < 0) return 'No pair of columns has a correlation: all are constant';
  const pair = `${names[row]} and ${lowerFirst(names[column])} (r = ${formatNumber(r[row][column], { decimals: 2 })})`;
  return Math.abs(r[row][column]) < 0.1
    ? `No linear relation anywhere: the strongest pair is ${pair}`
    : `Strongest pair: ${pair}`;
}
