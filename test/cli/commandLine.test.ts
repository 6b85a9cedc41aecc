import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LINKAGES } from '../../src/cluster/hierarchy/linkages';
import { choiceWords } from '../../src/core/optionKind';
import { ENCODINGS } from '../../src/datasets/read/encodings';
import { ALGORITHM_NAMES } from '../../src/segmentation/algorithms';
import { SEGMENTATION_OPTIONS } from '../../src/segmentation/options';
import { describeWith } from '../support/requirement';
import { cli, needsBuild } from './cli';

const SCALES = choiceWords(SEGMENTATION_OPTIONS.properties.scale).map(({ word }) => word);

const ROOT = join(__dirname, '..', '..');

describeWith(needsBuild, 'the command line', () => {
  test('help names every command and ends well', async () => {
    const { code, stdout, stderr } = await cli(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const name of ['fit', 'predict', 'rfm', 'compare', 'report', 'data', 'notebooks', 'completion'])
      expect(stdout).toMatch(new RegExp(`customer-segmentation ${name}\\b`));
  });

  test('a command’s help lists its options, with examples', async () => {
    const { code, stdout } = await cli(['fit', '--help']);
    expect(code).toBe(0);
    for (const option of [
      '--columns',
      '--id',
      '--algorithm',
      '--scale',
      '--pca',
      '--seed',
      '--out',
      '--json',
    ])
      expect(stdout).toContain(option);
    expect(stdout).toContain('Examples:');
  });

  test('help offers every choice that the library takes', async () => {
    for (const [command, lists] of [
      ['fit', [ALGORITHM_NAMES, LINKAGES, SCALES, ENCODINGS]],
      ['rfm', [ENCODINGS]],
    ] as const) {
      const { stdout } = await cli([command, '--help']);
      const offered = stdout.replace(/\s+/g, ' ');
      for (const list of lists)
        expect(offered).toContain(`[choices: ${list.map((word) => `"${word}"`).join(', ')}]`);
    }
  });

  test('a limit on what is read from a server is refused for a file', async () => {
    const { code, stderr } = await cli(['fit', 'customers.csv', '--max-values', '1000']);
    expect([code, stderr]).toEqual([
      2,
      'Error: --max-values has no effect on customers.csv, which is read whole; leave it out\n',
    ]);
    const wrong = await cli([
      'predict',
      'model.json',
      'postgres://localhost/shop/customers',
      '--max-values',
      'all',
    ]);
    expect(wrong.stderr).toBe("Error: --max-values is 'all'; it must be a number of at least 1\n");
  });

  test('the version is the package’s', async () => {
    const { version } = require('../../package.json');
    expect((await cli(['--version'])).stdout).toBe(`${version}\n`);
  });

  test.each([
    [[], 'a command is missing. See customer-segmentation --help'],
    [['fitt', 'x.csv'], "there is no command 'fitt' (did you mean fit?); there are fit, predict, rfm"],
    [['fit'], "'fit' needs <file>. See customer-segmentation fit --help"],
    [['fit', 'x.csv', 'y.csv'], "'y.csv' is one argument too many for 'fit'"],
    [['fit', 'x.csv', '--colums', 'a'], 'there is no option --colums (did you mean --columns?)'],
    [['fit', 'x.csv', '--min-sample=3'], 'there is no option --min-sample (did you mean --min-samples?)'],
    [['fit', 'x.csv', '--seed'], '--seed needs a value'],
    [['fit', 'x.csv', '-o'], '-o needs a value'],
    [['fit', '--seed', '3', '-q'], "'fit' needs <file>"],
    [['rfm', 'x.csv', '--date-format='], "--date-format is ''; it must be how dates are written"],
    [['fit', 'x.csv', '--seed', 'abc'], "--seed is 'abc'; it must be an integer"],
    [['fit', 'x.csv', '--k', 'many'], "--k is 'many'; it must be 'auto' or an integer of at least 1"],
    [['fit', 'x.csv', '--scale', 'huge'], "--scale is 'huge'; it must be one of 'standard', 'minmax'"],
    [
      ['fit', 'x.csv', '--encoding', 'utf-7'],
      "--encoding is 'utf-7'; it must be one of 'utf-8', 'windows-1252'",
    ],
    [['data', 'find'], "Error: action is 'find'; it must be one of 'list', 'fetch'"],
  ])('%j is a mistake, said in a line', async (args, message) => {
    const { code, stdout, stderr } = await cli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\n +at /);
  });

  test('no color where nobody asked for any', async () => {
    const sequence = String.fromCharCode(27);
    for (const args of [['data', 'list'], ['data', 'lst'], ['--help']]) {
      const { stdout, stderr } = await cli(args);
      expect(stdout + stderr).not.toContain(sequence);
    }
  });

  test('a reader that has seen enough is no error', () => {
    const command = `"${process.execPath}" dist/cli/main.js data list --json | head -c 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['{0\n', '']);
  });

  test('completion is a script for the shell, and knows commands and options', async () => {
    const { stdout } = await cli(['completion'], { env: { SHELL: '/bin/bash' } });
    expect(stdout).toContain('complete -o bashdefault -o default -F _customer-segmentation');
    const words = await cli(['--get-yargs-completions', 'customer-segmentation', 'fit', '--sc']);
    expect(words.stdout.split('\n')).toContain('--scale');
  });

  test('help needs none of the heavy libraries', () => {
    const script = `
      process.argv.splice(1, 0, 'x');
      require('./dist/cli/runCommandLine').runCommandLine(['fit', '--help']).then(() => {
        const heavy = ['@tensorflow', 'danfojs-node', '@duckdb', 'xlsx', 'playwright-core', 'csv-parse', 'ajv', 'cli-progress'];
        const loaded = Object.keys(require.cache).map((path) => path.replaceAll('\\\\\\\\', '/'));
        console.error(JSON.stringify(heavy.filter((name) => loaded.some((path) => path.includes('/node_modules/' + name + '/')))));
      });`;
    const { stderr } = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
    expect(JSON.parse(stderr)).toEqual([]);
  });

  test('set-up links the command, so that npx finds it', () => {
    const link = join(ROOT, 'node_modules', '.bin', 'customer-segmentation');
    const run = process.platform === 'win32' ? `${link}.cmd` : link;
    expect(execFileSync(run, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+/);
  });
});
