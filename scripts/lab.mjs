/** Opens JupyterLab on the notebooks, with the kernel ready; further arguments go to it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { homeVariables } from './setup/home.mjs';
import { ROOT, venvProgram } from './setup/paths.mjs';

const args = ['lab', join(ROOT, 'notebooks'), ...process.argv.slice(2)];
// JupyterLab refuses root unless told; in containers root is the only user there is.
if (process.getuid?.() === 0) args.push('--allow-root');

const lab = spawn(venvProgram('jupyter'), args, {
  stdio: 'inherit',
  // The kernel and the settings of this clone go before those of the user's home.
  env: { ...process.env, ...homeVariables(), JUPYTER_PREFER_ENV_PATH: '1' },
});
// Ctrl-C reaches JupyterLab as well, which asks whether it is meant; this process stays until it has answered.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => lab.kill('SIGTERM'));
lab.on('close', (code) => {
  process.exitCode = code ?? 1;
});
