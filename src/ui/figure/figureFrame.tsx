import type { ComponentChildren, Ref } from 'preact';

interface FigureFrameProps {
  /** What the figure shows, for those who cannot see it. */
  description: string;
  /** Height in pixels that is kept free until the figure is drawn, so that nothing moves when it is. */
  height?: number;
  /** Where the figure is to be drawn. */
  plot?: Ref<HTMLDivElement>;
  children?: ComponentChildren;
}

/**
 * The place of a figure, with what stands below it. No image by role: its buttons must stay in reach; the drawing
 * itself is hidden from screen readers, who have the description.
 */
export function FigureFrame({ description, height, plot, children }: FigureFrameProps) {
  return (
    <figure aria-label={description}>
      <div ref={plot} class="plot" style={height === undefined ? undefined : { minHeight: `${height}px` }} />
      {children}
    </figure>
  );
}
