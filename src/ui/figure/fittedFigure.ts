import type { Figure } from '../../plot/base/figure';
import { fitFigure } from '../../plot/base/fitFigure';
import { darkFigure } from '../theme/darkFigure';
import { PAPER_WIDTH } from '../theme/paper';

/** Where a figure is going to stand. */
export interface FigurePlace {
  /** In pixels. */
  width: number;
  dark: boolean;
  /** On paper it is light, and no wider than a sheet. */
  paper: boolean;
}

/** The figure as its place asks for: titles and names broken for its width, in the colors of its ground. */
export function fittedFigure(figure: Figure, { width, dark, paper }: FigurePlace): Figure {
  if (!paper) return fitFigure(dark ? darkFigure(figure) : figure, width);
  const { layout, ...rest } = fitFigure(figure, Math.min(width, PAPER_WIDTH));
  return { ...rest, layout: { ...layout, width: Math.min(width, PAPER_WIDTH) } };
}
