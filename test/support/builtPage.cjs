const { resolve } = require('node:path');

/** What `src/report/page/built` reads from the build, bundled from the sources as they are now: unit tests need no build. */
const PAGE = resolve(__dirname, '../../src/report/page');
let built;

function bundle() {
  const { buildSync } = require('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: { report: `${PAGE}/script/main.ts`, style: `${PAGE}/report.css` },
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: PAGE,
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
  return { script: text('.js'), style: text('.css') };
}

exports.builtScript = () => page().script;
exports.builtStyle = () => page().style;

function page() {
  built ??= bundle();
  return built;
}
