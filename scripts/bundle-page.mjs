/** Bundles the dashboard's page, and of the report's page script, style and what renders it. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const PAGE = join(ROOT, 'src', 'dashboard', 'page');
const OUT = join(ROOT, 'dist', 'dashboard', 'page');
const REPORT = join(ROOT, 'src', 'report', 'page');
const AS_THEY_ARE = ['index.html', 'icon.svg'];

/** What a source of ours loads inside a function is for the server: the page never calls such a function. */
const LOADED_ON_DEMAND = {
  name: 'loaded-on-demand',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path, importer }) =>
      kind === 'require-call' && importer.startsWith(join(ROOT, 'src'))
        ? { path, external: true }
        : undefined,
    );
  },
};

const SETTINGS = {
  bundle: true,
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  metafile: true,
  plugins: [LOADED_ON_DEMAND],
  absWorkingDir: ROOT,
  logLevel: 'warning',
};

/** Writes both pages. @returns {Promise<string[]>} their files, from the clone's root. */
export async function bundlePages() {
  mkdirSync(OUT, { recursive: true });
  for (const file of AS_THEY_ARE) copyFileSync(join(PAGE, file), join(OUT, file));
  const copied = AS_THEY_ARE.map((file) => relative(ROOT, join(OUT, file)));
  return [...copied, ...(await bundleDashboard()), ...(await bundleReport())];
}

async function bundleDashboard() {
  const { build } = await import('esbuild');
  const entryPoints = { app: join(PAGE, 'main.tsx'), style: join(PAGE, 'app.css') };
  const { metafile } = await build({ ...SETTINGS, entryPoints, format: 'esm', sourcemap: true, outdir: OUT });
  return Object.keys(metafile.outputs);
}

/**
 * Script and style stand in every report, which is one file: no source map could be found beside it. What renders the
 * page takes the place of what the compiler made of it, with Preact in it: that comes as ES modules only, which not
 * every Node can require.
 */
async function bundleReport() {
  const { build } = await import('esbuild');
  const outdir = join(ROOT, 'dist', 'report', 'page');
  const entryPoints = { report: join(REPORT, 'script', 'main.ts'), style: join(REPORT, 'report.css') };
  const inPage = await build({ ...SETTINGS, entryPoints, format: 'iife', outdir });
  const render = {
    entryPoints: [join(REPORT, 'render.tsx')],
    format: 'cjs',
    platform: 'node',
    minify: false,
  };
  const inNode = await build({ ...SETTINGS, ...render, outdir });
  return [...Object.keys(inPage.metafile.outputs), ...Object.keys(inNode.metafile.outputs)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePages();
