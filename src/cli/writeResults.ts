import type { FileToWrite } from '../datasets/write/writeWhole';
import { shortPath } from './outputFiles';
import { uninterrupted } from './uninterrupted';

/** Writes all files or none. @returns their paths as a person here would write them. */
export function writeResults(files: readonly FileToWrite[]): string[] {
  const { writeAllWhole } =
    require('../datasets/write/writeWhole') as typeof import('../datasets/write/writeWhole');
  uninterrupted(() => writeAllWhole(files));
  return files.map(({ path }) => shortPath(path));
}
