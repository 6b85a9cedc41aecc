import type { ComponentProps } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Figure } from '../../../plot/base/figure';
import { fitFigure } from '../../../plot/base/fitFigure';
import { Picture } from './picture';
import { printing } from './printing';

/** Widths this near to each other break no line differently worth a redrawing. */
const STEP = 20;

interface FittedPictureProps extends ComponentProps<typeof Picture> {
  /** The least, in pixels; by default what the figure needs. */
  height?: number;
}

/** A picture whose title and names are broken for the place where it stands. */
export function FittedPicture({ figure, height, ...rest }: FittedPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const paper = printing.value;
  const fitted = useMemo(() => {
    if (paper) return onPaper(figure);
    if (!width) return undefined;
    const { layout, ...own } = fitFigure(figure, width);
    return { ...own, layout: { ...layout, height: Math.max(height ?? 0, layout.height ?? 0) } };
  }, [figure, width, height, paper]);
  return (
    <div ref={place} class="fitted">
      {fitted && <Picture figure={fitted} {...rest} />}
    </div>
  );
}

/** What a sheet of paper is wide, less its margins, in pixels; the screen's width says nothing of it. */
const PAPER = 700;

function onPaper(figure: Figure): Figure {
  const { layout, ...rest } = fitFigure(figure, PAPER);
  return { ...rest, layout: { ...layout, width: PAPER } };
}

/** The width of an element in steps, as soon as it stands and as it changes. */
function useWidth(place: { current: HTMLElement | null }): number | undefined {
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const element = place.current!;
    const measure = () => setWidth(Math.max(STEP, Math.floor(element.clientWidth / STEP) * STEP));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
