/** One notebook from execution to the files it leaves, whole or not at all. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { execute } from './execute.mjs';
import { displaysOf, executedCells, PLOTLY_MIME, readNotebook } from './notebook.mjs';
import { makePage } from './page.mjs';
import { serialize, tidy, unfitToCommit } from './tidy.mjs';

/** @returns the report: `{ notebook, ok, problems, cells, figures, seconds, files }`. */
export async function runOne(file, options) {
  const name = basename(file, '.ipynb');
  mkdirSync(options.out, { recursive: true });
  // In the same folder as the results, so that they move there in one step.
  const folder = mkdtempSync(join(options.out, `.${name}-`));
  try {
    return await runIn(folder, file, name, options);
  } catch (error) {
    const problems = [{ kind: 'could-not-run', message: error.message }];
    return { notebook: name, ok: false, problems, cells: 0, figures: 0, seconds: 0, files: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIn(folder, file, name, { out, timeout, html, write, onProgress }) {
  const started = performance.now();
  const { executed, problems, cells } = await execute(file, {
    folder,
    timeout,
    forCommit: write,
    onProgress: (...counts) => onProgress(name, ...counts),
  });
  const results = [];
  if (executed && problems.length === 0) {
    tidy(executed);
    if (write) problems.push(...unfitToCommit(executed));
    problems.push(...figuresLost(readNotebook(file), executed));
    results.push(writeNotebook(join(folder, basename(file)), executed));
    if (html) results.push(await makePage(results[0], folder));
  }
  const ok = problems.length === 0;
  const targets = [`${name}.ipynb`, ...(html ? [`${name}.html`] : [])].map((result) => join(out, result));
  // A page of an earlier run beside the report of a failure would mislead.
  if (!ok) for (const target of targets) rmSync(target, { force: true });
  if (ok && write) replaceFile(file, readFileSync(results[0]));
  if (ok) for (const [i, result] of results.entries()) renameSync(result, targets[i]);
  return {
    notebook: name,
    ok,
    problems,
    cells,
    figures: executed ? countFigures(executed) : 0,
    seconds: (performance.now() - started) / 1000,
    files: ok ? targets.map((target) => relative(process.cwd(), target)) : [],
  };
}

/** A kernel of another place (a clone that was copied, say) runs every cell and shows no figure of ours. */
function figuresLost(committed, executed) {
  const [before, now] = [committed, executed].map(countFigures);
  if (before === 0 || now > 0) return [];
  const message = `no figure came, where the notebook has ${before}: the kernel may be that of another copy of this folder; run npm run setup here`;
  return [{ kind: 'no-figures', message }];
}

function writeNotebook(path, notebook) {
  writeFileSync(path, serialize(notebook));
  return path;
}

function replaceFile(path, content) {
  const beside = join(dirname(path), `.${basename(path)}.new`);
  writeFileSync(beside, content);
  renameSync(beside, path);
}

function countFigures(notebook) {
  return executedCells(notebook)
    .flatMap(displaysOf)
    .filter(({ data }) => PLOTLY_MIME in data).length;
}
