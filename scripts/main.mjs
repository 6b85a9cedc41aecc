/** What `npm start` runs once set-up is done: the main notebook, headless. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNNER = fileURLToPath(new URL('notebooks.mjs', import.meta.url));

const runner = spawn(process.execPath, [RUNNER, 'customer_segmentation'], { stdio: 'inherit' });
runner.on('close', (code) => {
  process.exitCode = code ?? 1;
});
