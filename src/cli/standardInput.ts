import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What stands for the pipe once the command line is read. */
export const STANDARD_INPUT = '/dev/stdin';

/** Puts a path where `-` stands for what is piped in: the parser takes a lone hyphen for an option without a name. */
export function withStandardInput(argv: readonly string[]): string[] {
  return argv.map((word, i) => (word === '-' && !argv[i - 1]?.startsWith('-') ? STANDARD_INPUT : word));
}

/**
 * Runs work that reads a file. What is piped in becomes a file first, since readers look at their file more than once,
 * and is gone afterwards.
 */
export async function withInputFile<T>(file: string, work: (path: string) => Promise<T>): Promise<T> {
  if (file !== STANDARD_INPUT) return work(file);
  const folder = mkdtempSync(join(tmpdir(), 'customer-segmentation-'));
  try {
    const path = join(folder, 'stdin');
    writeFileSync(path, readFileSync(0));
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
