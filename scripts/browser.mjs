/**
 * Finds a Chrome or Chromium, or gets one: for tests that draw pages and for the static pictures of figures.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, MODULES } from './setup/paths.mjs';
import { findProgram } from './setup/programs.mjs';
import { CommandFailure, run } from './setup/run.mjs';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
/** Where Playwright's installer puts its browsers for this project. */
const DOWNLOADED = join(CACHE, 'browsers');
const INSTALL_SECONDS = 300;

/**
 * The path of a Chrome or Chromium on this machine, or `undefined`.
 *
 * Looked for in this order: the environment variable `CHROME_PATH`, the `PATH`, the usual places on macOS and Windows,
 * the project's own download.
 */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) return findProgram(asked);
  return findProgram(...PROGRAMS) ?? usualPlaces().find((file) => existsSync(file)) ?? downloadedBrowser();
}

/**
 * A browser by Playwright's installer, else, as root on a Debian-like system, from its packages.
 * @param say is told what is being tried
 * @returns its path, or `undefined` when none could be had
 */
export async function obtainBrowser(say = () => {}) {
  const found = findBrowser();
  if (found) return found;
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

function usualPlaces() {
  const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  const mac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  return process.platform === 'win32' ? windows : process.platform === 'darwin' ? mac : [];
}

/** Playwright unpacks into `chromium-<revision>/<platform>/…`; the newest revision counts. */
function downloadedBrowser() {
  if (!existsSync(DOWNLOADED)) return undefined;
  const revisions = readdirSync(DOWNLOADED)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]));
  const programs = new Set(['chrome', 'chrome.exe', 'Chromium', 'Google Chrome for Testing']);
  for (const revision of revisions) {
    const entries = readdirSync(join(DOWNLOADED, revision), { recursive: true, withFileTypes: true });
    const program = entries.find((entry) => entry.isFile() && programs.has(entry.name));
    if (program) return join(program.parentPath ?? program.path, program.name);
  }
  return undefined;
}
