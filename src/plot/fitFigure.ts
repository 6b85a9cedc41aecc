import type { Layout, LayoutAxis } from 'plotly.js';
import type { Figure } from './figure';
import { titlePadding, topMargin } from './theme';
import { wrap } from './words';

/** What stands left and right of a title, in pixels. */
const BESIDE = 36;
/** Width of a letter of a title, in 16-pixel type, a little more than the mean. */
const TITLE_LETTER = 7.7;
/** Width of a letter of notes and names, in 12-pixel type. */
const LETTER = 6.4;
/** Lines longer than this nobody likes to read. */
const LONGEST_LINE = 110;

/**
 * The same figure for a place `width` pixels wide. Figures break their titles for a narrow column, as they do not
 * know where they will stand; here titles, notes and the title of the x axis are broken where this place asks for
 * it, and the names under a heat map stand level where they fit.
 */
export function fitFigure(figure: Figure, width: number): Figure {
  const beside = widthOfNames(figure);
  const layout = withRoomForText(figure, withLevelNames(figure, width - beside), width - beside);
  return { ...figure, layout: withFittedAxis(withFittedTitle(layout, width), width - beside) };
}

function withFittedTitle(layout: Partial<Layout>, width: number): Partial<Layout> {
  const { title, margin, height } = layout;
  if (!title?.text) return layout;
  const text = rewrapped(title.text, (width - BESIDE) / TITLE_LETTER);
  const said = (title.subtitle as { text?: string } | undefined)?.text;
  const note = said && rewrapped(said, (width - BESIDE) / LETTER);
  const top = topMargin(text, note);
  return {
    ...layout,
    title: { ...title, text, pad: titlePadding(text), ...(note && { subtitle: { text: note } }) },
    margin: { ...margin, t: top },
    ...(height !== undefined && { height: height - (margin?.t ?? top) + top }),
  };
}

function withFittedAxis(layout: Partial<Layout>, width: number): Partial<Layout> {
  const { xaxis } = layout;
  if (!xaxis?.title?.text || layout.grid) return layout;
  const text = rewrapped(xaxis.title.text, (width - BESIDE) / LETTER);
  return { ...layout, xaxis: { ...xaxis, title: { ...xaxis.title, text } } };
}

/** Names that slant because a narrow column has no room for them stand level where there is room. */
function withLevelNames({ data, layout }: Figure, width: number): Partial<Layout> {
  const names = (data[0] as { x?: readonly unknown[] }).x;
  if (layout.xaxis?.tickangle !== -45 || !names) return layout;
  const texts = names.map((name) => unwrapped(String(name)));
  const letters = Math.floor((width - BESIDE) / names.length / LETTER);
  const longestWord = Math.max(...texts.flatMap((text) => text.split(' ').map(({ length }) => length)));
  if (longestWord > letters) return layout;
  const level: Partial<LayoutAxis> = {
    tickmode: 'array',
    tickvals: [...names] as string[],
    ticktext: texts.map((text) => wrap(text, letters)),
    tickangle: 0,
  };
  return { ...layout, xaxis: { ...layout.xaxis, ...level } };
}

/** Text that stands behind bars takes more of a narrow axis than of a wide one. */
function withRoomForText({ data }: Figure, layout: Partial<Layout>, width: number): Partial<Layout> {
  const [least, most] = layout.xaxis?.range ?? [];
  const needed = data.flatMap((trace) => {
    const {
      textposition,
      x = [],
      text,
    } = trace as Partial<{ textposition: string; x: number[]; text: string[] }>;
    if (textposition !== 'outside' || !Array.isArray(text)) return [];
    return text.map((words, i) => x[i] / Math.max(0.3, 1 - (words.length * LETTER) / (width - BESIDE)));
  });
  if (least !== 0 || needed.length === 0) return layout;
  return { ...layout, xaxis: { ...layout.xaxis, range: [0, Math.max(most, ...needed)] } };
}

/** What the names along the y axis take of the width; nothing where it counts. */
function widthOfNames({ data, layout }: Figure): number {
  const ticks = layout.yaxis?.ticktext ?? new Set(data.flatMap(namesAlong));
  const lines = [...ticks].flatMap((name) => String(name).split('<br>'));
  return LETTER * lines.reduce((longest, { length }) => Math.max(longest, length), 0);
}

function namesAlong(trace: Figure['data'][number]): string[] {
  const { y = [] } = trace as { y?: ArrayLike<unknown> };
  return typeof y[0] === 'string' ? Array.from(y as ArrayLike<string>) : [];
}

function rewrapped(text: string, width: number): string {
  return wrap(unwrapped(text), Math.min(LONGEST_LINE, Math.floor(width)));
}

function unwrapped(text: string): string {
  return text.replaceAll('<br>', ' ');
}
