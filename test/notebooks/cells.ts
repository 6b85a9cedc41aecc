import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import * as library from '../support/library';

/** What a notebook's cells left behind: its variables, and what it handed to `show`. */
export interface Told<Variables> {
  variables: Variables;
  shown: library.Showable[];
}

/**
 * Runs the code cells of a notebook here, one after the other, without a kernel: the story that readers are told,
 * and not a copy of it.
 *
 * @param name file name without '.ipynb'.
 * @param variables names of the top-level variables to hand back.
 * @param replaced functions of the library to replace, such as `loadDataset`.
 */
export function tell<Variables>(
  name: string,
  variables: readonly (keyof Variables & string)[],
  replaced: Partial<typeof library> = {},
): Told<Variables> {
  const shown: library.Showable[] = [];
  const show = (...things: library.Showable[]) => void shown.push(...things);
  const given = { ...library, show, showMarkdown: () => {}, ...replaced };
  const code = `{ ${plainCode(name)}; return { ${variables.join(', ')} }; }`;
  const run = new Function(...Object.keys(given), code);
  return { variables: run(...Object.values(given)) as Variables, shown };
}

/** The cells as one piece of JavaScript, whose imports are the function's parameters. */
function plainCode(name: string): string {
  const path = join(__dirname, '../../notebooks', `${name}.ipynb`);
  const { cells } = JSON.parse(readFileSync(path, 'utf8')) as {
    cells: { cell_type: string; source: string[] | string }[];
  };
  const sources = cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => [source].flat().join(''));
  const withoutImports = sources
    .join('\n')
    .replaceAll(/^import [^;]*? from 'customer-segmentation(?:\/\w+)?';$/gm, '');
  return transformSync(withoutImports, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    isModule: false,
  }).code;
}
