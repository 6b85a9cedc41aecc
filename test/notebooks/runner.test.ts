import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsJupyter, type Report, runNotebooks } from '../support/jupyter';
import { describeWith } from '../support/requirement';

interface Cell {
  cell_type: string;
  execution_count: number | null;
  metadata: Record<string, unknown>;
}

const BROKEN = join(__dirname, 'broken');
const GOOD = join(__dirname, 'fixtures', 'good.ipynb');
const SLOW = join(BROKEN, 'too_slow.ipynb');

describeWith(needsJupyter, 'the notebook runner', () => {
  let out: string;
  let code: (number | null)[];
  let reports: Report[];

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'notebooks-'));
    const others = readdirSync(BROKEN)
      .filter((name) => name.endsWith('.ipynb') && join(BROKEN, name) !== SLOW)
      .map((name) => join(BROKEN, name));
    const common = ['--out', out, '--no-html'];
    const runs = await Promise.all([
      runNotebooks([GOOD, ...others, ...common], { CUSTOMER_SEGMENTATION_STATIC: 'off' }),
      runNotebooks([SLOW, ...common, '--timeout', '5']),
    ]);
    code = runs.map((run) => run.code);
    reports = runs.flatMap((run) => run.reports);
  }, 600_000);

  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const reportOf = (name: string) => reports.find(({ notebook }) => notebook === name)!;

  test('passes a good notebook, and counts its cells and figures', () => {
    expect(reportOf('good')).toMatchObject({ ok: true, problems: [], cells: 7, figures: 3 });
  });

  test('passes more lines than tslab can send, for the kernel delivers them', () => {
    expect(reportOf('lost_output')).toMatchObject({ ok: true, problems: [] });
  });

  test('exits non-zero when any notebook went wrong', () => expect(code).toEqual([1, 1]));

  test.each([
    ['throws', 'error', 2, /^RangeError: income is out of range$/],
    ['type_error', 'type-error', 2, /Type 'string' is not assignable to type 'number'/],
    ['unhandled_rejection', 'unhandled-rejection', 2, /nobody waited for me/],
    ['late_rejection', 'uncaught-exception', 2, /too late to be seen/],
    ['stderr', 'stderr', 2, /a warning that must not pass unseen/],
    ['exits', 'kernel-died', 2, /exit code 3/],
    ['killed', 'kernel-died', 2, /killed from outside/],
    ['too_slow', 'time-limit', 2, /longer than 5 s/],
  ])('reports %s as %s, in its cell, and nothing else', (notebook, kind, cell, message) => {
    const { ok, problems } = reportOf(notebook);
    expect(ok).toBe(false);
    expect(problems).toEqual([
      { kind, cell, firstLine: expect.stringMatching(/\S/), message: expect.stringMatching(message) },
    ]);
  });

  test('reports a figure shown after its cell had ended, in that cell or in the one that ran by then', () => {
    const { ok, problems } = reportOf('lost_figure');
    expect(ok).toBe(false);
    expect(problems.map(({ kind }) => kind)).toEqual(['lost-figure']);
    expect(problems[0].message).toMatch(/'A lonely bar' never arrived.*after the cell had ended/);
    expect([2, 3]).toContain(problems[0].cell);
  });

  test('names the cell by its first line that is not a comment', () => {
    expect(reportOf('throws').problems[0].firstLine).toBe('const rows: number[] = [];');
  });

  test('blames no cell when there is no kernel to run them', () => {
    const [problem] = reportOf('no_kernel').problems;
    expect(problem).toEqual({ kind: 'could-not-run', message: expect.stringContaining('npm run setup') });
  });

  test('tells it without a Python traceback', () => {
    const words = reports.flatMap(({ problems }) => problems.map(({ message }) => message)).join('\n');
    expect(words).not.toMatch(/Traceback|File "|nbclient|\.py\b/);
  });

  test('leaves the executed notebook of the good one only, numbered and without times', () => {
    expect(readdirSync(out)).toEqual(['good.ipynb', 'lost_output.ipynb']);
    const { cells } = JSON.parse(readFileSync(join(out, 'good.ipynb'), 'utf8'));
    const counts = cells
      .filter((cell: Cell) => cell.cell_type === 'code')
      .map((cell: Cell) => cell.execution_count);
    expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(cells.every((cell: Cell) => cell.metadata.execution === undefined)).toBe(true);
  });

  test('delivers a burst of text whole, as one output, before what follows it', () => {
    const { cells } = JSON.parse(readFileSync(join(out, 'good.ipynb'), 'utf8'));
    const [text, table] = cells.at(-1).outputs;
    expect(text.text).toHaveLength(3000);
    expect(text.text[2999]).toBe('line 2999\n');
    expect(table.data['text/plain']).toEqual(expect.arrayContaining(['After the text\n']));
  });
});
