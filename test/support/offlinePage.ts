import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** A page that was opened with the network off, and what went wrong on it. */
export interface OfflinePage {
  page: Page;
  /** Addresses that it asked for beyond itself. */
  requests: string[];
  /** Errors that it threw or wrote to the console. */
  errors: string[];
}

/** Opens an HTML file with the network off, and waits until its figures are drawn. */
export async function openOffline(browser: Browser, file: string, width = 1000): Promise<OfflinePage> {
  const context = await browser.newContext({ offline: true, viewport: { width, height: 800 } });
  const opened: OfflinePage = { page: await context.newPage(), requests: [], errors: [] };
  const { page, requests, errors } = opened;
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('html[data-figures=drawn]', { timeout: 120_000 });
  return opened;
}
