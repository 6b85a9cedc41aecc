import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { plural } from '../../core/format';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, object, optional, text } from '../../core/schema';
import type { DataFrame } from '../frame/danfoTypes';
import { readBytes } from '../read/fileBytes';
import { datasetEntry } from './catalog';
import { dataFolders, findPublished, OWN_FOLDER } from './dataFolders';
import { datasetFrame } from './datasetFrame';
import type { DatasetEntry, DatasetName } from './schema';

/** A data set in memory, and where it came from. */
export interface LoadedDataset {
  /** The customers (or invoice lines). Missing values are `null`; dates are still text, see `parseDates`. */
  frame: DataFrame;
  entry: DatasetEntry;
  /** Whether this is the published file or our own made-up sample of the same schema. */
  source: 'published' | 'sample';
  /** Base name of the file that was read. */
  path: string;
  rows: number;
  /** Which file was read and what to think of it, in plain words. */
  message: string;
  /** Whether the file is, byte for byte, the published one. */
  checksumMatches: boolean;
}

/** What the options may be. @internal */
export const LOAD_DATASET_OPTIONS = object({
  /** Folder to look in first. Default: the one that the environment variable CUSTOMER_DATA_DIR names, if set. */
  folder: optional(text({ expects: 'the path of a folder' })),
});

/** Options of `loadDataset`. */
export interface LoadDatasetOptions extends Given<typeof LOAD_DATASET_OPTIONS> {}

/**
 * Loads a data set of the catalog: the published file from the folder given (or named by CUSTOMER_DATA_DIR),
 * else from the package's `data/`, plain or gzipped; where it is in neither, our sample file, and `message` says
 * so.
 *
 * @throws InputError for a name that is not in the catalog, a folder that does not exist, and a file that does
 * not have the schema (column, what was expected, what was found).
 *
 * Cost: reads the whole file; the 541,909 rows of 'online-retail' take some 8 s and 1 GB; use SQL for them.
 *
 * @example
 * const { frame, message } = loadDataset('marketing-campaign');
 * console.log(message);
 */
export function loadDataset(name: DatasetName, options: LoadDatasetOptions = {}): LoadedDataset {
  const { folder } = resolveOptions('loadDataset', LOAD_DATASET_OPTIONS, options);
  const entry = datasetEntry(name);
  const folders = dataFolders(folder);
  const published = findPublished(entry, folders);
  return published === undefined ? loadSample(entry, folders) : loadPublished(entry, published);
}

function loadPublished(entry: DatasetEntry, path: string): LoadedDataset {
  const { frame, rows, sha256 } = read(entry, path);
  const checksumMatches = sha256 === entry.sha256;
  const origin = checksumMatches
    ? 'the published file; the checksum agrees.'
    : 'not byte for byte the published file, so figures quoted for that one may not hold.';
  const message = `${plural(rows, 'row')} from ${basename(path)}: ${origin}`;
  return { frame, entry, source: 'published', path: basename(path), rows, message, checksumMatches };
}

function loadSample(entry: DatasetEntry, folders: readonly string[]): LoadedDataset {
  const path = join(OWN_FOLDER, entry.sampleFileName);
  const { frame, rows } = read(entry, path);
  const places =
    folders.length > 1 ? 'in the folder given or in data/' : 'in data/ (CUSTOMER_DATA_DIR is not set)';
  const message =
    `${plural(rows, 'row')} from ${entry.sampleFileName}: made up by us, with the columns and flaws of ` +
    `${entry.fileName}, which was not found ${places}. data/README.md says how to get it.`;
  return {
    frame,
    entry,
    source: 'sample',
    path: entry.sampleFileName,
    rows,
    message,
    checksumMatches: false,
  };
}

function read(entry: DatasetEntry, path: string): { frame: DataFrame; rows: number; sha256: string } {
  const bytes = readBytes(path);
  const frame = datasetFrame(bytes, basename(path), entry);
  return { frame, rows: frame.shape[0], sha256: createHash('sha256').update(bytes).digest('hex') };
}
