import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inlineScript } from './inlineScript';

/** The page's own script, which the build bundles from `script/`. */
export function builtScript(): string {
  return inlineScript(readBuilt('report.js'));
}

/** The page's style, which the build bundles from `report.css`. */
export function builtStyle(): string {
  return readBuilt('style.css');
}

function readBuilt(file: string): string {
  return readFileSync(join(__dirname, file), 'utf8').trim();
}
