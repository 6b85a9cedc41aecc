import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { writing } from '../core/refusals';

/**
 * Where results go, checked before any work is done.
 * @throws InputError when the folder's name is taken by a file, or a result would replace what is read.
 */
export function outputPaths<N extends string>(
  folder: string,
  names: readonly N[],
  inputs: readonly string[],
): Record<N, string> {
  const there = writing(folder, () => statSync(folder, { throwIfNoEntry: false }));
  if (there && !there.isDirectory())
    throw new InputError('conflict', phrase`${{ option: 'out' }} is ${{ file: folder }}, which is a file`, {
      remedy: 'name a folder',
    });
  const paths = Object.fromEntries(names.map((name) => [name, join(folder, name)])) as Record<N, string>;
  for (const path of Object.values<string>(paths)) checkNotInput(path, inputs);
  return paths;
}

/** @throws InputError when the file to write is one that is read. */
export function checkNotInput(path: string, inputs: readonly string[]): void {
  if (inputs.some((input) => resolve(input) === resolve(path))) {
    throw new InputError('conflict', phrase`the result would replace ${{ file: path }}, which is read`, {
      remedy: phrase`name another place by ${{ option: 'out' }}`,
    });
  }
}

/** A path as a person here would write it. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
