/**
 * A stamp says that a step has finished, and for which inputs. It is written only after success and lives inside
 * what the step made, so that deleting the one deletes the other.
 */
import { createHash } from 'node:crypto';
import { readJson, writeFileAtomic } from './files.mjs';

/** True when the stamp was written for exactly these inputs. */
export function isStamped(file, inputs) {
  return readJson(file)?.key === keyOf(inputs);
}

export function stamp(file, inputs, extra = {}) {
  writeFileAtomic(file, `${JSON.stringify({ key: keyOf(inputs), ...extra }, null, 2)}\n`);
}

function keyOf(inputs) {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}
