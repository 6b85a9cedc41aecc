import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder among the system's temporary files, which may be cleaned away under a server that runs for weeks. */
export class TemporaryFolder {
  private made: string;

  /** @param start what its name begins with. */
  constructor(private readonly start: string) {
    this.made = this.make();
  }

  /** Where it is. It is made again, under another name, when it is gone. */
  get path(): string {
    if (!existsSync(this.made)) this.made = this.make();
    return this.made;
  }

  remove(): void {
    rmSync(this.made, { recursive: true, force: true });
  }

  private make(): string {
    return mkdtempSync(join(tmpdir(), this.start));
  }
}
