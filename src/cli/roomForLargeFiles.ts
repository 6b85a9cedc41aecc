import { constants } from 'node:buffer';
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants as system, totalmem } from 'node:os';
import { basename } from 'node:path';
import { getHeapStatistics } from 'node:v8';

/** Tells the process with more memory that it is the one. */
const ROOM = 'CUSTOMER_SEGMENTATION_ROOM';
const MEBIBYTE = 1024 * 1024;
/** A table takes some ten times the bytes of its file. */
const TIMES_ITS_SIZE = 12;
/** A value that a database sends, on its way. */
const BYTES_PER_VALUE = 150;
/** So much of the computer's memory one command may have. */
const SHARE = 0.8;

/**
 * Runs the command in a process with more memory, where a file on it is larger than a text may be, or `--max-values`
 * allows for more than there is room for: a process has 4 GB by itself, whatever the computer has. Resolves to the exit
 * code; undefined where this process will do.
 */
export async function withRoom(argv: readonly string[]): Promise<number | undefined> {
  const table = process.env[ROOM] === undefined ? (largestFile(argv) ?? tableAllowed(argv)) : undefined;
  if (table === undefined) return undefined;
  const wanted = Math.min(table.bytes, SHARE * totalmem());
  if (!(wanted > getHeapStatistics().heap_size_limit)) return undefined;
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

function largestFile(argv: readonly string[]): TableWanted | undefined {
  const files = argv.map((path) => ({ path, bytes: sizeOf(path) }));
  const [file] = files.sort((a, b) => b.bytes - a.bytes);
  if (file === undefined || file.bytes <= constants.MAX_STRING_LENGTH) return undefined;
  return { name: basename(file.path), bytes: TIMES_ITS_SIZE * file.bytes };
}

function tableAllowed(argv: readonly string[]): TableWanted | undefined {
  const at = argv.findIndex((word) => word.startsWith(MAX_VALUES));
  if (at < 0) return undefined;
  const values = Number(argv[at].startsWith(`${MAX_VALUES}=`) ? argv[at].split('=')[1] : argv[at + 1]);
  return { name: 'the table', bytes: BYTES_PER_VALUE * values };
}

const MAX_VALUES = '--max-values';

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0; // an option, or a path that cannot be: said when it is read
  }
}
