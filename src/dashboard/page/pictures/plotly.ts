import type { Config, Data, Layout, PlotlyHTMLElement } from 'plotly.js';

/** The parts of Plotly that the page uses; the script itself comes beside the page. */
interface PlotlyScript {
  react(
    element: HTMLElement,
    data: Data[],
    layout: Partial<Layout>,
    config: Partial<Config>,
  ): Promise<PlotlyHTMLElement>;
  purge(element: HTMLElement): void;
  downloadImage(
    element: HTMLElement,
    options: { format: 'png' | 'svg'; filename: string; width: number; height: number; scale?: number },
  ): Promise<string>;
  Plots: { resize(element: HTMLElement): Promise<void> };
}

/** Plotly, once its script has been read. */
export function plotly(): PlotlyScript {
  return (globalThis as unknown as { Plotly: PlotlyScript }).Plotly;
}
