import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../datasets/write/isAlive';
import { makeTemporaryFolder } from '../datasets/write/temporaryFolder';

/** A folder among the system's temporary files, which may be cleaned away under a server that runs for weeks. */
export class TemporaryFolder {
  private made: string | undefined;

  /** @param start what its name begins with; folders of that kind whose process was killed are removed. */
  constructor(private readonly start: string) {
    removeAbandoned(start);
  }

  /** Where it is. It is made on first use and, under another name, when it is gone. @throws InputError where it cannot be. */
  get path(): string {
    if (this.made === undefined || !existsSync(this.made))
      this.made = makeTemporaryFolder(join(tmpdir(), `${this.start}${process.pid}-`));
    return this.made;
  }

  remove(): void {
    if (this.made !== undefined) removeQuietly(this.made);
  }
}

/** Removes a file or folder where that is possible; what stays takes space and harms nothing. */
export function removeQuietly(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // a disk that became read-only keeps what it has
  }
}

/** A process that was killed could not remove its own. */
function removeAbandoned(start: string): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      const pid = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : Number.NaN;
      if (pid > 0 && !isAlive(pid)) removeQuietly(join(tmpdir(), name));
    }
  } catch {
    // what cannot be listed cannot be cleaned
  }
}
