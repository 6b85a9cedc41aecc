import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { InputError } from '../core/errors';
import { phrase } from '../core/phrase';
import { writing } from '../core/refusals';
import { shortPath } from './outputFiles';
import { STANDARD_INPUT } from './standardInput';
import type { Terminal } from './terminal';

/**
 * Results of another run are not replaced without being asked to. A run on the same file may replace its own, which is
 * said: its report ends with a mark that tells the command and the file, the latter as a hash that gives nothing away.
 * @param paths where results go; one of them is the report, in HTML.
 * @returns the mark with which the new report is to end.
 * @throws InputError where results of another file, or of nobody knows what, are in the way.
 */
export function checkEarlierRun(
  command: string,
  file: string,
  paths: Readonly<Record<string, string>>,
  overwrite: boolean,
  terminal: Terminal,
): string {
  const mark = markOf(command, file);
  const there = Object.values(paths).filter((path) => existsSync(path));
  if (there.length === 0) return mark;
  checkStillFree(paths, mark, overwrite);
  terminal.say(`Replacing the results that were there: ${there.map(shortPath).join(', ')}`);
  return mark;
}

/**
 * Looks again before results are written: another run may have ended there meanwhile.
 * @throws InputError as `checkEarlierRun`.
 */
export function checkStillFree(
  paths: Readonly<Record<string, string>>,
  mark: string,
  overwrite: boolean,
): void {
  const there = Object.values(paths).find((path) => existsSync(path));
  const isOwn = Object.values(paths).some((path) => lastMark(path) === mark);
  if (there !== undefined && !isOwn && !overwrite) throw inTheWay(there, 'holds results of another run');
}

/**
 * A file that was named is replaced where it would stay the same, or where that is asked for.
 * @throws InputError
 */
export function inTheWay(path: string, what: string): InputError {
  return new InputError('conflict', phrase`${{ file: shortPath(path) }} ${what}`, {
    remedy: phrase`name another place by ${{ option: 'out' }}, or add ${{ option: 'overwrite' }} to replace it`,
  });
}

/** What a report that was written by a run ends with; undefined for other files. */
export function lastMark(path: string): string | undefined {
  if (!path.endsWith('.html') || !existsSync(path)) return undefined;
  return writing(path, () => endOf(path));
}

function endOf(path: string): string | undefined {
  const opened = openSync(path, 'r');
  try {
    const end = Buffer.alloc(MARK_LENGTH);
    const { size } = fstatSync(opened);
    const read = readSync(opened, end, 0, MARK_LENGTH, Math.max(0, size - MARK_LENGTH));
    return /<!-- run [a-z]+ [\da-f]{16} -->\n$/.exec(end.toString('latin1', 0, read))?.[0];
  } finally {
    closeSync(opened);
  }
}

const MARK_LENGTH = 60;

/** What is piped in is another file each time. */
function markOf(command: string, file: string): string {
  const what = file === STANDARD_INPUT ? `${Date.now()}` : existsSync(file) ? realpathSync(file) : file;
  const hash = createHash('sha256').update(what).digest('hex').slice(0, 16);
  return `<!-- run ${command} ${hash} -->\n`;
}
