import { InputError } from '../../core/errors';

/** A statement longer than this is shown by its beginning. */
const SHOWN = 2000;

/** What an engine said of a statement, with the statement. */
export function sqlError(engine: string, sql: string, cause: unknown): InputError {
  const said = String((cause as Error)?.message ?? cause).trim();
  const text = sql.trim();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
  return new InputError(
    'failed',
    `${engine} could not run a statement: ${said}\n\nThe statement:\n${shown}`,
    {
      cause,
    },
  );
}
