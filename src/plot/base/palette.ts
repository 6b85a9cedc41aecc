/**
 * Colors and marker symbols, that readers distinguish with any common color vision, and in print.
 * Segments differ by symbol as well, so color is never the only clue.
 */

/**
 * Okabe and Ito's colors for everyone ("Color Universal Design", 2002; recommended by Wong, Nature Methods 8,
 * 441, 2011), ordered so that the first four differ most in lightness, and the pale yellow comes last.
 */
const SEGMENT_COLORS = [
  '#0072B2', // blue
  '#E69F00', // orange
  '#009E73', // bluish green
  '#CC79A7', // reddish purple
  '#D55E00', // vermillion
  '#56B4E9', // sky blue
  '#000000', // black
  '#F0E442', // yellow
] as const;

/** Colors of segments come again after so many. */
export const SEGMENT_COLOR_COUNT = SEGMENT_COLORS.length;

/** Symbols that both flat and 3-D scatters know, though not every machine can draw an 'x' in space. Seven against eight colors: 56 pairs before one comes again. */
const SEGMENT_SYMBOLS = ['circle', 'square', 'diamond', 'cross', 'x', 'square-open', 'diamond-open'] as const;

/** Customers that belong to no segment. */
export const NOISE_COLOR = '#8A8A8A';
const NOISE_SYMBOL = 'circle-open';

/** What belongs to no segment in particular: bars, boxes and points of all customers. */
export const NEUTRAL = '#5B6B7F';
/** The one thing to look at: medians, means, chosen values. */
export const ACCENT = '#B2182B';
/** Text and axis lines. */
export const INK = '#2B2B2B';
/** Guide lines, and links of a tree above the cut. */
export const MUTED = '#9AA3AD';

/** From low (blue) through none (white) to high (red): ColorBrewer's RdBu, safe for color-blind readers and print. */
export const DIVERGING: [number, string][] = evenly([
  '#2166AC',
  '#4393C3',
  '#92C5DE',
  '#D1E5F0',
  '#F7F7F7',
  '#FDDBC7',
  '#F4A582',
  '#D6604D',
  '#B2182B',
]);

const BLUES = [
  '#F7FBFF',
  '#DEEBF7',
  '#C6DBEF',
  '#9ECAE1',
  '#6BAED6',
  '#4292C6',
  '#2171B5',
  '#08519C',
  '#08306B',
];

/** From none to much: ColorBrewer's Blues. */
export const SEQUENTIAL: [number, string][] = evenly(BLUES);

/** Paul Tol's "light" scheme (SRON/EPS/TN/09-002, 2021): kinds of things, in colors that no segment has. */
const CATEGORY_COLORS = [
  '#77AADD',
  '#EE8866',
  '#EEDD88',
  '#FFAABB',
  '#44BB99',
  '#BBCC33',
  '#99DDFF',
  '#AAAA00',
  '#DDDDDD',
];

/**
 * The color of a segment, the same in every figure. −1 (noise) is gray; colors come again after eight segments.
 *
 * @example
 * segmentColor(0);  // '#0072B2'
 * segmentColor(-1); // '#8A8A8A'
 */
export function segmentColor(index: number): string {
  return index < 0 ? NOISE_COLOR : SEGMENT_COLORS[index % SEGMENT_COLORS.length];
}

/**
 * The marker symbol of a segment, the same in every figure, so that a print in gray can be read.
 * −1 (noise) has one of its own.
 *
 * @example
 * segmentSymbol(0); // 'circle'
 */
export function segmentSymbol(index: number): string {
  return index < 0 ? NOISE_SYMBOL : SEGMENT_SYMBOLS[index % SEGMENT_SYMBOLS.length];
}

/** The color of one of several kinds, such as product categories. */
export function categoryColor(index: number): string {
  return CATEGORY_COLORS[index % CATEGORY_COLORS.length];
}

/** What tells a kind from the one that has the same color, where there are more kinds than colors. */
export function categoryPattern(index: number): { shape: '' | '/' | 'x' } {
  const round = Math.floor(index / CATEGORY_COLORS.length);
  return { shape: (['', '/'] as const)[round] ?? 'x' };
}

/** The color of step `index` of `count` ordered steps, light to dark. */
export function orderedColor(index: number, count: number): string {
  const position = count < 2 ? 0.5 : index / (count - 1);
  return BLUES[Math.round(1 + position * (BLUES.length - 2))];
}

/** The color at `position` (0 … 1) of a scale, as Plotly mixes it: straight between its neighbors. */
export function colorAt(scale: readonly [number, string][], position: number): string {
  const at = Math.min(1, Math.max(0, position)) * (scale.length - 1);
  const below = Math.min(Math.floor(at), scale.length - 2);
  const [from, to] = [channels(scale[below][1]), channels(scale[below + 1][1])];
  const mixed = from.map((value, i) => Math.round(value + (at - below) * (to[i] - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever stands out more from a color: at least 4.5 : 1 on any (WCAG 2.2, contrast ratio). */
export function textColorOn(color: string): string {
  const linear = channels(color).map((value) =>
    value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? '#000000' : '#FFFFFF';
}

function channels(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
}

function evenly(colors: readonly string[]): [number, string][] {
  return colors.map((color, i) => [i / (colors.length - 1), color]);
}
