/** Compares what the kernel sent (its journal) with what arrived, and says in plain words what went wrong. */
import { displaysOf, executedCells, firstLine, PLOTLY_MIME, printed, textOf } from './notebook.mjs';

/**
 * @param run.cells the code cells that were to be executed
 * @param run.executed the executed notebook; absent when execution stopped early
 * @param run.journal see journal.mjs
 * @param run.outcome exit code and output of nbconvert
 * @param run.timeout seconds a cell may take
 * @returns `{ kind, cell, firstLine, message }[]`; `cell` is the number in `In [3]`, absent when no cell is to blame
 */
export function findProblems({ cells, executed, journal, outcome, timeout }) {
  const problems = journal.cells.flatMap((record, index) => {
    const stoppedHere = !executed && index === journal.cells.length - 1;
    return problemsOfCell(record, stoppedHere).map(at(cells, index));
  });
  if (!executed) {
    const index = journal.cells.length - 1;
    const stop = whyItStopped(journal, outcome, timeout);
    if (stop) problems.push(index < 0 || stop.kind === 'could-not-run' ? stop : at(cells, index)(stop));
    return problems;
  }
  const arrived = executedCells(executed);
  journal.cells.forEach((record, index) => {
    if (record.refused === 0) problems.push(...lossesOfCell(record, arrived[index]).map(at(cells, index)));
  });
  if (journal.cells.length < cells.length) {
    const message = `${cells.length - journal.cells.length} cells are missing from the kernel's journal; was another kernel used?`;
    problems.push({ kind: 'could-not-run', message });
  }
  return problems.sort((a, b) => a.cell - b.cell);
}

/** How ZeroMQ refuses a message. What was lost by it is found by comparing, and need not be told twice. */
const REFUSAL = /Socket is (busy writing|closed)/;

function at(cells, index) {
  return ({ kind, message }) => ({
    kind,
    cell: index + 1,
    firstLine: cells[index] ? firstLine(cells[index]) : '',
    message,
  });
}

/** What the kernel noticed itself. Of the cell that stopped the run, stderr tells why: see `thrown`. */
function problemsOfCell({ rejections, exceptions, stderr, refused }, stoppedHere) {
  const problems = [];
  for (const text of rejections.filter((reason) => !REFUSAL.test(reason))) {
    const message = `a rejected promise was not handled (is an \`await\` missing?):\n${withoutStack(text)}`;
    problems.push({ kind: 'unhandled-rejection', message });
  }
  for (const text of exceptions.filter((reason) => !REFUSAL.test(reason))) {
    problems.push({
      kind: 'uncaught-exception',
      message: `an error after the cell had finished:\n${withoutStack(text)}`,
    });
  }
  if (refused > 0) {
    const message = `output was lost: the kernel could not send ${refused} of its messages (too many lines at once; print fewer)`;
    problems.push({ kind: 'lost-output', message });
  }
  if (stderr.trim() && !stoppedHere)
    problems.push({ kind: 'stderr', message: `text on stderr:\n${withoutStack(stderr)}` });
  return problems;
}

/** What was sent and did not arrive. */
function lossesOfCell(record, cell) {
  const problems = [];
  const why =
    record.wroteLate || record.displays.some((display) => !display.sent)
      ? 'it was written after the cell had ended (is an `await` missing?)'
      : 'it was lost on its way from the kernel';
  const here = displaysOf(cell);
  const missing = missingDisplays(record.displays, here);
  for (const { types, text } of missing) {
    if (types.includes(PLOTLY_MIME))
      problems.push({ kind: 'lost-figure', message: `'${title(text)}' never arrived: ${why}` });
    else
      problems.push({
        kind: 'lost-output',
        message: `a display (${types.join(', ')}) never arrived: ${why}`,
      });
  }
  const text = printed(cell, 'stdout');
  if (text !== record.stdout) {
    const sizes = `${lines(record.stdout)} were printed, ${lines(text)} arrived`;
    problems.push({ kind: 'lost-output', message: `printed text is missing (${sizes}): ${why}` });
  }
  return problems;
}

function missingDisplays(sent, arrived) {
  const keys = arrived.map((output) => textOf(output.data['text/plain']));
  return sent.filter(({ text }) => {
    const found = keys.indexOf(text);
    if (found >= 0) keys.splice(found, 1);
    return found < 0;
  });
}

/** Why nbconvert gave up. Its own Python traceback says nothing to a reader. */
function whyItStopped(journal, { output }, timeout) {
  const record = journal.cells.at(-1);
  if (/CellTimeoutError/.test(output)) {
    return {
      kind: 'time-limit',
      message: `the cell took longer than ${timeout} s (\`--timeout\` sets the limit)`,
    };
  }
  if (/DeadKernelError|Kernel died/.test(output)) return { kind: 'kernel-died', message: howItDied(journal) };
  if (/CellExecutionError/.test(output) && record) return thrown(record);
  return { kind: 'could-not-run', message: couldNotRun(output) };
}

function thrown({ stderr, refused }) {
  if (refused > 0 && (!stderr.trim() || REFUSAL.test(stderr))) return undefined;
  const isTypeError = /^\d+:\d+ - /m.test(stderr);
  if (isTypeError)
    return {
      kind: 'type-error',
      message: `type error (line:column in the cell):\n${withoutStack(stderr, 4)}`,
    };
  return { kind: 'error', message: withoutStack(stderr) || 'the cell failed without a word' };
}

function howItDied({ exit }) {
  if (exit !== undefined)
    return `the kernel ended by itself with exit code ${exit} (does the cell call process.exit?)`;
  return 'the kernel was killed from outside, most often for want of memory';
}

function couldNotRun(output) {
  if (/NoSuchKernel/.test(output)) return 'its kernel is not installed; run `npm run setup`';
  if (/NotJSONError|ValidationError/.test(output)) return 'it is not a readable notebook';
  const last = output.trim().split('\n').at(-1) ?? '';
  return `nbconvert could not run it: ${last}`;
}

/** An error as its reader needs it: its message, not where in the kernel it went by. */
function withoutStack(text, most = 8) {
  const kept = text
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at /.test(line) && !/^\s*\^+\s*$/.test(line));
  const error = kept.findIndex((line) => /^(Uncaught )?\w*(Error|Exception)\b/.test(line));
  const lines = kept.slice(Math.max(error, 0));
  return lines.length > most
    ? [...lines.slice(0, most), `… ${lines.length - most} more lines`].join('\n')
    : lines.join('\n');
}

function title(text) {
  return text.split('\n')[0].replace(/^Figure: /, '');
}

function lines(text) {
  const count = text.split('\n').filter(Boolean).length;
  return `${count} line${count === 1 ? '' : 's'}`;
}
