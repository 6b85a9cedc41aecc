import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../write/makeFolder';

/** How far a download has come, in bytes; `total` is null where the server does not say. */
export interface DownloadProgress {
  done: number;
  total: number | null;
}

/** How long to wait and how often to try again. */
export interface RetryOptions {
  /** Tries in all, the first included. Default 5. */
  attempts: number;
  /** Wait before the second try, doubled before each further one. Default 1,000 ms. */
  firstDelay: number;
  /** Longest silence of the server. Default 30,000 ms. */
  silence: number;
}

export interface DownloadOptions {
  headers?: Readonly<Record<string, string>>;
  /** Bytes that may come at most. */
  limit: number;
  onProgress?: (progress: DownloadProgress) => void;
  patience?: Partial<RetryOptions>;
}

const PATIENCE: RetryOptions = { attempts: 5, firstDelay: 1000, silence: 30_000 };
const MAX_DELAY_MS = 60_000;

/** What went wrong, so that the caller can say what to do. */
export type DownloadErrorCode = 'refused' | 'missing' | 'web-page' | 'too-large' | 'server' | 'network';

/** A download that failed for good, or, where `passing`, one that may go well when tried again. */
export class DownloadError extends Error {
  constructor(
    readonly trouble: DownloadErrorCode,
    message: string,
    readonly passing = false,
    options?: { cause?: unknown; retryAfter?: number },
  ) {
    super(message, options);
    this.name = 'DownloadError';
    this.retryAfter = options?.retryAfter;
  }
  /** Milliseconds that the server asked to wait. */
  readonly retryAfter?: number;
}

/**
 * Downloads into the file `part`, going on where an earlier download of the same address stopped: what is there
 * already is asked for no more (Range), unless the file has changed since (If-Range), which starts it again. Cut
 * connections, silence and servers that are busy are tried again, later each time.
 *
 * @throws DownloadError; what came so far stays in `part`, for the next time, unless it is of no use.
 */
export async function download(url: string, part: string, options: DownloadOptions): Promise<void> {
  const patience = { ...PATIENCE, ...options.patience };
  for (let attempt = 1; ; attempt++) {
    try {
      await attemptDownload(url, part, options, patience.silence);
      rmSync(noteOf(part), { force: true });
      return;
    } catch (error) {
      const failure = asFailure(error);
      if (!failure.passing || attempt >= patience.attempts) throw failure;
      await sleep(Math.min(MAX_DELAY_MS, failure.retryAfter ?? patience.firstDelay * 2 ** (attempt - 1)));
    }
  }
}

/** Forgets an unfinished download. */
export function deletePartialDownload(part: string): void {
  for (const path of [part, noteOf(part)]) rmSync(path, { force: true });
}

async function attemptDownload(
  url: string,
  part: string,
  options: DownloadOptions,
  silence: number,
): Promise<void> {
  const begun = begunDownload(url, part);
  const watch = new AbortController();
  const timer = setTimeout(
    () => watch.abort(new DownloadError('network', `nothing came for ${silence / 1000} s`, true)),
    silence,
  );
  try {
    const response = await fetch(url, {
      headers: requestHeaders(options.headers, begun),
      signal: watch.signal,
    });
    if (response.status === 416) deletePartialDownload(part);
    checkResponse(response);
    const start = response.status === 206 ? startOf(response) : 0;
    if (start !== 0 && start !== begun?.bytes) {
      deletePartialDownload(part);
      throw new DownloadError('server', 'it sent another part than was asked for', true);
    }
    noteDownload(url, part, response);
    await save(response, part, start, options, () => timer.refresh());
  } finally {
    clearTimeout(timer);
  }
}

/** Appends the body to the part from `start` on. */
async function save(
  response: Response,
  part: string,
  start: number,
  { limit, onProgress }: DownloadOptions,
  onNews: () => void,
): Promise<void> {
  const length = response.headers.get('content-length');
  const total = length === null ? null : start + Number(length);
  const file = openSync(part, start === 0 ? 'w' : 'a');
  let done = start;
  try {
    for await (const chunk of bodyOf(response)) {
      onNews();
      done += chunk.length;
      if (done > limit) {
        deletePartialDownload(part);
        throw new DownloadError('too-large', `more than ${limit} bytes came`);
      }
      writeFileSync(file, chunk);
      onProgress?.({ done, total });
    }
  } finally {
    closeSync(file);
  }
}

/** The DOM's types, which the tests see, know no iteration over a stream. */
function bodyOf({ body }: Response): AsyncIterable<Uint8Array> | Uint8Array[] {
  return body === null ? [] : (body as unknown as AsyncIterable<Uint8Array>);
}

/** What an earlier try left: the bytes so far, and the mark by which the server knows the file again. */
interface Begun {
  bytes: number;
  validator: string;
}

function begunDownload(url: string, part: string): Begun | undefined {
  const bytes = sizeOf(part);
  if (bytes === 0) return undefined;
  try {
    const note = JSON.parse(readFileSync(noteOf(part), 'utf8')) as { url?: string; validator?: string };
    if (note.url === url && note.validator) return { bytes, validator: note.validator };
  } catch {
    // without its note the part is of no use
  }
  return undefined;
}

/** 0 where there is no file. What else the disk says is thrown: newer Nodes would pass over a file in a folder's place. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function noteDownload(url: string, part: string, response: Response): void {
  const tag = response.headers.get('etag');
  // a weak tag does not promise the same bytes
  const validator = tag && !tag.startsWith('W/') ? tag : response.headers.get('last-modified');
  makeFolder(dirname(part));
  writeFileSync(noteOf(part), JSON.stringify({ url, validator }));
}

function noteOf(part: string): string {
  return `${part}.json`;
}

function requestHeaders(
  headers: DownloadOptions['headers'],
  begun: Begun | undefined,
): Record<string, string> {
  // bytes are counted as they are stored, so they must not be packed on the way
  const plain = { 'accept-encoding': 'identity', 'user-agent': 'customer-segmentation', ...headers };
  return begun ? { ...plain, range: `bytes=${begun.bytes}-`, 'if-range': begun.validator } : plain;
}

function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}

function checkResponse(response: Response): void {
  const { status, headers } = response;
  const said = `it answered ${status}${response.statusText ? ` (${response.statusText})` : ''}`;
  if (status === 401 || status === 403) throw new DownloadError('refused', said);
  if (status === 404 || status === 410) throw new DownloadError('missing', said);
  if (status === 416) throw new DownloadError('server', said, true);
  if (status === 429 || status >= 500) {
    throw new DownloadError('server', said, true, { retryAfter: retryAfter(headers.get('retry-after')) });
  }
  if (status !== 200 && status !== 206) throw new DownloadError('server', said);
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) {
    throw new DownloadError('web-page', 'it sent a web page instead of the file');
  }
}

/** In ms; undefined where the header is absent or a date. */
function retryAfter(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}

function asFailure(error: unknown): DownloadError {
  if (error instanceof DownloadError) return error;
  if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error; // the disk's, not the network's
  const cause = (error as Error).cause as NodeJS.ErrnoException | undefined;
  const said = cause?.code ?? cause?.message ?? (error as Error).message;
  // a name that nobody knows will not be known in a moment: there is no network
  return new DownloadError('network', said, said !== 'ENOTFOUND', { cause: error });
}
