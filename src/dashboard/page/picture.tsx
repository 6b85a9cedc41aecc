import { useEffect, useRef } from 'preact/hooks';
import type { Figure } from '../../plot/figure';
import { plotly } from './plotly';
import { coloured, dark } from './theme';

/** A figure of the library on the page, with buttons that save it. */
export function Picture({ figure, name, onSelect }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const isDark = dark.value;
  useEffect(() => {
    const { data, layout } = coloured(swift(figure), isDark);
    // Without `uirevision` every change would turn a 3-D picture back to where it began.
    const config = {
      responsive: true,
      displaylogo: false,
      modeBarButtonsToRemove: ['toImage' as const, 'lasso2d' as const],
    };
    void plotly().react(place.current!, data, { ...layout, autosize: true, uirevision: name }, config);
  }, [figure, isDark, name]);
  useEffect(() => {
    const element = place.current!;
    return () => plotly().purge(element);
  }, []);
  useEffect(() => listen(place.current!, onSelect), [onSelect]);
  return (
    <figure class="picture">
      <div ref={place} role="img" aria-label={figure.description} class="plot" />
      <figcaption>
        <button type="button" class="quiet" onClick={() => save(place.current!, name, 'png')}>
          PNG
        </button>
        <button type="button" class="quiet" onClick={() => save(place.current!, name, 'svg')}>
          SVG
        </button>
      </figcaption>
    </figure>
  );
}

/** So many points are drawn by the graphics card, which stays fluid where single shapes would not. */
const MANY_POINTS = 4000;

function swift(figure: Figure): Figure {
  const points = figure.data.filter(({ type }) => type === 'scatter') as { x?: ArrayLike<unknown> }[];
  const count = points.reduce((sum, { x }) => sum + (x?.length ?? 0), 0);
  if (count <= MANY_POINTS) return figure;
  const data = figure.data.map((trace) =>
    trace.type === 'scatter' ? { ...trace, type: 'scattergl' as const } : trace,
  );
  return { ...figure, data };
}

interface PictureProps {
  figure: Figure;
  /** Names the files that are saved. */
  name: string;
  /** Told the ranges of the box that was drawn, by axis. */
  onSelect?: (box: { x: [number, number]; y: [number, number] }) => void;
}

type Range = [number, number];

interface Listening extends HTMLElement {
  on?(event: string, handler: (event?: { range?: { x: Range; y: Range } }) => void): void;
  removeAllListeners?(event: string): void;
}

function listen(element: Listening, onSelect: PictureProps['onSelect']): (() => void) | undefined {
  if (!onSelect || !element.on) return undefined;
  element.on('plotly_selected', (event) => {
    if (event?.range) onSelect({ x: inOrder(event.range.x), y: inOrder(event.range.y) });
  });
  return () => element.removeAllListeners?.('plotly_selected');
}

function inOrder([a, b]: Range): Range {
  return a <= b ? [a, b] : [b, a];
}

function save(element: HTMLElement, name: string, format: 'png' | 'svg'): void {
  const { width, height } = element.getBoundingClientRect();
  void plotly().downloadImage(element, {
    format,
    filename: name,
    width,
    height,
    scale: format === 'png' ? 2 : 1,
  });
}
