import { segmentColour } from '../../plot/palette';

/** Colours come again after so many segments. */
const COLOURS = 8;

/** The class that gives an element the colour of a segment. */
export function segmentClass(segment: number): string {
  return segment < 0 ? 'noise' : `segment-${segment % COLOURS}`;
}

/** The style of these classes: `--segment` is the colour, brought to the ground it stands on. */
export function segmentStyle(onGround: (colour: string) => string): string {
  const segments = [-1, ...Array.from({ length: COLOURS }, (_, segment) => segment)];
  return segments
    .map((segment) => `.${segmentClass(segment)} { --segment: ${onGround(segmentColour(segment))}; }`)
    .join('\n');
}
