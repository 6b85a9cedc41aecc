import { INK } from '../../plot/base/palette';

/** The colors of pages, by what they are for. Text has at least 4.5 : 1 on `ground` and `sheet` (WCAG 2.2). */
export interface Colors {
  /** The page. */
  ground: string;
  /** Cards, tables and figures that lie on it. */
  sheet: string;
  /** Text. */
  ink: string;
  /** Text of less weight: notes, units, captions. */
  quiet: string;
  /** Borders, and the empty part of a bar. */
  line: string;
  /** Links, the focus, and what is selected. */
  accent: string;
  /** Text on `accent`. */
  onAccent: string;
  good: string;
  fair: string;
  poor: string;
}

export const LIGHT: Colors = {
  ground: '#F6F7F9',
  sheet: '#FFFFFF',
  ink: INK,
  quiet: '#5A6470',
  line: '#DDE1E6',
  accent: '#0067A3',
  onAccent: '#FFFFFF',
  good: '#1A7F4B',
  fair: '#8F5300',
  poor: '#B2182B',
};

export const DARK: Colors = {
  ground: '#12161B',
  sheet: '#1B2128',
  ink: '#E6E9EC',
  quiet: '#AAB4BE',
  line: '#333D47',
  accent: '#7CC0FF',
  onAccent: '#10151A',
  good: '#4CC38A',
  fair: '#F0B35A',
  poor: '#FF8C82',
};
