import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, needsBrowser } from '../support/browser';
import { JUPYTER, needsJupyter, ROOT } from '../support/jupyter';
import { describeWith } from '../support/requirement';

const NOTEBOOK = join(__dirname, '..', 'notebooks', 'fixtures', 'good.ipynb');
const needs = needsJupyter.met ? needsBrowser : needsJupyter;

describeWith(needs, 'JupyterLab in a browser', () => {
  let folder: string;
  let lab: ChildProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    // Inside the project, so that the notebook's imports resolve as they do in notebooks/.
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'out', '.lab-'));
    copyFileSync(NOTEBOOK, join(folder, 'good.ipynb'));
    const port = await freePort();
    lab = startLab(folder, port);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 5000 } });
    await openWhenReady(page, `http://127.0.0.1:${port}/lab/tree/good.ipynb?reset`);
    await runAllCells(page);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    if (lab) await stop(lab);
    rmSync(folder, { recursive: true, force: true });
  });

  test('Run All Cells draws every figure live', async () => {
    await page.locator('.js-plotly-plot .scatterlayer path.point').first().waitFor({ timeout: 60_000 });
    await page.locator('.js-plotly-plot .gl-container canvas').waitFor({ timeout: 60_000 });
    expect(await page.locator('.jp-Notebook .js-plotly-plot').count()).toBe(3);
  });

  test('tables are HTML, long text is whole, nothing is on stderr', async () => {
    const outputs = await outputsOf(page);
    expect(outputs.filter(({ data }) => data?.['text/html']?.includes('<table'))).toHaveLength(4);
    const printed = outputs.filter(({ name }) => name === 'stdout').map(({ text }) => text);
    expect(printed.join('').split('\n')).toHaveLength(3001);
    expect(outputs.filter(({ name }) => name === 'stderr')).toEqual([]);
    expect(await page.locator('.jp-OutputArea table').count()).toBe(4);
  });
});

function startLab(folder: string, port: number): ChildProcess {
  const settings = {
    ip: '127.0.0.1',
    port,
    port_retries: 0,
    token: '',
    open_browser: false,
    root_dir: folder,
    allow_root: true,
  };
  const args = Object.entries(settings).map(([name, value]) => `--ServerApp.${name}=${python(value)}`);
  return spawn(JUPYTER, ['lab', ...args, '--LabApp.expose_app_in_browser=True'], {
    stdio: 'ignore',
    env: { ...process.env, JUPYTER_PREFER_ENV_PATH: '1' },
  });
}

function python(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

async function openWhenReady(page: Page, address: string): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    try {
      await page.goto(address);
      break;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((next) => setTimeout(next, 500));
    }
  }
  await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor({ timeout: 120_000 });
}

/** As the menu's Run → Run All Cells does; resolves when the last cell has ended. */
async function runAllCells(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { jupyterapp } = globalThis as any;
    const panel = jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.sessionContext.ready;
    // Otherwise only the cells in sight are in the page.
    panel.content.notebookConfig = { ...panel.content.notebookConfig, windowingMode: 'none' };
    await jupyterapp.commands.execute('notebook:run-all-cells');
  });
}

interface Output {
  name?: string;
  text?: string;
  data?: Record<string, string>;
}

/** Every output of the open notebook, as it would be saved. */
function outputsOf(page: Page): Promise<Output[]> {
  return page.evaluate(() => {
    const { cells } = (globalThis as any).jupyterapp.shell.currentWidget.content.model.toJSON();
    return cells
      .flatMap((cell: any) => cell.outputs ?? [])
      .map((output: any) => ({
        ...output,
        text: [output.text ?? ''].flat().join(''),
        data: output.data && { 'text/html': [output.data['text/html'] ?? ''].flat().join('') },
      }));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The server ends its kernels with itself. */
async function stop(lab: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => lab.once('exit', resolve));
  lab.kill('SIGTERM');
  await ended;
}
