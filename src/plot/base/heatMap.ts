import type { ColorBar, Data, LayoutAxis } from 'plotly.js';
import { plain } from './numbers';
import { colorAt, textColorOn } from './palette';
import { axisName, nameAxis } from './theme';
import { wrap } from './wrap';

/** The cells of a heat map, row by row. */
export interface HeatMapCells {
  /** What the color says; NaN leaves the cell blank. */
  z: readonly (readonly number[])[];
  /** Names under the columns and before the rows. */
  x: readonly string[];
  y: readonly string[];
  /** Written into the cells; none where they are too many to be read. */
  text?: readonly (readonly string[])[];
  /** Said of the cell under the pointer. */
  hover: readonly (readonly string[])[];
  /** What the first and the last color stand for. */
  range: readonly [number, number];
  scale: [number, string][];
  /** No color bar when absent. */
  bar?: Partial<ColorBar>;
}

/**
 * The cells, and over them their text, black on light cells and white on dark ones: Plotly's own choice leaves
 * gray digits on colors of middle lightness, where nobody can read them.
 */
export function heatMapTraces(cells: HeatMapCells): Data[] {
  const { z, x, y, text, hover, range, scale, bar } = cells;
  const colors = {
    type: 'heatmap',
    z: z.map(plain),
    x: [...x],
    y: [...y],
    ...(text && { text: whereFilled(z, text) }),
    customdata: whereFilled(z, hover),
    hovertemplate: '%{customdata}<extra></extra>',
    hoverongaps: false,
    zmin: range[0],
    zmax: range[1],
    colorscale: scale,
    xgap: 2,
    ygap: 2,
    ...(bar ? { colorbar: bar } : { showscale: false }),
  } as unknown as Data;
  return text ? [colors, cellText(cells, text)] : [colors];
}

function whereFilled(z: readonly (readonly number[])[], words: readonly (readonly string[])[]): string[][] {
  return words.map((row, i) => row.map((word, j) => (Number.isFinite(z[i][j]) ? word : '')));
}

function cellText({ z, x, y, range, scale }: HeatMapCells, text: readonly (readonly string[])[]): Data {
  const [low, high] = range;
  const places = z.flatMap((row, i) => row.flatMap((value, j) => (Number.isFinite(value) ? [{ i, j }] : [])));
  const ground = ({ i, j }: { i: number; j: number }) =>
    colorAt(scale, high > low ? (z[i][j] - low) / (high - low) : 0);
  return {
    type: 'scatter',
    mode: 'text',
    x: places.map(({ j }) => x[j]),
    y: places.map(({ i }) => y[i]),
    text: places.map(({ i, j }) => text[i][j]),
    textfont: {
      color: places.map((place) => textColorOn(ground(place))),
      size: textSize(
        x.length,
        places.map(({ i, j }) => text[i][j]),
      ),
    },
    hoverinfo: 'skip',
    showlegend: false,
  } as Data;
}

/** What a column of 400 pixels leaves for the cells, beside the names of the rows. */
const CELLS_WIDTH = 220;
/** Width of a digit, in sizes of the type. */
const DIGIT = 0.55;

/** Type as large as the cells of a narrow column allow, and no larger than the other text. */
function textSize(columns: number, texts: readonly string[]): number {
  const longest = Math.max(1, ...texts.flatMap((text) => text.split('<br>').map(({ length }) => length)));
  return Math.min(12, Math.max(7, Math.floor(CELLS_WIDTH / columns / (longest * DIGIT))));
}

/** A slim color bar under the plot, where a narrow column has room for it; the note says what colors mean. */
export function colorBar(extra: Partial<ColorBar> = {}): Partial<ColorBar> {
  return {
    orientation: 'h',
    thickness: 10,
    len: 0.6,
    x: 0.5,
    xanchor: 'center',
    yref: 'container',
    y: 0.01,
    yanchor: 'bottom',
    outlinewidth: 0,
    ...extra,
  };
}

/** What a column of 400 pixels leaves for the names under a heat map, in characters of 12-pixel type. */
const ROOM = 35;

/** The axis of names under a heat map: level where they fit even a narrow column, else slanted. */
export function columnAxis(
  names: readonly string[],
  title = '',
): { ticks: string[]; axis: Partial<LayoutAxis> } {
  const width = Math.floor(ROOM / names.length);
  const longestWord = Math.max(...names.flatMap((name) => name.split(' ').map(({ length }) => length)));
  const level = longestWord <= width;
  return {
    ticks: names.map((name) => (level ? wrap(name, width) : axisName(name))),
    axis: {
      ...nameAxis(title),
      type: 'category',
      tickangle: level ? 0 : -45,
      ...(names.length > MAX_TICKS && { dtick: Math.ceil(names.length / MAX_TICKS) }),
    },
  };
}

/** More names than this overlap. */
const MAX_TICKS = 26;
