import type { Figure } from './figure';
import { wrap } from './wrap';

/** Width of a letter of the names, in 12-pixel type, and height of a line of them. */
const LETTER = 6.4;
const LINE = 14;
/** A place that has room for longer names than a narrow column, in pixels, and the share of it they may take. */
const ROOMY = 600;
const SHARE = 0.28;
/** What stands below the rows, and a little above them: the axis, its title, a line of the legend. */
const BELOW = 100;

/** The names along the y axis in fewer lines where the place is wide, and rows as tall as their names. */
export function fitRowNames(figure: Figure, width: number): Figure {
  const { data, layout } = figure;
  const { yaxis, height, margin } = layout;
  const places = yaxis?.tickvals ?? rowsOf(data);
  const names = yaxis?.ticktext ?? places;
  if (layout.grid || names.length === 0) return figure;
  const fitted = width < ROOMY ? [...names] : names.map((name) => rewrapped(String(name), width));
  const lines = Math.max(...fitted.map((name) => String(name).split('<br>').length));
  const rows = (height ?? 0) - (margin?.t ?? 0) - BELOW;
  const missing = yaxis?.ticktext ? 0 : Math.max(0, names.length * (lines * LINE + 2) - rows);
  return {
    ...figure,
    layout: {
      ...layout,
      yaxis: { ...yaxis, tickmode: 'array', tickvals: [...places], ticktext: fitted as string[] },
      ...(height !== undefined && { height: height + missing }),
    },
  };
}

/** The names that traces give their rows, each once. */
function rowsOf(data: Figure['data']): string[] {
  const names = data.flatMap((trace) => {
    const { y = [] } = trace as { y?: ArrayLike<unknown> };
    return typeof y[0] === 'string' ? Array.from(y as ArrayLike<string>) : [];
  });
  return [...new Set(names)];
}

function rewrapped(name: string, width: number): string {
  return wrap(name.replaceAll('<br>', ' '), Math.floor((width * SHARE) / LETTER));
}
