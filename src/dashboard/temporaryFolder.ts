import { existsSync } from 'node:fs';
import { ownTemporaryFolder, removeAbandoned, removeQuietly } from '../datasets/write/temporaryFolder';

/** A folder among the system's temporary files, which may be cleaned away under a server that runs for weeks. */
export class TemporaryFolder {
  private made: string | undefined;

  /** @param start what its name begins with; folders of that kind whose process was killed are removed. */
  constructor(private readonly start: string) {
    removeAbandoned(start);
  }

  /** Where it is. It is made on first use and, under another name, when it is gone. @throws InputError where it cannot be. */
  get path(): string {
    if (this.made === undefined || !existsSync(this.made)) this.made = ownTemporaryFolder(this.start);
    return this.made;
  }

  remove(): void {
    if (this.made !== undefined) removeQuietly(this.made);
  }
}
