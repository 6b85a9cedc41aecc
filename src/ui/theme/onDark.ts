import { ACCENT, INK, MUTED, NEUTRAL } from '../../plot/base/palette';
import { DARK, LIGHT } from './colors';

/** What the colors of figures and segments become on a dark ground. */
const ON_DARK: Readonly<Record<string, string>> = {
  [LIGHT.sheet]: DARK.sheet,
  [INK]: DARK.ink,
  [LIGHT.quiet]: DARK.quiet,
  [MUTED]: '#8C97A3',
  [NEUTRAL]: '#93A4B8',
  [ACCENT]: DARK.poor,
  // grid lines and zero lines, flat and in space
  '#E6E8EB': DARK.line,
  '#C5CBD2': '#46515C',
  '#C9CED4': '#4A5561',
  '#8E98A3': '#8C97A3',
  // segments that would be dim
  '#0072B2': '#3E9BE0',
  '#009E73': '#2FBE93',
  '#D55E00': '#F07A28',
  '#56B4E9': '#9AD5F7',
  '#000000': '#F2F2F2',
};

/** A color of the palette on a dark ground; one that is bright enough stays. */
export function onDark(color: string): string {
  return ON_DARK[color.toUpperCase()] ?? color;
}
