import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { resolveOptions } from '../../core/resolveOptions';
import { readWhole } from '../read/fileBytes';
import { datasetEntry } from './catalog';
import { dataFolders, findPublished, OWN_FOLDER } from './dataFolders';
import { LOAD_DATASET_OPTIONS, type LoadDatasetOptions } from './loadDataset';
import type { DatasetEntry, DatasetName } from './schema';

/** Where a data set lies, and what lies there. */
export interface LocatedDataset {
  /** Path of the file, for `loadTransactions`, `importFile` or `readTable`. */
  path: string;
  entry: DatasetEntry;
  /** Whether this is the published file or our own made-up sample of the same schema. */
  source: 'published' | 'sample';
  /** Which file it is and what to think of it, in plain words. */
  message: string;
  /** Whether the file is, byte for byte, the published one. */
  checksumMatches: boolean;
}

/**
 * Finds a data set of the catalog without reading it into memory, for what reads files itself, such as SQL: the
 * published file from the folder given (or named by CUSTOMER_DATA_DIR), else from the package's `data/`, plain or
 * gzipped; where it is in neither, our sample file.
 *
 * @throws InputError for a name that is not in the catalog, and a folder that does not exist.
 * Cost: the checksum of a published file, some 0.1 s for 45 MB.
 *
 * @example
 * const { path } = locateDataset('online-retail');
 * const { rowsRead } = await rfmAnalysis(path);
 */
export function locateDataset(name: DatasetName, options: LoadDatasetOptions = {}): LocatedDataset {
  const { folder } = resolveOptions('locateDataset', LOAD_DATASET_OPTIONS, options);
  const entry = datasetEntry(name);
  const path = findPublished(entry, dataFolders(folder));
  return path === undefined ? sample(entry) : published(entry, path);
}

function published(entry: DatasetEntry, path: string): LocatedDataset {
  const sha256 = createHash('sha256').update(readWhole(path)).digest('hex');
  const checksumMatches = sha256 === entry.sha256 || sha256 === entry.sha256OfGzip;
  const origin = checksumMatches
    ? 'the published file; the checksum agrees.'
    : 'not byte for byte the published file, so figures quoted for that one may not hold.';
  return { path, entry, source: 'published', message: `${basename(path)}: ${origin}`, checksumMatches };
}

function sample(entry: DatasetEntry): LocatedDataset {
  const message =
    `${entry.sampleFileName}: made up by us, with the columns and flaws of ${entry.fileName}, which was not found. ` +
    'data/README.md says how to get it.';
  const path = join(OWN_FOLDER, entry.sampleFileName);
  return { path, entry, source: 'sample', message, checksumMatches: false };
}
