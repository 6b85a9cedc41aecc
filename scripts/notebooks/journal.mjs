/** What the kernel wrote down about itself (see preload.cjs), gathered by cell. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @returns `cells`: one record for each executed code cell, in order: what was sent, what was refused by the socket,
 *   what happened meanwhile; `exit`: the kernel's exit code once it ended by itself.
 */
export function readJournal(file) {
  const journal = { cells: [], exit: undefined };
  const byId = new Map();
  for (const event of eventsOf(file)) {
    if (event.event === 'busy') {
      byId.set(event.id, newCell());
      journal.cells.push(byId.get(event.id));
    } else if (event.event === 'exit') journal.exit = event.code;
    else note(event, byId.get(event.id) ?? journal.cells.at(-1));
  }
  return journal;
}

/** How many cells are finished: for the progress line. */
export function finishedCells(file) {
  return eventsOf(file).filter(({ event }) => event === 'idle').length;
}

function newCell() {
  return {
    stdout: '',
    stderr: '',
    /** `{ types, text, sent }`: announced by `show`, and sent or not. */
    displays: [],
    /** Unhandled rejections of promises, and exceptions outside the cell's own code (a timer's, say). */
    rejections: [],
    exceptions: [],
    /** Messages that the socket refused: they are lost. */
    refused: 0,
    finished: false,
    /** Whether something was written after the cell had ended; nobody listens then. */
    wroteLate: false,
  };
}

function note(event, cell) {
  if (!cell) return;
  if (event.event === 'idle') cell.finished = true;
  if (event.event === 'refused') cell.refused += 1;
  if (event.event === 'rejection') cell.rejections.push(event.text);
  if (event.event === 'exception') cell.exceptions.push(event.text);
  if (event.event === 'stream' && !isNotice(event)) cell[event.name] += event.text;
  if (event.event === 'show') cell.displays.push({ types: event.types, text: event.text, sent: false });
  if (event.event === 'display') noteDisplay(event, cell);
  if (['stream', 'display'].includes(event.event) && cell.finished && !isNotice(event)) cell.wroteLate = true;
}

/** What `show` announced is sent at last; or something is displayed by other means. */
function noteDisplay({ types, text }, cell) {
  const announced = cell.displays.find((display) => !display.sent && display.text === text);
  if (announced) announced.sent = true;
  else cell.displays.push({ types, text, sent: true });
}

/** tslab's own note on stderr of what is in the journal already. */
function isNotice({ name, text }) {
  return name === 'stderr' && /^(UnhandledPromiseRejection|UncaughtException):/.test(text);
}

/** A kernel that was killed may leave half a line behind. */
function eventsOf(file) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}
