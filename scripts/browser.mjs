/**
 * Finds a Chrome or Chromium, or gets one: for tests that draw pages and for the static pictures of figures.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CACHE, MODULES, ROOT } from './setup/paths.mjs';
import { findProgram } from './setup/programs.mjs';
import { CommandFailure, run } from './setup/run.mjs';

/** The toolkit's own search, so that set-up and notebooks agree on what counts as a browser. */
const SEARCH = join(ROOT, 'dist', 'report', 'findBrowser.js');
/** Where Playwright's installer puts its browsers for this project; the search looks here too. */
const DOWNLOADED = join(CACHE, 'browsers');
const INSTALL_SECONDS = 300;

const require = createRequire(import.meta.url);

/** The path of a Chrome or Chromium on this machine; `undefined` when there is none, or nothing is built yet. */
export function findBrowser() {
  return existsSync(SEARCH) ? require(SEARCH).findBrowser() : undefined;
}

/**
 * A browser by Playwright's installer, else, as root on a Debian-like system, from its packages.
 * @param say is told what is being tried
 * @returns its path, or `undefined` when none could be had
 */
export async function obtainBrowser(say = () => {}) {
  const found = findBrowser();
  // One that CHROME_PATH names is the only one that would be used: another need not be fetched.
  if (found || process.env.CHROME_PATH) return found;
  say("running Playwright's installer");
  await attempt(() => installByPlaywright());
  if (!findBrowser() && process.getuid?.() === 0 && findProgram('apt-get')) {
    say("installing the system's package chromium");
    await attempt(() => installByApt());
  }
  return findBrowser();
}

/** Playwright retries a host that is away for minutes; one that answers needs far less than the limit. */
function installByPlaywright() {
  const cli = join(MODULES, 'playwright-core', 'cli.js');
  return run(process.execPath, [cli, 'install', 'chromium'], {
    log: 'browser-playwright',
    env: { ...process.env, PLAYWRIGHT_BROWSERS_PATH: DOWNLOADED },
    limitSeconds: INSTALL_SECONDS,
  });
}

async function installByApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { log: 'browser-apt-update', limitSeconds: INSTALL_SECONDS });
  await run('apt-get', ['install', '-y', 'chromium'], {
    log: 'browser-apt-install',
    env,
    limitSeconds: INSTALL_SECONDS,
  });
}

async function attempt(install) {
  try {
    await install();
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
  }
}
