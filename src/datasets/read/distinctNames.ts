import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';

/** @throws InputError naming the first column name that occurs twice, and where. */
export function checkDistinctNames(header: readonly string[], file: string): void {
  const repeated = header.findIndex((name, j) => header.indexOf(name) !== j);
  if (repeated < 0) return;
  const name = header[repeated];
  throw new InputError(
    'duplicate',
    phrase`${{ file }} has two columns called ${{ value: name }} (columns ${header.indexOf(name) + 1} and ${repeated + 1})`,
    { remedy: 'rename one' },
  );
}
