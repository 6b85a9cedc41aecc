import { fromVersion1 } from './version1';
import { fromVersion2 } from './version2';
import { fromVersion3 } from './version3';

/** What brings a file to the next version, by its own. */
const STEPS: Readonly<Record<number, (json: object) => object>> = {
  1: fromVersion1,
  2: fromVersion2,
  3: fromVersion3,
};

/** The version that is written. */
export const VERSION = 4;

/** A model file of any version that is read here, in the form of the present one; what is damaged stays so. */
export function upgraded(json: { version: number }): object {
  let current: object = json;
  for (let version = json.version; version < VERSION; version++) current = STEPS[version](current);
  return current;
}
