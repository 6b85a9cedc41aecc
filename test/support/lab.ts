import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { JUPYTER, type StoredFigure } from './jupyter';

/** JupyterLab on a folder, on the loopback, without a password; its notebooks read the sample data. */
export function startLab(folder: string, port: number): ChildProcess {
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
    env: { ...process.env, JUPYTER_PREFER_ENV_PATH: '1', CUSTOMER_DATA_DIR: undefined },
  });
}

function python(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}

/** Opens a notebook; resolves when its cells are there. The server may still be starting. */
export async function openWhenReady(page: Page, address: string): Promise<void> {
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

/** What the tests use of JupyterLab's application, which it puts on the page. */
interface Lab {
  jupyterapp: {
    commands: { execute(id: string): Promise<unknown> };
    shell: {
      currentWidget: {
        context: { ready: Promise<void> };
        sessionContext: { ready: Promise<void> };
        content: { model: { toJSON(): { cells: { outputs?: RawOutput[] }[] } } };
      };
    };
  };
}

/** An output as nbformat has it: text in one piece or in lines. */
interface RawOutput {
  output_type: string;
  name?: string;
  text?: string | string[];
  data?: { 'application/vnd.plotly.v1+json'?: StoredFigure; 'text/html'?: string | string[] };
}

/** An output of the open notebook. */
export interface Output {
  type: string;
  /** The stream's name: stdout or stderr. */
  name?: string;
  text: string;
  html: string;
  figure?: StoredFigure;
}

/** Every output of the open notebook, as it would be saved. */
export function outputsOf(page: Page): Promise<Output[]> {
  return page.evaluate(() => {
    const { currentWidget } = (globalThis as unknown as Lab).jupyterapp.shell;
    return currentWidget.content.model
      .toJSON()
      .cells.flatMap(({ outputs }) => outputs ?? [])
      .map(({ output_type, name, text, data }) => ({
        type: output_type,
        name,
        text: [text ?? ''].flat().join(''),
        html: [data?.['text/html'] ?? ''].flat().join(''),
        figure: data?.['application/vnd.plotly.v1+json'],
      }));
  });
}

/** As the menu's Run → Run All Cells does; resolves when the last cell has ended. */
export async function runAllCells(page: Page): Promise<void> {
  await execute(page, 'notebook:run-all-cells');
}

/** As the menu's Edit → Clear Outputs of All Cells does. */
export async function clearOutputs(page: Page): Promise<void> {
  await execute(page, 'notebook:clear-all-cell-outputs');
}

async function execute(page: Page, command: string): Promise<void> {
  await page.evaluate(async (id) => {
    const { commands, shell } = (globalThis as unknown as Lab).jupyterapp;
    await shell.currentWidget.context.ready;
    await shell.currentWidget.sessionContext.ready;
    await commands.execute(id);
  }, command);
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The server ends its kernels with itself. */
export async function stopLab(lab: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => lab.once('exit', resolve));
  lab.kill('SIGTERM');
  await ended;
}
