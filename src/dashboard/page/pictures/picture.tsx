import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Figure } from '../../../plot/base/figure';
import { FigureFrame } from '../../../ui/figure/figureFrame';
import { fileName } from '../files/fileName';
import { type Box, onBox, onLegend } from './pictureEvents';
import { plotly } from './plotly';

interface PictureProps {
  figure: Figure;
  /** Names the files that are saved. While it stays, so do the turn of a picture in space and what was zoomed. */
  name: string;
  /** Told the ranges of the box that was drawn, by axis; without it, a box zooms. */
  onSelect?: (box: Box) => void;
  /** Told the name in the legend that was clicked; without it, a click hides what has that name. */
  onName?: (name: string) => void;
}

/** A figure of the library on the page, with buttons that save it. */
export function Picture({ figure, name, onSelect, onName }: PictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const selects = onSelect !== undefined && !TOUCH.matches;
  const draw = () => {
    const { data, layout } = figure;
    // the box that was drawn is a filter by now
    const kept = {
      uirevision: name,
      selections: [],
      selectionrevision: drawings++,
      dragmode: dragmode(layout, selects),
    };
    void plotly().react(place.current!, data, { ...layout, ...kept, autosize: true }, CONFIG);
  };
  // a new picture lets the page be seen first; one that is there already changes with the page
  const there = useRef(false);
  useLayoutEffect(() => {
    if (there.current) draw();
  }, [figure, name, selects]);
  useEffect(() => {
    if (!there.current) draw();
    there.current = true;
  }, [figure, name, selects]);
  useEffect(() => {
    const element = place.current!;
    return () => plotly().purge(element);
  }, []);
  useEffect(() => onBox(place.current!, onSelect), [onSelect]);
  useEffect(() => onLegend(place.current!, onName), [onName]);
  return (
    <FigureFrame description={figure.description} plot={place}>
      <figcaption>
        {selects && <small>Draw a box to show only its customers.</small>}
        {(['png', 'svg'] as const).map((format) => (
          <button
            type="button"
            class="quiet"
            key={format}
            aria-label={`Save as ${format.toUpperCase()}`}
            onClick={() => save(place.current!, fileName(name), format)}
          >
            {format.toUpperCase()}
          </button>
        ))}
      </figcaption>
    </FigureFrame>
  );
}

let drawings = 0;

/** A finger scrolls the page; it cannot draw a box meanwhile. */
const TOUCH = matchMedia('(pointer: coarse)');

const CONFIG = {
  responsive: true,
  // a finger does not hover: the buttons would always be there, upon the title
  displayModeBar: TOUCH.matches ? false : ('hover' as const),
  displaylogo: false,
  // What is on this page stays on this machine: Plotly would offer to send it to a server of its own.
  showSendToCloud: false,
  plotlyServerURL: '',
  modeBarButtonsToRemove: ['toImage' as const, 'lasso2d' as const],
};

function dragmode({ scene }: Figure['layout'], selects: boolean): 'turntable' | 'select' | 'zoom' | false {
  if (scene) return 'turntable';
  if (TOUCH.matches) return false;
  return selects ? 'select' : 'zoom';
}

function save(element: HTMLElement, filename: string, format: 'png' | 'svg'): void {
  const { width, height } = element.getBoundingClientRect();
  const scale = format === 'png' ? 2 : 1;
  void plotly().downloadImage(element, { format, filename, width, height, scale });
}
