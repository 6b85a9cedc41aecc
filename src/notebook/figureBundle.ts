import type { Figure } from '../plot/base/figure';
import { escapeHtml } from '../report/escapeHtml';
import { plotlyJson } from '../report/plotlyJson';
import type { Picture } from '../report/staticPicture';
import { NO_FORMULAS } from '../ui/noFormulas';
import type { DisplayBundle } from './kernel';

/** The MIME type that Jupyter's front ends draw as a live figure. */
export const PLOTLY_MIME = 'application/vnd.plotly.v1+json';

/** Not image/png: JupyterLab's Plotly view shows a PNG that comes along instead of the live figure. */
const PICTURE_MIME = 'image/jpeg';

/**
 * A figure in every format a viewer may want: live (Plotly's JSON), a still picture when there is one, and
 * words. Viewers that prefer HTML to pictures would hide the picture, so the HTML in words is given only where
 * there is no picture.
 */
export function figureBundle(figure: Figure, picture?: Picture): DisplayBundle {
  const data: Record<string, unknown> = {
    [PLOTLY_MIME]: plotlyJson(figure),
    'text/plain': figureText(figure),
  };
  if (!picture) {
    data['text/html'] =
      `<p class="${NO_FORMULAS}"><strong>${escapeHtml(figureTitle(figure))}</strong><br>${escapeHtml(figure.description)}</p>`;
    return { data, metadata: {} };
  }
  data[PICTURE_MIME] = picture.jpeg;
  return { data, metadata: { [PICTURE_MIME]: { width: picture.width, height: picture.height } } };
}

/** The figure in one or two lines of text. */
export function figureText(figure: Figure): string {
  const title = figureTitle(figure);
  return figure.description && figure.description !== title
    ? `Figure: ${title}\n${figure.description}`
    : `Figure: ${title}`;
}

/** The title without markup; the description where there is none. */
function figureTitle({ layout, description }: Figure): string {
  const title = layout.title as string | { text?: string } | undefined;
  const text = typeof title === 'string' ? title : (title?.text ?? '');
  return (
    text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<\/?[a-z][^<>]*>/gi, '')
      .trim() || description
  );
}
