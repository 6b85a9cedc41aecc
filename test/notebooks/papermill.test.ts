import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { needsJupyter } from '../support/jupyter';
import { describeWith } from '../support/requirement';

/** Parameters of TypeScript notebooks by papermill, which has no translator for them of its own. */
describeWith(needsJupyter, 'papermill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papermill-'));
  const notebook = join(folder, 'in.ipynb');
  const program = resolve(__dirname, '../../.venv/bin/papermill');
  const papermill = (args: string[]) =>
    spawnSync(program, args, { encoding: 'utf8', cwd: resolve(__dirname, '../../notebooks') });

  beforeAll(() => writeFileSync(notebook, JSON.stringify(parameterized())));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('puts values of every kind behind the cell of parameters', () => {
    const out = join(folder, 'out.ipynb');
    const values = [
      '-p',
      'file',
      'b "ü"\\\n.csv',
      '-p',
      'k',
      '5',
      '-y',
      'flags: [a, null, 2.5, true, {b: c}]',
    ];
    const { status, stderr } = papermill([notebook, out, '--no-progress-bar', '--cwd', '.', ...values]);
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const { cells } = JSON.parse(readFileSync(out, 'utf8'));
    expect(cells[1].metadata.tags).toEqual(['injected-parameters']);
    const printed = cells[2].outputs[0].text;
    expect(JSON.parse([printed].flat().join(''))).toEqual([
      'b "ü"\\\n.csv',
      5,
      ['a', null, 2.5, true, { b: 'c' }],
      'kept',
    ]);
  }, 120_000);

  test('lists the parameters that a notebook takes', () => {
    const { stdout } = papermill(['--help-notebook', notebook]);
    expect(stdout).toMatch(/file: .*\(default 'a.csv'\)\s+the file/);
    expect(stdout).toMatch(/k: number \| string \(default 'auto'\)/);
  }, 60_000);
});

function parameterized() {
  const parameters = [
    "let file = 'a.csv'; // the file\n",
    "let k: number | string = 'auto';\n",
    'let flags: unknown[] = [];\n',
    "let other = 'kept';",
  ];
  const told = ['console.log(JSON.stringify([file, k, flags, other]));'];
  const cell = (source: string[], tags: string[]) => ({
    cell_type: 'code',
    id: tags[0] ?? 'told',
    metadata: { tags },
    source,
    execution_count: null,
    outputs: [],
  });
  return {
    cells: [cell(parameters, ['parameters']), cell(told, [])],
    metadata: { kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' } },
    nbformat: 4,
    nbformat_minor: 5,
  };
}
