import type { ComponentProps } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fittedFigure } from '../../../ui/figure/fittedFigure';
import { PAPER_WIDTH } from '../../../ui/theme/paper';
import { dark } from '../theme';
import { Picture } from './picture';
import { printing } from './printing';

/** Widths this near to each other break no line differently worth a redrawing. */
const STEP = 20;

interface FittedPictureProps extends ComponentProps<typeof Picture> {
  /** The least, in pixels; by default what the figure needs. */
  height?: number;
}

/** A picture in the colors of the page, its title and names broken for the place where it stands. */
export function FittedPicture({ figure, height, ...rest }: FittedPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const paper = printing.value;
  const isDark = dark.value;
  const fitted = useMemo(() => {
    // the screen's width says nothing of the paper's
    if (paper) return fittedFigure(figure, { width: PAPER_WIDTH, dark: false, paper });
    if (!width) return undefined;
    const { layout, ...own } = fittedFigure(figure, { width, dark: isDark, paper });
    return { ...own, layout: { ...layout, height: Math.max(height ?? 0, layout.height ?? 0) } };
  }, [figure, width, height, paper, isDark]);
  return (
    <div ref={place} class="fitted">
      {fitted && <Picture figure={fitted} {...rest} />}
    </div>
  );
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
