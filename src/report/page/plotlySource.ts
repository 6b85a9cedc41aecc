import { readFileSync } from 'node:fs';
import { inlineScript } from './inlineScript';

/** plotly.js as the text of a script element. */
export function plotlySource(): string {
  return inlineScript(readFileSync(require.resolve('plotly.js-dist-min'), 'utf8'));
}
