/** Looks for the tools that the steps ahead need, before the first of them starts. */
import * as python from './python.mjs';
import * as tensorflow from './tensorflow.mjs';
import { keptLibrary } from './tensorflow-library.mjs';
import { findCompiler, findNpm, findPython } from './tools.mjs';

export const title = 'Tools';

/** @param pending the steps that are not done: a kept TensorFlow needs no compiler any more */
export async function perform(_say, pending) {
  const found = [`Node ${process.version}`, `npm ${findNpm().version}`];
  if (pending.includes(python)) found.push(`Python ${findPython().version}`);
  if (pending.includes(tensorflow) && !keptLibrary()) found.push(findCompiler());
  return found.join(', ');
}
