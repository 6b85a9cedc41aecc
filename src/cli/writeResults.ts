import type { FileToWrite } from '../datasets/write/writeWhole';
import { shortPath } from './outputFiles';
import { uninterrupted } from './uninterrupted';

/**
 * Writes all files or none.
 * @param check see `writeAllWhole`.
 * @returns their paths as a person here would write them.
 */
export function writeResults(files: readonly FileToWrite[], check?: () => void): string[] {
  const { writeAllWhole } =
    require('../datasets/write/writeWhole') as typeof import('../datasets/write/writeWhole');
  uninterrupted(() => writeAllWhole(files, check));
  return files.map(({ path }) => shortPath(path));
}
