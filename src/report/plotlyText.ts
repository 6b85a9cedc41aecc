import { stripBidiControls } from './escapeHtml';

/**
 * Text for Plotly, which takes some tags and links for markup: only line breaks, bold, italic, super- and subscripts
 * and the end of a hover text stay tags, without attributes; everything else is shown as it is written.
 */
export function plotlyText(text: string): string {
  return stripBidiControls(text).replace(MARKUP, (found) =>
    PLAIN_TAG.test(found) ? found : `&lt;${found.slice(1)}`,
  );
}

/** An angle bracket, with its plain tag where it is one. */
const MARKUP = /<(?:br>|\/?(?:b|i|sup|sub|extra)>)?/g;
const PLAIN_TAG = /^<.+>$/;
