import { kebabCase } from '../../core/kebabCase';
import { SEGMENT_COLOR_COUNT, segmentColor } from '../../plot/base/palette';
import { type Colors, DARK, LIGHT } from './colors';
import { onDark } from './onDark';
import { segmentClass } from './segmentClass';

/**
 * The theme as CSS: every color of the page as a custom property (`--ground`, `--on-accent`, …), and the colors of
 * segments as classes.
 *
 * @param darkWhen 'system': dark where the reader's system is; 'chosen': where the page says `data-theme="dark"`.
 * Paper is always light.
 */
export function themeStyle(darkWhen: 'system' | 'chosen'): string {
  const light = rules(':root', LIGHT, (color) => color);
  const dark = rules(darkWhen === 'system' ? ':root' : ':root[data-theme="dark"]', DARK, onDark);
  return darkWhen === 'system'
    ? `${light}\n@media screen and (prefers-color-scheme: dark) {\n${dark}\n}`
    : `${light}\n${dark}`;
}

function rules(root: string, colors: Colors, onGround: (color: string) => string): string {
  const scheme = `color-scheme: ${colors === LIGHT ? 'light' : 'dark'};`;
  const properties = Object.entries(colors).map(([name, color]) => `--${kebabCase(name)}: ${color};`);
  const segments = Array.from({ length: SEGMENT_COLOR_COUNT + 1 }, (_, i) => i - 1).map(
    (segment) => `${scope(root)}.${segmentClass(segment)} { --segment: ${onGround(segmentColor(segment))}; }`,
  );
  return [`${root} { ${[scheme, ...properties].join(' ')} }`, ...segments].join('\n');
}

function scope(root: string): string {
  return root === ':root' ? '' : `${root} `;
}
