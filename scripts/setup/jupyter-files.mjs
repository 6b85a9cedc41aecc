/** What the project adds to Jupyter, copied into `.venv`: the HTML template of its pages, settings, parameters for papermill. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readJson } from './files.mjs';
import { MODULES, ROOT, VENV } from './paths.mjs';
import { isStamped, stamp } from './stamp.mjs';

const STAMP = join(VENV, '.jupyter-files.json');
const TEMPLATES = join(VENV, 'share', 'jupyter', 'nbconvert');

/** Folders of the project and where in the environment their content goes. */
const FOLDERS = [
  [join(ROOT, 'scripts', 'nbconvert', 'share'), TEMPLATES],
  [join(ROOT, 'scripts', 'nbconvert', 'etc'), join(VENV, 'etc', 'jupyter')],
  [join(ROOT, 'scripts', 'jupyter', 'share'), join(VENV, 'share', 'jupyter')],
  [join(ROOT, 'scripts', 'jupyter', 'etc'), join(VENV, 'etc', 'jupyter')],
];

/** The pages carry plotly.js inside, so that they work with the network off. */
const PLOTLY = [
  join(MODULES, 'plotly.js-dist-min', 'plotly.min.js'),
  join(TEMPLATES, 'templates', 'customer-segmentation', 'plotly.min.js'),
];

export const title = 'Jupyter templates and settings';

export function isDone() {
  const copies = wantedCopies();
  return isStamped(STAMP, targetsOf(copies)) && copies.every(([from, to]) => isSame(from, to));
}

export async function perform() {
  const copies = wantedCopies();
  for (const old of readJson(STAMP)?.files ?? []) rmSync(join(VENV, old), { force: true });
  for (const [from, to] of copies) copy(from, to);
  stamp(STAMP, targetsOf(copies), { files: targetsOf(copies) });
  return `${copies.length} files`;
}

function wantedCopies() {
  const modules = copiesOf(join(ROOT, 'scripts', 'jupyter', 'python'), sitePackages());
  return [...FOLDERS.flatMap(([from, to]) => copiesOf(from, to)), ...modules, PLOTLY];
}

function copiesOf(from, to) {
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((file) => [file, join(to, relative(from, file))]);
}

/** Where the environment's Python looks for modules. */
function sitePackages() {
  const lib = join(VENV, 'lib');
  const version = existsSync(lib) && readdirSync(lib).find((name) => name.startsWith('python'));
  return version ? join(lib, version, 'site-packages') : join(VENV, 'Lib', 'site-packages');
}

function targetsOf(copies) {
  return copies.map(([, to]) => relative(VENV, to));
}

/** A copy keeps its source's time, so size and time tell whether it is still the same. */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  const { atime, mtime } = statSync(from);
  utimesSync(to, atime, mtime);
}

/** Not every file system keeps the fractions of a second, and a copied time may be rounded over its edge. */
const ROUNDING_MS = 1000;

function isSame(from, to) {
  const [source, target] = [from, to].map((file) => statSync(file, { throwIfNoEntry: false }));
  if (!source || !target) return false;
  return source.size === target.size && Math.abs(source.mtimeMs - target.mtimeMs) <= ROUNDING_MS;
}
