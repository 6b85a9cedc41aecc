/** The worker thread behind `paint`: one Chrome, one page, one figure at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Browser, Page } from 'playwright-core';
import type { PictureReply, PictureRequest } from './painter';
import type { RenderJob } from './renderJob';

const { browser, temporary } = workerData as { browser: string; temporary: string };

/** This thread's own variables: what Chrome puts down stands where the main thread removes it at its end. */
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temporary;

let page: Promise<Page> | undefined;
let last: Promise<void> = Promise.resolve();

parentPort!.on('message', (job: RenderJob<PictureRequest>) => {
  last = last.then(() => run(job));
});

async function run({ request, port, done }: RenderJob<PictureRequest>): Promise<void> {
  const reply = await renderImage(request).catch(
    (error): PictureReply => ({ problem: String(error?.message ?? error) }),
  );
  port.postMessage(reply);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}

async function renderImage({ figure, format, width, height, scale }: PictureRequest): Promise<PictureReply> {
  page ??= openPage();
  // A browser that did not start may do so the next time.
  page.catch(() => {
    page = undefined;
  });
  const url = await (await page).evaluate(
    ({ figure, options }) =>
      (
        globalThis as unknown as { Plotly: { toImage(f: unknown, o: unknown): Promise<string> } }
      ).Plotly.toImage(figure, options),
    { figure, options: { format, width, height, scale } },
  );
  const content = url.slice(url.indexOf(',') + 1);
  const bytes = format === 'svg' ? Buffer.from(decodeURIComponent(content)) : Buffer.from(content, 'base64');
  return { bytes: new Uint8Array(bytes) };
}

async function openPage(): Promise<Page> {
  const { chromium } = require('playwright-core') as typeof import('playwright-core');
  const chrome: Browser = await chromium.launch({
    executablePath: browser,
    // Software WebGL: the 3-D figures are drawn on machines without a graphics card too.
    args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  const context = await chrome.newContext({ offline: true });
  const opened = await context.newPage();
  await opened.addScriptTag({ path: require.resolve('plotly.js-dist-min') });
  return opened;
}
