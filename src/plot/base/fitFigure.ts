import type { Layout, LayoutAxis } from 'plotly.js';
import type { Figure } from './figure';
import { fitRowNames } from './fitRowNames';
import { titlePadding, topMargin } from './theme';
import { wrap } from './wrap';

/** What stands left and right of a title, in pixels. */
const BESIDE = 36;
/** Width of a letter of a title, in 16-pixel type, a little more than the mean. */
const TITLE_LETTER = 7.7;
/** Width of a letter of notes and names, in 12-pixel type. */
const LETTER = 6.4;
/** Type of the numbers in a heat map: the largest, and the width of a digit in sizes of the type. */
const LARGEST = 12;
const DIGIT = 0.55;
/** What a line of slanted type takes of the width, in pixels, and the letters that figures leave room for. */
const SLANTED_LINE = 20;
const SLANTED_LETTERS = 20;
/** Lines longer than this nobody likes to read. */
const MAX_LINE_LENGTH = 110;

/**
 * The same figure for a place `width` pixels wide. Figures break their titles for a narrow column, as they do not
 * know where they will stand; here titles, notes, names and the title of the x axis are broken where this place asks
 * for it, the names under a heat map stand level where they fit, and its numbers are as large as its cells allow.
 */
export function fitFigure(figure: Figure, width: number): Figure {
  const named = fitRowNames(figure, width);
  const room = width - widthOfNames(named.layout);
  const layout = withRoomForText(named, withLevelNames(named, room), room);
  return {
    ...figure,
    data: figure.data[0]?.type === 'heatmap' ? withReadableCells(figure.data, room) : figure.data,
    layout: withFittedAxis(withFittedTitle(layout, width), room),
  };
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
  if (longestWord > letters) return withSlantedNames(layout, names, texts, (width - BESIDE) / names.length);
  const level: Partial<LayoutAxis> = {
    tickmode: 'array',
    tickvals: [...names] as string[],
    ticktext: texts.map((text) => wrap(text, letters)),
    tickangle: 0,
  };
  return { ...layout, xaxis: { ...layout.xaxis, ...level } };
}

/** Slanted names in no more lines than stand side by side under a cell, with room for the longer lines. */
function withSlantedNames(
  layout: Partial<Layout>,
  names: readonly unknown[],
  texts: readonly string[],
  cell: number,
): Partial<Layout> {
  const lines = Math.max(1, Math.floor(cell / SLANTED_LINE));
  if (names.every((name) => String(name).split('<br>').length <= lines)) return layout;
  const letters = Math.max(...texts.map((text) => Math.ceil(text.length / lines) + 4));
  const ticks = { tickvals: [...names] as string[], ticktext: texts.map((text) => wrap(text, letters)) };
  const deeper = Math.max(0, (letters - SLANTED_LETTERS) * LETTER * Math.SQRT1_2);
  return {
    ...layout,
    xaxis: { ...layout.xaxis, tickmode: 'array', ...ticks },
    ...(layout.height !== undefined && { height: layout.height + Math.round(deeper) }),
  };
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
function widthOfNames({ yaxis }: Partial<Layout>): number {
  const lines = (yaxis?.ticktext ?? []).flatMap((name) => String(name).split('<br>'));
  return LETTER * lines.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** The numbers in a heat map were made small for a narrow column. */
function withReadableCells([map, text, ...rest]: Figure['data'], width: number): Figure['data'] {
  const { mode, textfont, text: words } = (text ?? {}) as Partial<CellText>;
  if (mode !== 'text' || !textfont || !words) return text ? [map, text, ...rest] : [map];
  const columns = (map as { x: readonly string[] }).x.length;
  const longest = Math.max(1, ...words.flatMap((cell) => cell.split('<br>').map(({ length }) => length)));
  const room = Math.floor((width - BESIDE) / columns / (longest * DIGIT));
  const size = Math.max(textfont.size, Math.min(LARGEST, room));
  return [map, { ...text, textfont: { ...textfont, size } } as Figure['data'][number], ...rest];
}

interface CellText {
  mode: string;
  text: readonly string[];
  textfont: { size: number };
}

function rewrapped(text: string, width: number): string {
  return wrap(unwrapped(text), Math.min(MAX_LINE_LENGTH, Math.floor(width)));
}

function unwrapped(text: string): string {
  return text.replaceAll('<br>', ' ');
}
