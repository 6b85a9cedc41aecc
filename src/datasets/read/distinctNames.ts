import { InputError } from '../../core/errors';
import { firstRepeated } from '../../core/firstRepeated';
import { phrase } from '../../core/phrase';

/** @throws InputError naming the first column name that occurs twice, and where. */
export function checkDistinctNames(header: readonly string[], file: string): void {
  const repeated = firstRepeated(header);
  if (repeated < 0) return;
  const name = header[repeated];
  throw new InputError(
    'duplicate',
    phrase`${{ file }} has two columns called ${{ value: name }} (columns ${header.indexOf(name) + 1} and ${repeated + 1})`,
    { remedy: 'rename one' },
  );
}
