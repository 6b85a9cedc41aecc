import { InputError } from '../../core/errors';

/** Loads the package of an engine that is not part of every installation. @throws InputError with the command that installs it. */
export async function optionalPackage<T>(engine: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    throw new InputError('unavailable', `${engine} needs the package ${name}, which is not installed`, {
      cause,
      remedy: `install it with \`npm install ${name}\``,
    });
  }
}
