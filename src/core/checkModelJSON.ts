import { InputError } from './errors';
import type { ModelJSON } from './estimator';
import { checkList } from './options';
import { phrase } from './phrase';

/**
 * Refuses what is not version 1 of a model's JSON form, or has lost its arrays.
 * @param reader the class that reads it, for messages.
 * @param arrays the fields that must be arrays.
 * @throws InputError naming what was found and what is read, or the field that is damaged.
 */
export function checkModelJSON<J extends ModelJSON>(
  json: J,
  type: J['type'],
  reader: string,
  arrays: readonly (keyof J & string)[],
): void {
  if (json?.type !== type || json.version !== 1) {
    throw new InputError(
      'wrong-type',
      phrase`this JSON is of type ${{ value: json?.type }}, version ${{ value: json?.version }}`,
      { remedy: `${reader} reads type '${type}', version 1` },
    );
  }
  for (const field of arrays)
    checkList(`${field}\` of this JSON of type \`${type}`, json[field] as readonly unknown[]);
}
