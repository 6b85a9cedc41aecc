/** Bundles the dashboard's page: TypeScript and style of src/dashboard/page become dist/dashboard/page. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const PAGE = join(ROOT, 'src', 'dashboard', 'page');
const OUT = join(ROOT, 'dist', 'dashboard', 'page');
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

/** Writes the page. @returns {Promise<string[]>} its files, from the clone's root. */
export async function bundlePage() {
  const { build } = await import('esbuild');
  mkdirSync(OUT, { recursive: true });
  for (const file of AS_THEY_ARE) copyFileSync(join(PAGE, file), join(OUT, file));
  const { metafile } = await build({
    entryPoints: { app: join(PAGE, 'main.tsx'), style: join(PAGE, 'app.css') },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: OUT,
    metafile: true,
    plugins: [LOADED_ON_DEMAND],
    absWorkingDir: ROOT,
    logLevel: 'warning',
  });
  return [...AS_THEY_ARE.map((file) => relative(ROOT, join(OUT, file))), ...Object.keys(metafile.outputs)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundlePage();
