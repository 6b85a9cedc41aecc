/** Executes notebooks headless through the jupyter command line, and fails when any of them goes wrong in any way. */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkJupyter, interruptAll } from './notebooks/jupyter.mjs';
import { createProgress } from './notebooks/progress.mjs';
import { runOne } from './notebooks/runOne.mjs';
import { ROOT } from './setup/paths.mjs';

const USAGE = `Runs notebooks headless, and fails if anything goes wrong in any of them.

  npm run notebooks [-- name or path …]   default: every notebook in notebooks/
    --out <folder>   executed notebooks and HTML pages (default: out)
    --timeout <s>    time limit for each cell (default: 600)
    --no-html        leave the pages out
    --jobs <n>       how many at once (default: by processors and memory)
    --write          also replace the notebooks themselves, to be committed; runs on the sample data
    --json           the report as JSON on stdout
    --help           this text

Exit code: 0 when all went well, 1 when a notebook went wrong, 2 when the call is off.`;

const NOTEBOOKS = join(ROOT, 'notebooks');
const BYTES_PER_KERNEL = 2 ** 30;
const OPTIONS = {
  out: { type: 'string', default: 'out' },
  timeout: { type: 'string', default: '600' },
  'no-html': { type: 'boolean', default: false },
  jobs: { type: 'string' },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
};

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  checkJupyter();
  const files = findNotebooks(positionals);
  const progress = createProgress(values.json ? process.stderr : process.stdout);
  const options = {
    out: resolve(values.out),
    timeout: positiveInteger('--timeout', values.timeout),
    html: !values['no-html'],
    write: values.write,
    onProgress: progress.update,
  };
  const jobs = values.jobs ? positiveInteger('--jobs', values.jobs) : usefulJobs();
  process.once('SIGINT', interruptAll);
  process.once('SIGTERM', interruptAll);
  const reports = await inParallel(files, jobs, async (file) => {
    progress.start(basename(file, '.ipynb'));
    const report = await runOne(file, options);
    progress.done(report);
    return report;
  });
  progress.end();
  const ok = reports.every((report) => report.ok);
  if (values.json) process.stdout.write(`${JSON.stringify({ ok, notebooks: reports }, null, 2)}\n`);
  return ok ? 0 : 1;
}

function findNotebooks(names) {
  const files = names.length > 0 ? names.map(findNotebook) : everyNotebook();
  if (files.length === 0)
    throw new Error(`there is no notebook in ${relative(process.cwd(), NOTEBOOKS) || '.'}`);
  const seen = new Map();
  for (const file of files) {
    const twin = seen.get(basename(file));
    if (twin)
      throw new Error(`${twin} and ${file} would write the same results; run them one after the other`);
    seen.set(basename(file), file);
  }
  return files;
}

function findNotebook(name) {
  const candidates = [resolve(name), join(NOTEBOOKS, `${name}.ipynb`), join(NOTEBOOKS, name)];
  const found = candidates.find((path) => path.endsWith('.ipynb') && existsSync(path));
  if (found) return found;
  const known = everyNotebook().map((path) => basename(path, '.ipynb'));
  throw new Error(`there is no notebook '${name}'; there are ${known.join(', ') || 'none in notebooks/'}`);
}

function everyNotebook() {
  if (!existsSync(NOTEBOOKS)) return [];
  return readdirSync(NOTEBOOKS)
    .filter((name) => name.endsWith('.ipynb') && !name.startsWith('.'))
    .sort()
    .map((name) => join(NOTEBOOKS, name));
}

function positiveInteger(name, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${name} is '${text}'; it must be a whole number from 1`);
  return value;
}

function usefulJobs() {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / BYTES_PER_KERNEL)));
}

/** Results in the order of the items, at most `limit` at once. */
async function inParallel(items, limit, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i]);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
