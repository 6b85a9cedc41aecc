import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The version of this package, from its own package.json. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(resolve(__dirname, '../../../package.json'), 'utf8')).version;
}
