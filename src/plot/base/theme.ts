import type { Layout, LayoutAxis, Template } from 'plotly.js';
import type { Figure } from './figure';
import type { FigureOptions } from './figureOptions';
import { INK, MUTED } from './palette';
import { wrap } from './wrap';

/** What a figure hands over to be dressed in the one theme. */
export interface FigureParts {
  data: Figure['data'];
  /** Axes, shapes, annotations; the theme adds the rest. */
  layout: Partial<Layout>;
  /** The finding. */
  title: string;
  /** Said small under the title: what was left out, what a line means. */
  note?: string;
  /** What kind of picture of what: 'Histogram of income'. The alternative text adds the title. */
  kind: string;
  /** Height of the plot area in pixels, without title and legend. */
  plotHeight: number;
  /** Names in the legend; they reserve their room. No legend when absent. */
  legend?: readonly string[];
}

const FONT = 'Helvetica Neue, Arial, Liberation Sans, sans-serif';
/** A line of 16-pixel type that still fits a column of 400 pixels. */
const TITLE_WIDTH = 46;
const NOTE_WIDTH = 62;

/** A finished figure: the parts in the one theme, title wrapped, room made for title and legend. */
export function compose(parts: FigureParts, options: FigureOptions): Figure {
  const title = wrap(options.title ?? parts.title, TITLE_WIDTH);
  const note = parts.note ? wrap(parts.note, NOTE_WIDTH) : undefined;
  const top = topMargin(title, note);
  const layout: Partial<Layout> = {
    template: template(),
    title: {
      text: title,
      pad: titlePadding(title),
      ...(note && { subtitle: { text: note } }),
    },
    showlegend: parts.legend !== undefined,
    margin: { l: 16, r: 20, t: top, b: 16 },
    height: Math.round(top + parts.plotHeight + legendHeight(parts.legend) + 60),
    ...parts.layout,
  };
  const description = `${parts.kind}. ${options.title ?? parts.title}.`;
  return { data: parts.data, layout, description };
}

/** An axis of names rather than numbers: no grid, a little air between name and plot. */
export function nameAxis(title = ''): Partial<LayoutAxis> {
  return { title: { text: title }, showgrid: false, zeroline: false, ticklen: 6, tickcolor: 'rgba(0,0,0,0)' };
}

/** A long name in two or three short lines, for the names along an axis. */
export function axisName(name: string, width = 24): string {
  return wrap(name, width);
}

/** The room about a title: Plotly hangs one of several lines higher. */
export function titlePadding(title: string): { l: number; t: number } {
  return { l: 14, t: title.includes('<br>') ? 22 : 16 };
}

/** What title and note take at the top, in pixels. */
export function topMargin(title: string, note: string | undefined): number {
  const lines = (text: string) => text.split('<br>').length;
  return 32 + lines(title) * 21 + (note ? 6 + lines(note) * 16 : 0);
}

/** As if the names stood one to a line, as they do in a narrow column; a wide one gives the room to the plot. */
function legendHeight(names: readonly string[] | undefined): number {
  if (!names) return 0;
  const narrow = names.reduce((used, name) => used + name.length + 7, 0);
  return 12 + 19 * Math.min(names.length, Math.ceil(narrow / 45));
}

/** White ground for print, quiet grid, title at the left, legend below the plot where it collides with nothing. */
function template(): Template {
  const axis = {
    automargin: true,
    gridcolor: '#E6E8EB',
    linecolor: MUTED,
    zerolinecolor: '#C9CED4',
    ticks: 'outside' as const,
    ticklen: 4,
    tickcolor: MUTED,
    title: { standoff: 8, font: { size: 13 } },
  };
  return {
    layout: {
      font: { family: FONT, size: 12, color: INK },
      paper_bgcolor: '#FFFFFF',
      plot_bgcolor: '#FFFFFF',
      title: {
        font: { size: 16, color: INK },
        subtitle: { font: { size: 12, color: '#5A6470' } },
        x: 0,
        xref: 'container',
        xanchor: 'left',
        y: 1,
        yref: 'container',
        yanchor: 'top',
      },
      xaxis: axis,
      yaxis: axis,
      legend: {
        orientation: 'h',
        xref: 'container',
        x: 0.01,
        xanchor: 'left',
        yref: 'container',
        y: 0.01,
        yanchor: 'bottom',
        itemsizing: 'constant',
      },
      hovermode: 'closest',
      hoverlabel: {
        bgcolor: '#FFFFFF',
        bordercolor: MUTED,
        font: { family: FONT, size: 12, color: INK },
        align: 'left',
      },
    },
  } as Template;
}
