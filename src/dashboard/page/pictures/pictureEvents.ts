/** A box drawn in a picture, in the units of its axes. */
export interface Box {
  x: Range;
  y: Range;
}

type Range = [number, number];

/** A place where Plotly has drawn. */
interface Drawn extends HTMLElement {
  on?(event: string, handler: (event?: PlotlyEvent) => boolean | undefined): void;
  removeAllListeners?(event: string): void;
}

interface PlotlyEvent {
  range?: Box;
  curveNumber?: number;
  data?: { name?: string }[];
}

/** Listens for boxes. @returns stops listening. */
export function onBox(place: Drawn, told: ((box: Box) => void) | undefined): (() => void) | undefined {
  if (!told) return undefined;
  return listen(place, 'plotly_selected', (event) => {
    if (event?.range) told({ x: inOrder(event.range.x), y: inOrder(event.range.y) });
    return undefined;
  });
}

/** Listens for clicks on names in the legend, which then hide nothing. @returns stops listening. */
export function onLegend(place: Drawn, told: ((name: string) => void) | undefined): (() => void) | undefined {
  if (!told) return undefined;
  return listen(place, 'plotly_legendclick', (event) => {
    const name = event?.data?.[event.curveNumber ?? -1]?.name;
    if (name !== undefined) told(name.replaceAll('<br>', ' '));
    return false;
  });
}

function listen(
  place: Drawn,
  event: string,
  handler: (event?: PlotlyEvent) => boolean | undefined,
): (() => void) | undefined {
  place.on?.(event, handler);
  return () => place.removeAllListeners?.(event);
}

function inOrder([a, b]: Range): Range {
  return a <= b ? [a, b] : [b, a];
}
