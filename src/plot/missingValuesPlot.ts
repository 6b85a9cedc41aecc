import { capitalized, lowerFirst } from '../core/columnNames';
import { countPhrase, formatNumber, formatShare } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { type PlotTable, readRaw } from './base/columns';
import type { Figure } from './base/figure';
import { FIGURE_OPTIONS, type FigureOptions } from './base/figureOptions';
import { nameOf } from './base/label';
import { ACCENT, NEUTRAL } from './base/palette';
import { axisName, compose, nameAxis } from './base/theme';

/**
 * Which columns miss how many values. Missing is null, undefined, NaN or an empty text. Complete columns are
 * counted under the title rather than drawn, unless none is incomplete.
 *
 * @param table columns of anything, length n.
 * @throws InputError for an empty table or an unknown option.
 * Cost: O(n·d).
 *
 * @example
 * missingValuesPlot({ Income: [30000, null, 52000], Education: ['PhD', '', 'Master'] });
 */
export function missingValuesPlot(table: PlotTable, options: FigureOptions = {}): Figure {
  const given = resolveOptions('missingValuesPlot', FIGURE_OPTIONS, options);
  const counted = readRaw(table).map(({ name, values }) => ({
    name: nameOf(name, given),
    missing: countMissing(values),
    rows: values.length,
  }));
  const incomplete = counted.filter(({ missing }) => missing > 0).sort((a, b) => b.missing - a.missing);
  const complete = counted.length - incomplete.length;
  const drawn = incomplete.length > 0 ? incomplete : counted;
  return compose(
    {
      data: [
        {
          type: 'bar',
          orientation: 'h',
          y: drawn.map(({ name }) => axisName(name)),
          x: drawn.map(({ missing }) => missing),
          text: drawn.map(({ missing, rows }) => `${formatNumber(missing)} (${formatShare(missing / rows)})`),
          textposition: 'outside',
          cliponaxis: false,
          width: 0.65,
          marker: { color: incomplete.length > 0 ? ACCENT : NEUTRAL },
          hovertemplate: '%{y}: %{text} missing<extra></extra>',
        },
      ],
      layout: {
        xaxis: {
          title: { text: 'Missing values' },
          range: [0, Math.max(1, drawn[0].missing) * 1.3],
          tickformat: ',d',
          ...(drawn[0].missing > 5 ? { nticks: 6 } : { dtick: 1 }),
        },
        yaxis: { ...nameAxis(), autorange: 'reversed' },
      },
      title: finding(incomplete, counted),
      note:
        incomplete.length > 0 && complete > 0
          ? `${capitalized(countPhrase(complete, 'other column is', 'other columns are'))} complete.`
          : undefined,
      kind: 'Bar chart of missing values by column',
      plotHeight: 60 + 30 * drawn.length,
    },
    given,
  );
}

interface Counted {
  name: string;
  missing: number;
  rows: number;
}

function finding(incomplete: readonly Counted[], all: readonly Counted[]): string {
  const rows = formatNumber(all[0].rows);
  if (incomplete.length === 0)
    return `No value is missing in ${countPhrase(all.length, 'column')} of ${rows} rows`;
  const { name, missing } = incomplete[0];
  const worst = `${lowerFirst(name)} misses ${formatNumber(missing)} of ${rows} values`;
  return incomplete.length === 1
    ? `Only one column is incomplete: ${worst}`
    : `${capitalized(countPhrase(incomplete.length, 'column'))} have missing values; ${worst}`;
}

function countMissing(values: ArrayLike<unknown>): number {
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined || value === '' || Number.isNaN(value)) missing++;
  }
  return missing;
}
