import { type Browser, type BrowserServer, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../src/report/findBrowser';
import type { Requirement } from './requirement';

const executablePath = findBrowser();

export const needsBrowser: Requirement = {
  met: executablePath !== undefined,
  reason: 'no Chrome or Chromium was found; install one, or name it in CHROME_PATH',
};

const DRAWS_WEBGL: LaunchOptions = {
  executablePath,
  args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
};

/** Names the browser that `test/browser/setup.ts` starts for all suites. */
const SHARED = 'SHARED_BROWSER';

/** Starts the browser that `sharedBrowser` connects to in every worker. */
export async function shareBrowser(): Promise<BrowserServer> {
  const server = await chromium.launchServer(DRAWS_WEBGL);
  process.env[SHARED] = server.wsEndpoint();
  return server;
}

/** The browser that all suites share. Closing it closes the contexts that were opened through it, and nothing else. */
export function sharedBrowser(): Promise<Browser> {
  return chromium.connect(process.env[SHARED]!);
}

/** A headless browser of one's own that draws WebGL without a graphics card. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...options, ...DRAWS_WEBGL });
}
