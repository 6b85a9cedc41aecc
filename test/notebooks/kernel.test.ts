import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needsJupyter, ROOT } from '../support/jupyter';
import { describeWith } from '../support/requirement';

/** What came of a cell (see `kernel_session.py`). */
interface CellResult {
  stdout: string;
  stderr: string;
  html: string[];
  messages: number;
  ended: boolean;
}

const CUSTOMERS = "'../test/cases/17-dbscan-with-many-identical-customers/customers.csv'";

/** Cells in the kernel that setup installed, with the seconds after which some are interrupted. */
function runCells(cells: readonly { code: string; interrupt?: number }[]): CellResult[] {
  const installed = readFileSync(join(ROOT, '.venv/share/jupyter/kernels/tslab/kernel.json'), 'utf8');
  const specification = JSON.parse(installed);
  specification.env.CUSTOMER_SEGMENTATION_STATIC = 'off';
  const session = join(ROOT, 'test', 'support', 'kernel_session.py');
  const input = JSON.stringify({ specification, folder: join(ROOT, 'notebooks'), cells });
  const output = execFileSync(join(ROOT, '.venv', 'bin', 'python'), [session], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return JSON.parse(output);
}

describeWith(needsJupyter, 'the kernel', () => {
  test('delivers a hundred thousand lines, in few messages', () => {
    const [thousand, many, after] = runCells([
      { code: "for (let i = 0; i < 1000; i++) console.log('line ' + i);" },
      { code: "for (let i = 0; i < 100_000; i++) console.log('line ' + i);" },
      { code: "console.log('alive'); console.error('on stderr'); console.log('after');" },
    ]);
    expect(thousand.stdout.split('\n')).toHaveLength(1001);
    expect(many.stdout.trimEnd().split('\n').at(-1)).toBe('line 99999');
    expect(many.stdout.split('\n')).toHaveLength(100_001);
    expect(many.messages).toBeLessThan(500);
    expect([after.stdout, after.stderr]).toEqual(['alive\nafter\n', 'on stderr\n']);
  }, 120_000);

  test('an interrupt ends any loop, and what was defined is still there', () => {
    const loops = [
      'while (true) {}',
      'await null; while (true) {}',
      'for (;;) await null;',
      'for (;;) await new Promise((next) => setTimeout(next, 20));',
      'new Promise(() => {})',
      'setTimeout(() => { while (true) {} }, 10); await new Promise((next) => setTimeout(next, 300));',
    ];
    const results = runCells([
      { code: 'const known = 42;' },
      ...loops.flatMap((code) => [{ code, interrupt: 1 }, { code: 'console.log(known);' }]),
    ]);
    const after = results.slice(1);
    for (let at = 0; at < after.length; at += 2) {
      expect(after[at].ended).toBe(true);
      expect([loops[at / 2], after[at + 1].stdout]).toEqual([loops[at / 2], '42\n']);
    }
  }, 240_000);

  test('the last expression is displayed: tables, segmentations, figures, choices of k, what promises bring', () => {
    const results = runCells([
      {
        code: `import { readTable, show, Segmentation, profileTable } from 'customer-segmentation';\nreadTable(${CUSTOMERS})`,
      },
      { code: `show(readTable(${CUSTOMERS}))` },
      { code: `const customers = await readTable(${CUSTOMERS});\ncustomers.table` },
      { code: 'const model = new Segmentation({ k: 2 }).fit(customers);\nmodel' },
      { code: 'profileTable(model.profiles)' },
      { code: '({ a: 1 })' },
      { code: 'model.k + 1;' },
      { code: 'Promise.resolve(7)' },
    ]);
    const tables = results.map(({ html }) => html.filter((text) => text.includes('<table')).length);
    expect(tables).toEqual([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(results[0].html[0]).toContain('60 rows × 3 columns');
    expect(results[3].html[0]).toMatch(/structure/);
    expect(results.slice(5).map(({ stdout }) => stdout)).toEqual(['{ a: 1 }\n', '3\n', '7\n']);
    expect(results.map(({ stderr }) => stderr).join('')).toBe('');
  }, 120_000);
});
