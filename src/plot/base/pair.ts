import type { Data, Layout } from 'plotly.js';
import { InputError } from '../../core/errors';
import { type Columns, columnNames, type NamedColumn, readColumns } from './columns';
import { d3FormatOf } from './d3Format';
import type { FigureOptions } from './figureOptions';
import { axisTitle, inUnit, nameOf } from './label';
import { logarithmicAxis } from './logarithmic';
import { plain } from './numbers';
import type { SegmentGroup } from './segments';

/** The two columns of a scatter plot. */
export function readPair(
  table: Columns,
  { x, y }: { x?: string; y?: string },
): { x: NamedColumn; y: NamedColumn } {
  if (x !== undefined && y !== undefined) {
    const [first, second] = readColumns(table, [x, y]);
    return { x: first, y: second };
  }
  const names = columnNames(table);
  const first = x ?? names.find((name) => name !== y);
  const second = y ?? names.find((name) => name !== first);
  if (second === undefined || first === undefined) {
    throw new InputError('no-data', 'a scatter plot needs two columns', {
      remedy: `the table has ${names.length}`,
    });
  }
  return readPair(table, { x: first, y: second });
}

/** Axes of a scatter plot, titled, with room around the points. */
export function pairAxes(
  x: NamedColumn,
  y: NamedColumn,
  log: readonly boolean[],
  options: FigureOptions,
): Partial<Layout> {
  const axis = ({ name, values }: NamedColumn, i: number) => ({
    title: { text: axisTitle(name, options) },
    zeroline: false,
    ...(log[i] && logarithmicAxis(values)),
  });
  return { xaxis: axis(x, 0), yaxis: axis(y, 1) };
}

/** The points of one segment, or of everyone. */
export function points(
  x: NamedColumn,
  y: NamedColumn,
  { name, rows, color, symbol }: SegmentGroup,
  colored: boolean,
  options: FigureOptions,
): Data {
  const says = (column: NamedColumn, axis: string) =>
    `${nameOf(column.name, options)} ${inUnit(`%{${axis}:${d3FormatOf(column.values)}}`, column.name, options)}`;
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    x: plain(rows.map((row) => x.values[row])),
    y: plain(rows.map((row) => y.values[row])),
    marker: { color: color, symbol, size: 6, opacity: 0.65 } as object,
    hovertemplate: `${colored ? `${name}<br>` : ''}${says(x, 'x')} · ${says(y, 'y')}<extra></extra>`,
  };
}

/** Whether a row has both values. */
export function isKnown(x: NamedColumn, y: NamedColumn, row: number): boolean {
  return !Number.isNaN(x.values[row]) && !Number.isNaN(y.values[row]);
}
