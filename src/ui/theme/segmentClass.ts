import { SEGMENT_COLOR_COUNT } from '../../plot/base/palette';

/** The class that gives an element the color of a segment as `--segment`; colors repeat as those of figures do. */
export function segmentClass(segment: number): string {
  return segment < 0 ? 'noise' : `segment-${segment % SEGMENT_COLOR_COUNT}`;
}
