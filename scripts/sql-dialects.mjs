/**
 * Has sqlglot read the statements of models in every dialect: `node scripts/sql-dialects.mjs`. What it reads is compared
 * by test/distributed/dialects.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pythonVenv } from './python-venv.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { ROOT } from './setup/paths.mjs';

try {
  const requirements = join(ROOT, 'scripts', 'reference', 'requirements.txt');
  const python = pythonVenv('reference-venv', requirements, 'no dialect is checked');
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--selectProjects', 'distributed', '--runInBand', 'test/distributed/dialects'];
  const { status } = spawnSync(process.execPath, [jest, ...options], {
    cwd: ROOT,
    env: { ...process.env, SQLGLOT_PYTHON: python },
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} catch (error) {
  if (!(error instanceof SetupFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
