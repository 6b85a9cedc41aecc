import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those that it stands in. Node's own way to do so, `recursive`, never ends where a folder is
 * there in which none can be made, such as /proc.
 * @throws what the system says where it cannot be made.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    if (!existsSync(folder)) throw cause; // else somebody was faster
  }
}
