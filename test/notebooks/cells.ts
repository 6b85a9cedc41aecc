import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  const { shown, given } = stage(replaced);
  const run = new Function(...Object.keys(given), body(name, variables));
  return { variables: run(...Object.values(given)) as Variables, shown };
}

/** The same for a notebook whose cells wait for something. */
export async function tellWaiting<Variables>(
  name: string,
  variables: readonly (keyof Variables & string)[],
  replaced: Partial<typeof library> = {},
): Promise<Told<Variables>> {
  const { shown, given } = stage(replaced);
  const run = new Function(...Object.keys(given), `return (async () => ${body(name, variables)})();`);
  return { variables: (await run(...Object.values(given))) as Variables, shown };
}

/** What cells see, and where it is kept what they show. */
function stage(replaced: Partial<typeof library>) {
  const shown: library.Showable[] = [];
  const show = (...things: library.Showable[]) => void shown.push(...things);
  return { shown, given: { ...NODE, ...library, show, showMarkdown: () => {}, ...replaced } };
}

/** Functions of Node that notebooks import. */
const NODE = { mkdtempSync, rmSync, tmpdir, join };

function body(name: string, variables: readonly string[]): string {
  return `{ ${plainCode(name)}; return { ${variables.join(', ')} }; }`;
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
    .replaceAll(/^import [^;]*? from '(?:customer-segmentation(?:\/\w+)?|node:\w+)';$/gm, '');
  return transformSync(withoutImports, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    isModule: 'unknown',
  }).code;
}
