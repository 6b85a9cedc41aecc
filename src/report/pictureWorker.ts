/** The worker thread behind `staticPicture`: one Chrome, one page, one figure at a time. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Browser, Page } from 'playwright-core';
import type { PictureReply, PictureRequest } from './staticPicture';

const { browser, port, done } = workerData as { browser: string; port: MessagePort; done: Int32Array };

/** Sharp on good screens first; a picture too heavy to be committed is painted again with fewer pixels. */
const SCALES = [1.5, 1];
const HEAVY_BYTES = 100_000;

let page: Promise<Page> | undefined;

port.on('message', async (request: PictureRequest) => {
  const reply = await paint(request).catch(
    (error): PictureReply => ({ problem: String(error?.message ?? error) }),
  );
  port.postMessage(reply);
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

async function paint(request: PictureRequest): Promise<PictureReply> {
  page ??= openPage();
  let jpeg = '';
  for (const scale of SCALES) {
    jpeg = await paintAt(await page, request, scale);
    if (jpeg.length * 0.75 <= HEAVY_BYTES) break;
  }
  return { jpeg };
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

function paintAt(on: Page, { figure, width, height }: PictureRequest, scale: number): Promise<string> {
  return on.evaluate(
    async ({ figure, options }) => {
      const plotly = (
        globalThis as unknown as { Plotly: { toImage(f: unknown, o: unknown): Promise<string> } }
      ).Plotly;
      return (await plotly.toImage(figure, options)).split(',')[1];
    },
    { figure, options: { format: 'jpeg', width, height, scale } },
  );
}
