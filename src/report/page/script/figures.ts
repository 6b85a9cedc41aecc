import type { Config, Data, Layout } from 'plotly.js';
import type { Figure } from '../../../plot/base/figure';
import { fittedFigure } from '../../../ui/figure/fittedFigure';

/** Plotly stands in a script of its own before this one. */
declare const Plotly: {
  react(
    element: HTMLElement,
    data: Data[],
    layout: Partial<Layout>,
    config: Partial<Config>,
  ): Promise<unknown>;
};

interface PlacedFigure {
  plot: HTMLElement;
  /** As JSON, so that each drawing has a copy of its own: Plotly writes into what it is given. */
  json: string;
  drawn: boolean;
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Draws a figure when the reader comes near it, and the rest when there is time; again in other colors when the system
 * turns dark or light; and light and narrow for paper.
 */
export function drawFigures(): void {
  const figures = Array.from(document.querySelectorAll('figure'), placed);
  drawWhenNear(figures);
  setTimeout(() => void drawRest(figures), 200);
  const redraw = (paper: boolean) => {
    for (const figure of figures) draw(figure, paper);
  };
  dark.addEventListener('change', () => redraw(false));
  addEventListener('beforeprint', () => redraw(true));
  addEventListener('afterprint', () => redraw(false));
}

function placed(figure: HTMLElement): PlacedFigure {
  return {
    plot: figure.querySelector<HTMLElement>('.plot')!,
    json: figure.querySelector('script')!.textContent!,
    drawn: false,
  };
}

function drawWhenNear(figures: readonly PlacedFigure[]): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const figure = figures.find(({ plot }) => plot === target)!;
        if (isIntersecting && !figure.drawn) draw(figure);
      }
    },
    { rootMargin: '600px' },
  );
  for (const { plot } of figures) near.observe(plot);
}

/** One after another, with a pause that lets the page be used. */
async function drawRest(figures: readonly PlacedFigure[]): Promise<void> {
  for (const figure of figures) {
    if (!figure.drawn) await draw(figure);
    await new Promise((next) => setTimeout(next, 20));
  }
  document.documentElement.dataset.figures = 'drawn';
}

function draw(figure: PlacedFigure, paper = false): Promise<unknown> | undefined {
  const { plot, json } = figure;
  figure.drawn = true;
  try {
    const { config, ...read } = JSON.parse(json) as Figure & { config: Partial<Config> };
    const place = { width: plot.clientWidth, dark: dark.matches, paper };
    const { data, layout } = fittedFigure(read, place);
    plot.style.minHeight = '0';
    const drawing = Plotly.react(plot, data, paper ? layout : { ...layout, autosize: true }, config);
    for (const svg of plot.querySelectorAll('.main-svg')) svg.setAttribute('aria-hidden', 'true');
    return drawing;
  } catch (error) {
    plot.textContent = `${plot.parentElement!.ariaLabel} (This chart couldn’t be drawn.)`;
    console.error(error);
  }
}
