import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { DatasetEntry } from './schema';

/** The package's own folder of data, with the samples. */
export const OWN_FOLDER = resolve(__dirname, '../../../data');

/**
 * Where published files are kept if nobody says: in a clone its `data/`; for a package that npm installed `data/` of the
 * current folder, since npm empties its own.
 */
export function defaultFolder(): string {
  return __dirname.includes(`${sep}node_modules${sep}`) ? resolve('data') : OWN_FOLDER;
}

/**
 * Where published files are looked for: the folder given, else the one that CUSTOMER_DATA_DIR names; then the default
 * folder.
 * @throws InputError when the folder given or named does not exist.
 */
export function dataFolders(folder?: string): string[] {
  const given = folder ?? process.env.CUSTOMER_DATA_DIR;
  if (!given) return [defaultFolder()];
  if (!existsSync(given)) {
    const named =
      folder === undefined ? 'the environment variable CUSTOMER_DATA_DIR' : phrase`${{ option: 'folder' }}`;
    throw new InputError('no-file', phrase`${named} names ${given}, and there is no such folder`);
  }
  return [given, defaultFolder()];
}

/** The published file of a data set, plain or gzipped, in the first of the folders that has it. */
export function findPublished({ fileName }: DatasetEntry, folders: readonly string[]): string | undefined {
  return folders
    .flatMap((folder) => ['', '.gz'].map((ending) => join(folder, fileName + ending)))
    .find(existsSync);
}
