import type { Layout, LayoutAxis } from 'plotly.js';

/** One small picture of several that stand in a grid. */
export interface Panel {
  /** What a trace names its axes by. */
  axes: { xaxis: 'x'; yaxis: 'y' };
  /** The same as plain strings, for shapes and annotations. */
  x: string;
  y: string;
  /** True for the leftmost panel of a row, which carries the title of a shared y axis. */
  leftmost: boolean;
}

/** The axes of panel `i`, counted along rows of `perRow`. */
export function panelAt(i: number, perRow: number): Panel {
  const suffix = i === 0 ? '' : String(i + 1);
  const axes = { xaxis: `x${suffix}`, yaxis: `y${suffix}` } as unknown as Panel['axes'];
  return { axes, x: `x${suffix}`, y: `y${suffix}`, leftmost: i % perRow === 0 };
}

/** The grid and the axes of all panels, as layout. */
export function panelLayout(
  axes: readonly { x: Partial<LayoutAxis>; y: Partial<LayoutAxis> }[],
  perRow: number,
  gaps: { x: number; y: number },
): Partial<Layout> {
  const layout: Record<string, unknown> = {};
  if (axes.length > 1) {
    layout.grid = {
      rows: Math.ceil(axes.length / perRow),
      columns: Math.min(perRow, axes.length),
      pattern: 'independent',
      xgap: gaps.x,
      ygap: gaps.y,
    };
  }
  axes.forEach(({ x, y }, i) => {
    const suffix = i === 0 ? '' : String(i + 1);
    layout[`xaxis${suffix}`] = x;
    layout[`yaxis${suffix}`] = y;
  });
  return layout;
}
