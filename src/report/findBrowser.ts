import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const USUAL_PLACES: Record<string, string[]> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((root) => root !== undefined)
    .flatMap((root) => [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
};

/** Where a browser that set-up fetched for the project lies: `.cache/browsers` of this or an outer folder. */
const CACHED =
  /^(chrome|chromium|headless_shell|chrome-headless-shell|Google Chrome for Testing|chrome\.exe)$/;

/**
 * The path of a Chrome-like browser, or undefined when there is none: the one that the environment variable
 * `CHROME_PATH` names, else one on the PATH, in the usual places, or in the project's `.cache/browsers`.
 */
export function findBrowser(): string | undefined {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH) return isProgram(CHROME_PATH) ? CHROME_PATH : undefined;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name + suffix)));
  return [...onPath, ...(USUAL_PLACES[process.platform] ?? [])].find(isProgram) ?? cachedBrowser(__dirname);
}

function cachedBrowser(from: string): string | undefined {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const found = programBelow(join(folder, '.cache', 'browsers'), 6);
    if (found) return found;
  }
  return undefined;
}

function programBelow(folder: string, depth: number): string | undefined {
  const entries = entriesOf(folder);
  const here = entries.map((name) => join(folder, name));
  const program = here.find((path, i) => CACHED.test(entries[i]) && isProgram(path));
  if (program || depth === 0) return program;
  for (const path of here) {
    const found = programBelow(path, depth - 1);
    if (found) return found;
  }
  return undefined;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
