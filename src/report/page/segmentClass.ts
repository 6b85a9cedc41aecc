import { segmentColor } from '../../plot/base/palette';

/** Colors come again after so many segments. */
const COLORS = 8;

/** The class that gives an element the color of a segment. */
export function segmentClass(segment: number): string {
  return segment < 0 ? 'noise' : `segment-${segment % COLORS}`;
}

/** The style of these classes: `--segment` is the color, brought to the ground it stands on. */
export function segmentStyle(onGround: (color: string) => string): string {
  const segments = [-1, ...Array.from({ length: COLORS }, (_, segment) => segment)];
  return segments
    .map((segment) => `.${segmentClass(segment)} { --segment: ${onGround(segmentColor(segment))}; }`)
    .join('\n');
}
