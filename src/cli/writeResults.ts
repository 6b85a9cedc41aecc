import type { FileToWrite } from '../datasets/write/writeFileAtomic';
import { deferInterrupts } from './deferInterrupts';
import { shortPath } from './outputFiles';

/**
 * Writes all files or none.
 * @param check see `writeFilesAtomic`.
 * @returns their paths as a person here would write them.
 */
export function writeResults(files: readonly FileToWrite[], check?: () => void): string[] {
  const { writeFilesAtomic } =
    require('../datasets/write/writeFileAtomic') as typeof import('../datasets/write/writeFileAtomic');
  deferInterrupts(() => writeFilesAtomic(files, check));
  return files.map(({ path }) => shortPath(path));
}
