import { readFileSync } from 'node:fs';

/** plotly.js as the text of a script element: nothing in it may end the element or open a comment. */
export function plotlySource(): string {
  return readFileSync(require.resolve('plotly.js-dist-min'), 'utf8')
    .replaceAll('<!--', '<\\!--')
    .replaceAll('</script', '<\\/script');
}
