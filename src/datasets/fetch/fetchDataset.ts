import { createHash } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { cannotWrite } from '../../core/refusals';
import { resolveOptions } from '../../core/resolveOptions';
import { either, type Given, nothing, object, optional, text, thing } from '../../core/schema';
import { datasetEntry } from '../catalog/catalog';
import { defaultFolder, findPublished } from '../catalog/dataFolders';
import type { DatasetEntry, DatasetName } from '../catalog/schema';
import { readBytes } from '../read/fileBytes';
import { archiveMember, isZip } from '../read/zip/archive';
import { writeFileAtomic } from '../write/writeFileAtomic';
import {
  DownloadError,
  type DownloadProgress,
  deletePartialDownload,
  download,
  type RetryOptions,
} from './download';
import { authorization, type KaggleCredentials, kaggleCredentials, TOKEN_PAGE } from './kaggleCredentials';

/** What the options may be. @internal */
export const FETCH_DATASET_OPTIONS = object({
  /**
   * Folder to put the file into. Default: the one that CUSTOMER_DATA_DIR names, else `data/` of the clone or, for an
   * installed package, of the current folder; there `loadDataset` finds it.
   */
  folder: optional(text({ expects: 'the path of a folder' })),
  /** Told after every piece that came. */
  onProgress: optional(thing<(progress: DownloadProgress) => void>('function')),
  /** For Kaggle's files. Default: yours, where Kaggle's own tools look for them; null for none. */
  credentials: optional(
    either([nothing(), thing<KaggleCredentials>('object')], { expects: 'credentials, or null' }),
  ),
  /** Origin of a mirror to ask instead, e.g. 'https://data.example.org'. Default: CUSTOMER_DATA_MIRROR, if set. */
  mirror: optional(text({ expects: 'an origin' })),
  /** How long to wait and how often to try again. */
  patience: optional(thing<Partial<RetryOptions>>('object', { expects: 'an object' })),
});

/** Options of `fetchDataset`. */
export interface FetchDatasetOptions extends Given<typeof FETCH_DATASET_OPTIONS> {}

/** What `fetchDataset` did. */
export interface FetchedDataset {
  name: DatasetName;
  /** Where the file is now. */
  path: string;
  /** Length of the unpacked file. */
  bytes: number;
  /** 'present': the published file was there already, and nothing was asked of the network. */
  outcome: 'fetched' | 'present';
  /** What happened, in plain words. */
  message: string;
}

/**
 * Gets a published data set from its official address into a folder, with the checksum verified: UCI's file from UCI,
 * Kaggle's with your own credentials. A download that stopped goes on where it was; a busy server is asked again. The
 * file takes its place whole or not at all, and a file that is there already is never replaced.
 *
 * Behind a proxy, Node's own `fetch` needs NODE_USE_ENV_PROXY=1 beside HTTPS_PROXY (Node 22.21 or 24 and newer).
 *
 * @throws InputError where it cannot be had, with what to do by hand: the page, the file's name and the folder.
 *
 * @example
 * // without credentials Kaggle is not asked, and the message says what to do by hand
 * await fetchDataset('mall-customers', { folder: 'out', credentials: null }).catch(({ message }) => message);
 */
export async function fetchDataset(
  name: DatasetName,
  options: FetchDatasetOptions = {},
): Promise<FetchedDataset> {
  const given = resolveOptions('fetchDataset', FETCH_DATASET_OPTIONS, options);
  const entry = datasetEntry(name);
  const folder = resolve(given.folder ?? (process.env.CUSTOMER_DATA_DIR || defaultFolder()));
  const there = presentFile(entry, folder);
  if (there) return there;
  const path = join(folder, entry.fileName);
  const part = `${path}.part`;
  const url = addressOf(entry, given.mirror ?? process.env.CUSTOMER_DATA_MIRROR);
  const headers = headersFor(entry, url, folder, given.credentials);
  try {
    await download(url, part, {
      headers,
      limit: 2 * entry.download.bytes + 2 ** 16,
      onProgress: given.onProgress,
      patience: given.patience,
    });
  } catch (cause) {
    throw failure(cause, entry, folder);
  }
  await takePlace(entry, part, path, folder);
  const message = `${entry.fileName} came from ${new URL(url).host}; the checksum agrees.`;
  return { name, path, bytes: entry.download.bytes, outcome: 'fetched', message };
}

/** The published file where it stands already, plain or gzipped. @throws InputError where another one has its name. */
function presentFile(entry: DatasetEntry, folder: string): FetchedDataset | undefined {
  const path = findPublished(entry, [folder]);
  if (path === undefined) return undefined;
  const bytes = readBytes(path);
  if (sha256(bytes) !== entry.sha256) {
    throw new InputError(
      'conflict',
      phrase`${{ file: path }} is there and not byte for byte the published file`,
      {
        remedy: 'move it away to fetch that one (it stays usable as it is)',
      },
    );
  }
  const message = `${basename(path)} is there already; the checksum agrees.`;
  return { name: entry.name, path, bytes: bytes.length, outcome: 'present', message };
}

function addressOf({ download: { url } }: DatasetEntry, mirror: string | undefined): string {
  if (!mirror) return url;
  const { pathname, search } = new URL(url);
  const remedy = "write e.g. 'https://data.example.org'";
  if (!URL.canParse(pathname + search, mirror) || !/^https?:/i.test(mirror.trim()))
    throw new InputError(
      'not-allowed',
      phrase`the mirror ${{ value: withoutSecret(mirror) }} is no address`,
      { remedy },
    );
  const address = new URL(pathname + search, mirror);
  if (address.username !== '' || address.password !== '')
    throw new InputError(
      'not-allowed',
      'the address of the mirror holds a user name or a password, which is not sent',
      { remedy },
    );
  return address.href;
}

/** What stands before an @ may be a password. */
function withoutSecret(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Credentials go to their own host alone, and by TLS: not to a mirror, whoever runs it. */
function headersFor(
  entry: DatasetEntry,
  url: string,
  folder: string,
  given: KaggleCredentials | null | undefined,
): Record<string, string> {
  if (!isKaggle(url)) return {};
  const credentials = given === undefined ? kaggleCredentials() : given;
  if (credentials) return { authorization: authorization(credentials) };
  throw new InputError(
    'unavailable',
    `${entry.fileName} is on Kaggle, which gives it to its users only, and no credentials of yours were found. Make a token at ${TOKEN_PAGE} and put it into the environment variable KAGGLE_API_TOKEN (or ~/.kaggle/access_token), then start again. ${byHand(entry, folder)}`,
  );
}

function isOnKaggle({ download: { url } }: DatasetEntry): boolean {
  return isKaggle(url);
}

function isKaggle(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return hostname === 'www.kaggle.com' && protocol === 'https:';
}

/** Verifies what came, unpacks it if need be, and gives it its name. */
async function takePlace(entry: DatasetEntry, part: string, path: string, folder: string): Promise<void> {
  const came = readFileSync(part);
  const bytes = isZip(came) ? await memberOf(came, entry, part) : came;
  if (sha256(bytes) !== entry.sha256) {
    deletePartialDownload(part);
    throw new InputError(
      'damaged-file',
      `what came is not the published ${entry.fileName} (SHA-256 ${sha256(bytes)} instead of ${entry.sha256}), so it was not kept. ${byHand(entry, folder)}`,
    );
  }
  if (bytes === came) renameSync(part, path);
  else writeFileAtomic(path, bytes);
  deletePartialDownload(part);
}

async function memberOf(zip: Uint8Array, entry: DatasetEntry, part: string): Promise<Uint8Array> {
  try {
    return await archiveMember(zip, entry.fileName, entry.download.bytes);
  } catch (error) {
    deletePartialDownload(part);
    throw error;
  }
}

/** Node's own errors of the disk pass as what they are: a folder that cannot be written is said by its path. */
function failure(error: unknown, entry: DatasetEntry, folder: string): unknown {
  if (!(error instanceof DownloadError)) {
    return cannotWrite(folder, error);
  }
  return new InputError(
    'failed',
    `${entry.fileName} could not be fetched: ${reasonOf(error, entry)} ${byHand(entry, folder)}`,
    { cause: error },
  );
}

function reasonOf({ trouble, message }: DownloadError, entry: DatasetEntry): string {
  const host = new URL(entry.download.url).host;
  const onKaggle = isOnKaggle(entry);
  switch (trouble) {
    case 'refused':
      return onKaggle
        ? `Kaggle refused the credentials: ${message}. Make a new token at ${TOKEN_PAGE}; for some files their page asks once to accept terms.`
        : `${host} refused: ${message}.`;
    case 'missing':
      return `${host} has it no more at the address known: ${message}.`;
    case 'web-page':
      return `${host} wants something else first (a login, or a network's own page): ${message}.`;
    case 'network':
      return `${host} was not reached (${message}).${proxyAdvice()}`;
    default:
      return `${host} does not serve it: ${message}.`;
  }
}

/** Node's `fetch` passes the usual proxy settings by unless told otherwise. */
function proxyAdvice(): string {
  const { HTTPS_PROXY, https_proxy: lower, NODE_USE_ENV_PROXY } = process.env;
  return (HTTPS_PROXY || lower) && !NODE_USE_ENV_PROXY
    ? ' A proxy is set: NODE_USE_ENV_PROXY=1 lets Node 22.21 or 24 and newer use it.'
    : '';
}

function byHand(entry: DatasetEntry, folder: string): string {
  const what = isOnKaggle(entry)
    ? `download ${entry.fileName} from ${entry.source.url} into ${folder}`
    : `download ${entry.download.url} and save it as ${join(folder, entry.fileName)}`;
  const setting =
    resolve(folder) === defaultFolder() ? '' : `; with CUSTOMER_DATA_DIR=${folder} it is found there`;
  return `By hand: ${what}${setting}.`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
