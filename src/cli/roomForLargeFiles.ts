import { spawn } from 'node:child_process';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { constants as system, totalmem } from 'node:os';
import { basename } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { createGunzip } from 'node:zlib';

/** Tells the process with more memory that it is the one. */
const ROOM = 'CUSTOMER_SEGMENTATION_ROOM';
const MEBIBYTE = 1024 * 1024;
/** A table takes some ten times the bytes of its file, one of single digits more than twice as much. */
const TIMES_ITS_SIZE = 25;
/** A value that a database sends, on its way. */
const BYTES_PER_VALUE = 150;
/** What a gzip file unpacks to at most, for each byte and together: no reader takes more. */
const TIMES_PACKED = 1032;
const MAX_UNPACKED = 512 * MEBIBYTE;
/** So much of the computer's memory one command may have. */
const SHARE = 0.8;

/**
 * Runs the command in a process with more memory, where a file on it may need it, or `--max-values` allows for more than
 * there is room for: a process has 4 GB by itself, whatever the computer has. Where even that is too little, it says so.
 * Resolves to the exit code; undefined where this process will do.
 */
export async function withRoom(argv: readonly string[]): Promise<number | undefined> {
  if (process.env[ROOM] !== undefined) return undefined;
  const own = getHeapStatistics().heap_size_limit;
  const file = await largestFile(argv, own / TIMES_ITS_SIZE);
  const allowed = tableAllowed(argv);
  const table = allowed !== undefined && allowed.bytes > file.bytes ? allowed : file;
  const wanted = Math.min(table.bytes, SHARE * totalmem());
  if (!(wanted > own)) return undefined;
  const megabytes = Math.floor(wanted / MEBIBYTE);
  const child = spawn(
    process.execPath,
    [...process.execArgv, `--max-old-space-size=${megabytes}`, process.argv[1], ...argv],
    { stdio: ['inherit', 'inherit', 'pipe'], env: { ...process.env, [ROOM]: String(megabytes) } },
  );
  // an interruption reaches the child by itself
  const wait = () => {};
  process.on('SIGINT', wait).on('SIGTERM', () => child.kill('SIGTERM'));
  let isOutOfMemory = false;
  child.stderr!.on('data', (bytes: Buffer) => {
    isOutOfMemory ||= bytes.includes('heap out of memory') || bytes.includes('<--- Last few GCs --->');
    if (!isOutOfMemory) process.stderr.write(bytes);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => {
      if (isOutOfMemory || signal === 'SIGKILL') {
        const gigabytes = Math.round(megabytes / 1024);
        process.stderr.write(
          `Error: ${table.name} takes more memory than there is (${gigabytes} GB); keep only the columns that you need\n`,
        );
        resolve(2);
      } else resolve(code ?? 128 + (system.signals[signal!] ?? 0));
    });
  });
}

/** A table, and the memory it takes. */
interface TableWanted {
  name: string;
  bytes: number;
}

/** @param enough files up to that size are no matter. */
async function largestFile(argv: readonly string[], enough: number): Promise<TableWanted> {
  let most: TableWanted = { name: '', bytes: 0 };
  for (const path of argv) {
    const bytes = TIMES_ITS_SIZE * (await sizeOf(path, enough));
    if (bytes > most.bytes) most = { name: basename(path), bytes };
  }
  return most;
}

function tableAllowed(argv: readonly string[]): TableWanted | undefined {
  const at = argv.findIndex((word) => word.startsWith(MAX_VALUES));
  if (at < 0) return undefined;
  const values = Number(argv[at].startsWith(`${MAX_VALUES}=`) ? argv[at].split('=')[1] : argv[at + 1]);
  return { name: 'the table', bytes: BYTES_PER_VALUE * values };
}

const MAX_VALUES = '--max-values';

/** The bytes of a file; of one that is packed, those that come out, where they may be more than enough. */
async function sizeOf(path: string, enough: number): Promise<number> {
  try {
    const found = statSync(path);
    if (!found.isFile()) return 0;
    const mayBeMore = Math.min(TIMES_PACKED * found.size, MAX_UNPACKED) > enough;
    return mayBeMore && isPacked(path) ? await unpackedLength(path) : found.size;
  } catch {
    return 0; // an option, or a path that cannot be read: said when it is read
  }
}

function isPacked(path: string): boolean {
  const start = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    return readSync(file, start) === 2 && start.readUInt16BE() === 0x1f8b;
  } finally {
    closeSync(file);
  }
}

/** What the file itself says of it may be a lie. Cost: 1 s for 300 MB that come out. */
async function unpackedLength(path: string): Promise<number> {
  const packed = createReadStream(path);
  let length = 0;
  for await (const piece of packed.pipe(createGunzip())) {
    length += (piece as Buffer).length;
    if (length > MAX_UNPACKED) break;
  }
  packed.destroy();
  return length;
}
