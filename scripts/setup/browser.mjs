/** A Chrome for the tests that draw pages. Set-up goes on without one, but not silently. */
import { findBrowser, obtainBrowser } from '../browser.mjs';

export const title = 'Browser';

export function isDone() {
  return findBrowser() !== undefined;
}

export async function perform(say) {
  return (await obtainBrowser(say)) ?? `NO BROWSER: ${reason()}, so browser tests will not run.`;
}

function reason() {
  const named = process.env.CHROME_PATH;
  if (named) return `CHROME_PATH is '${named}', which isn't a program; correct or unset it`;
  return 'no Chrome or Chromium was found or could be installed; install one or name it in CHROME_PATH';
}
