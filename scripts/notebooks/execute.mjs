/** Executes one notebook headless and judges the outcome. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProblems } from './findProblems.mjs';
import { finishedCells, readJournal } from './journal.mjs';
import { jupyter } from './jupyter.mjs';
import { executedCells, readNotebook } from './notebook.mjs';

const PRELOAD = fileURLToPath(new URL('preload.cjs', import.meta.url));
/** How long nbconvert goes on reading outputs after a cell has ended: long text takes it a while. */
const OUTPUT_PATIENCE_SECONDS = 20;
const PROGRESS_EVERY_MS = 500;

/**
 * @param file the notebook
 * @param options.folder an empty folder for what is made on the way
 * @param options.timeout seconds a cell may take
 * @param options.forCommit whether the result will be committed: then it runs on the sample data only
 * @param options.onProgress is told `(finished, total)` cells
 * @returns `{ notebook, executed, problems, cells, seconds }`; `executed` is absent when execution stopped early
 */
export async function execute(file, { folder, timeout, forCommit, onProgress }) {
  const started = performance.now();
  const source = readNotebook(file);
  const cells = executedCells(source);
  const journalFile = join(folder, 'journal.jsonl');
  const timer = setInterval(() => onProgress(finishedCells(journalFile), cells.length), PROGRESS_EVERY_MS);
  const outcome = await jupyter(
    nbconvertArgs(file, folder, timeout),
    kernelEnvironment(journalFile, forCommit),
  );
  clearInterval(timer);
  const result = join(folder, basename(file));
  const executed = outcome.code === 0 && existsSync(result) ? readNotebook(result) : undefined;
  const problems = findProblems({ cells, executed, journal: readJournal(journalFile), outcome, timeout });
  return { executed, problems, cells: cells.length, seconds: (performance.now() - started) / 1000 };
}

function nbconvertArgs(file, folder, timeout) {
  return [
    'nbconvert',
    ...['--to', 'notebook', '--execute', file, '--output-dir', folder, '--output', basename(file)],
    `--ExecutePreprocessor.timeout=${timeout}`,
    '--ExecutePreprocessor.record_timing=False',
    `--ExecutePreprocessor.iopub_timeout=${OUTPUT_PATIENCE_SECONDS}`,
  ];
}

function kernelEnvironment(journal, forCommit) {
  const required = `--require ${JSON.stringify(PRELOAD)}`;
  return {
    CUSTOMER_SEGMENTATION_JOURNAL: journal,
    NODE_OPTIONS: [process.env.NODE_OPTIONS, required].filter(Boolean).join(' '),
    // Rows that are not ours must not be committed.
    ...(forCommit && { CUSTOMER_DATA_DIR: undefined, CUSTOMER_DATABASE: undefined, ...withoutOwnFile() }),
  };
}

/** The parameters of `your_customers.ipynb`. */
function withoutOwnFile() {
  const names = Object.keys(process.env).filter((name) => name.startsWith('CUSTOMERS_'));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
