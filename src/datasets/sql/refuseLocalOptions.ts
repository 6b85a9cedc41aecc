import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { OpenDatabaseOptions } from './openOptions';

/** @throws InputError for options of an engine on this machine, given for one that runs elsewhere. */
export function refuseLocalOptions(engine: string, { threads, memoryLimit }: OpenDatabaseOptions): void {
  const option = threads !== undefined ? 'threads' : memoryLimit !== undefined ? 'memoryLimit' : undefined;
  if (option === undefined) return;
  throw new InputError('conflict', phrase`${{ option }} is not for ${engine}`, {
    remedy: 'it is set where the server runs; leave it out',
  });
}
