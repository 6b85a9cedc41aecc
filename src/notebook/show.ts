import { InputError } from '../core/errors';
import { type DataFrameLike, isDataFrame } from '../core/matrix';
import { phrase } from '../core/phrase';
import type { Table } from '../core/table';
import type { Figure } from '../plot/base/figure';
import { staticPicture } from '../report/staticPicture';
import { tableHtml } from '../report/tableHtml';
import { tableText } from '../report/tableText';
import { isTableData, type TableData } from '../table/tableData';
import { dataFrameTable } from './dataFrameTable';
import { figureBundle, figureText, PLOTLY_MIME } from './figureBundle';
import { type DisplayBundle, deliverEveryOutput, kernelDisplay } from './kernel';

/** What `show` displays: a figure, a finished table, a danfojs data frame, or columns by name. */
export type Showable = Figure | Table | DataFrameLike | TableData;

deliverEveryOutput();

/**
 * Displays figures, tables, data frames and columns by name, in the order given. It returns when all of them have been
 * sent, so outputs appear in the cell that called it.
 *
 * In a notebook a figure is live in JupyterLab, Notebook 7, VS Code and in the HTML page that `npm run notebooks`
 * writes; where a Chrome is found, a still picture goes with it for viewers that show nothing else (the first
 * takes about a second, each later one some tenths; set the environment variable
 * `CUSTOMER_SEGMENTATION_STATIC=off` to leave it out). A table is HTML. Of a data frame, or of
 * columns by name, with more than 10 rows the first 5 are shown.
 *
 * Outside a notebook tables are printed as aligned text, and of a figure its title and what it shows in words.
 *
 * @throws InputError for anything else, or nothing.
 *
 * @example
 * show(histogram(customers, { columns: ['Income'] }));
 * show(profileTable(profiles), actionTable(profiles));
 * show(customers); // a DataFrame
 */
export function show(...things: Showable[]): void {
  if (things.length === 0)
    throw new InputError('wrong-type', 'show() got nothing', {
      remedy: 'pass a Figure, a Table or a DataFrame',
    });
  things.forEach(check);
  const send = kernelDisplay();
  for (const thing of things) {
    if (send) {
      announce(thing);
      send(bundle(thing));
    } else console.log(asText(thing));
  }
}

/** The headless runner listens, to notice a figure that never arrived. */
function announce(thing: Showable): void {
  const listener = (globalThis as Record<symbol, unknown>)[Symbol.for('customer-segmentation.announce')];
  if (typeof listener === 'function' && isFigure(thing)) listener([PLOTLY_MIME], figureText(thing));
}

function bundle(thing: Showable): DisplayBundle {
  if (isFigure(thing)) return figureBundle(thing, staticPicture(thing));
  const { table, note } = asTable(thing);
  const data = { 'text/html': tableHtml(table, note), 'text/plain': tableText(table, note) };
  return { data, metadata: {} };
}

function asText(thing: Showable): string {
  if (isFigure(thing)) return figureText(thing);
  const { table, note } = asTable(thing);
  return `${tableText(table, note)}\n`;
}

function asTable(thing: Table | DataFrameLike | TableData): { table: Table; note?: string } {
  if (isTable(thing)) return { table: thing };
  return dataFrameTable(isDataFrame(thing) ? thing : asFrame(thing));
}

/** Columns by name in the form of a data frame, without loading danfojs. */
function asFrame(table: TableData): DataFrameLike {
  const columns = Object.keys(table);
  const values = table[columns[0]].map((_, i) => columns.map((name) => table[name][i]));
  return { columns, shape: [values.length, columns.length], values };
}

function check(thing: unknown): void {
  if (isFigure(thing) || isTable(thing) || isDataFrame(thing) || isTableData(thing)) return;
  throw new InputError('wrong-type', 'show() displays a Figure, a Table or a DataFrame', {
    remedy: phrase`it got ${{ value: thing }} (console.log prints any value)`,
  });
}

function isFigure(thing: unknown): thing is Figure {
  const figure = thing as Figure | null | undefined;
  return Array.isArray(figure?.data) && typeof figure.layout === 'object';
}

function isTable(thing: unknown): thing is Table {
  const table = thing as Table | null | undefined;
  return Array.isArray(table?.rows) && Array.isArray(table.columns);
}
