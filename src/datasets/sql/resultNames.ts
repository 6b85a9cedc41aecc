import { InputError } from '../../core/errors';
import { firstRepeated } from '../../core/firstRepeated';
import { phrase } from '../../core/phrase';

/** @throws InputError where two columns of a result have one name: by name, only one of them could be had. */
export function checkResultNames(names: readonly string[], sql: string): void {
  const repeated = names[firstRepeated(names)];
  if (repeated === undefined) return;
  throw new InputError('duplicate', phrase`two columns of the result are called ${{ value: repeated }}`, {
    remedy: `name them apart with AS\n\nThe statement:\n${sql}`,
  });
}
