import type { Figure } from '../plot/base/figure';

/** What a figure that names no size of its own is painted at, in CSS pixels. */
const DEFAULT_SIZE = { width: 800, height: 450 };

/** How large a figure is painted, in CSS pixels: as large as it says itself. */
export function pictureSize({ layout }: Figure): { width: number; height: number } {
  return {
    width: layout.width || DEFAULT_SIZE.width,
    height: layout.height || DEFAULT_SIZE.height,
  };
}
