import { ACCENT, INK, MUTED, NEUTRAL } from '../../plot/base/palette';

/** What the colors of figures become on a dark ground; those not named stay. */
export const darkColors: Readonly<Record<string, string>> = {
  '#FFFFFF': '#1B2128',
  '#E6E8EB': '#333D47',
  '#C9CED4': '#4A5561',
  '#5A6470': '#AAB4BE',
  '#000000': '#F2F2F2',
  '#0072B2': '#3E9BE0',
  '#009E73': '#2FBE93',
  '#D55E00': '#F07A28',
  '#56B4E9': '#9AD5F7',
  [INK]: '#E6E9EC',
  [MUTED]: '#8C97A3',
  [NEUTRAL]: '#93A4B8',
  [ACCENT]: '#FF8C82',
};

/** A color on a dark ground. */
export function inTheDark(color: string): string {
  return darkColors[color] ?? color;
}
