import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findBrowser } from '../../src/report/findBrowser';
import type { Requirement } from './requirement';

const executablePath = findBrowser();

export const needsBrowser: Requirement = {
  met: executablePath !== undefined,
  reason: 'no Chrome or Chromium was found; install one, or name it in CHROME_PATH',
};

/** A headless browser that draws WebGL without a graphics card. */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({
    ...options,
    executablePath,
    args: ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
}
