/** Lets the system run the commands that package.json names: the compiler writes files that can only be read. */
import { chmodSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Makes every command of the package in a folder executable. */
export function makeExecutable(root) {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const file of Object.values(bin)) chmodSync(join(root, file), 0o755);
}

const FILE = fileURLToPath(import.meta.url);
if (process.argv[1] === FILE) makeExecutable(resolve(FILE, '../..'));
