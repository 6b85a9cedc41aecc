/**
 * Changes the code of a file in small ways, one after the other, and runs the tests that are to notice each:
 *
 *   npm run test:mutation -- src/core/round.ts [tests …]
 *
 * Files are named one by one or by a pattern (`src/core/*.ts`); tests are those of the same room, unless others are named.
 * Prints the changes that no test noticed, and the share of those that one did. Stryker is not among the packages of the
 * project: `scripts/mutation/package-lock.json` names it with hashes, and it is installed into `.cache/mutation`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './setup/paths.mjs';

const FOLDER = join(ROOT, 'scripts', 'mutation');
const STRYKER = join(CACHE, 'mutation');
const PACKAGES = join(STRYKER, 'node_modules', '@stryker-mutator');

const given = process.argv.slice(2);
const mutate = given.filter((path) => path.startsWith('src/'));
const tests = given.filter((path) => path.startsWith('test/'));
if (mutate.length === 0 || mutate.length + tests.length < given.length) {
  console.error('name files of src/ and, if need be, of test/: npm run test:mutation -- src/core/round.ts');
  process.exit(2);
}
const rooms = [...new Set(mutate.map((path) => `test/${path.split('/')[1]}`))];
install();
run(process.execPath, [join(PACKAGES, 'core', 'bin', 'stryker.js'), 'run', settings()], ROOT, {
  MUTATION_TESTS: (tests.length > 0 ? tests : rooms).join(','),
});

/** Once: what is there is what the lock names. */
function install() {
  if (existsSync(join(STRYKER, 'node_modules', '.package-lock.json'))) return;
  mkdirSync(STRYKER, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(FOLDER, file), join(STRYKER, file));
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], STRYKER);
}

function settings() {
  const file = join(STRYKER, 'stryker.json');
  writeFileSync(
    file,
    JSON.stringify({
      mutate,
      testRunner: 'jest',
      plugins: [join(PACKAGES, 'jest-runner', 'dist', 'src', 'index.js')],
      jest: {
        projectType: 'custom',
        configFile: 'scripts/mutation/jest.config.cjs',
        enableFindRelatedTests: false,
      },
      coverageAnalysis: 'perTest',
      disableTypeChecks: false,
      concurrency: 1,
      timeoutMS: 5_000,
      tempDirName: join(STRYKER, 'sandbox'),
      ignorePatterns: ['/*', '!/src', '!/test', '!/scripts', '!/data', '!/package.json', '!/jest.config.cjs'],
      reporters: ['progress-append-only', 'clear-text', 'json'],
      clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
      jsonReporter: { fileName: join(STRYKER, 'report.json') },
    }),
  );
  return file;
}

function run(program, args, cwd, env = {}) {
  const { status } = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
