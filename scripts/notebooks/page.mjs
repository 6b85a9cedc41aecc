/** Makes one self-contained HTML page of an executed notebook, with the project's nbconvert template. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { jupyter } from './jupyter.mjs';

/**
 * @returns the page's path in `folder`
 * @throws Error in one sentence when nbconvert failed.
 */
export async function makePage(file, folder) {
  const name = basename(file, '.ipynb');
  const args = ['nbconvert', '--to', 'html', '--template', 'customer-segmentation', file];
  const { code, output } = await jupyter([...args, '--output-dir', folder, '--output', `${name}.html`]);
  const page = join(folder, `${name}.html`);
  if (code !== 0) throw new Error(`its HTML page could not be made: ${output.trim().split('\n').at(-1)}`);
  if (!readFileSync(page, 'utf8').trimEnd().endsWith('</html>')) throw new Error('its HTML page is cut off');
  return page;
}
