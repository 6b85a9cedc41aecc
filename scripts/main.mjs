/** What `npm start` runs after setup: the main notebook, headless; then its result in a few lines. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { displaysOf, executedCells } from './notebooks/notebook.mjs';

const RUNNER = fileURLToPath(new URL('notebooks.mjs', import.meta.url));
const NAME = 'customer_segmentation';

const runner = spawn(process.execPath, [RUNNER, NAME], { stdio: 'inherit' });
runner.on('close', (code) => {
  process.exitCode = code ?? 1;
  if (code === 0) console.log(closingWords(JSON.parse(readFileSync(`out/${NAME}.ipynb`, 'utf8'))));
});

/** The outputs of the cells tagged 'summary' as text, and where to look. */
function closingWords(notebook) {
  const summary = executedCells(notebook)
    .filter(({ metadata }) => metadata.tags?.includes('summary'))
    .flatMap(displaysOf)
    .map(({ data }) => [data['text/plain']].flat().join(''));
  return [
    '',
    ...summary,
    '',
    `out/${NAME}.html   the whole analysis with live figures, in one page that opens offline`,
    `out/${NAME}.ipynb  the executed notebook`,
    'npm run lab                       to explore it in JupyterLab',
  ].join('\n');
}
