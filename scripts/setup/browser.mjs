/** A Chrome for the tests that draw pages. Set-up goes on without one, but not silently. */
import { findBrowser, obtainBrowser } from '../browser.mjs';

export const title = 'Browser';

export function isDone() {
  return findBrowser() !== undefined;
}

export async function perform(say) {
  const browser = await obtainBrowser(say);
  return (
    browser ??
    'NO BROWSER: no Chrome or Chromium was found or could be installed, so tests that draw pages will not run; install one or name it in CHROME_PATH.'
  );
}
