/** Finds programs as a shell would, without starting one. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const ENDINGS =
  process.platform === 'win32' ? ['', ...(process.env.PATHEXT ?? '.EXE;.CMD;.BAT').split(';')] : [''];

/** The path of the first of these names that can be run, or `undefined`. A name may be a path of its own. */
export function findProgram(...names) {
  for (const name of names.filter(Boolean)) {
    const found = candidatesOf(name).find(canRun);
    if (found) return found;
  }
  return undefined;
}

function candidatesOf(name) {
  const isPath = isAbsolute(name) || name.includes('/') || name.includes('\\');
  const folders = isPath ? [''] : (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => ENDINGS.map((ending) => join(folder, name + ending)));
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
