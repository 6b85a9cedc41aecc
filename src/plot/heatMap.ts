import type { ColorBar, LayoutAxis } from 'plotly.js';
import { axisName, nameAxis } from './theme';
import { wrap } from './words';

/** A slim colour bar under the plot, where a narrow column has room for it; the note says what colours mean. */
export function colourBar(extra: Partial<ColorBar> = {}): Partial<ColorBar> {
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
    axis: { ...nameAxis(title), type: 'category', tickangle: level ? 0 : -45 },
  };
}
