import type { Engine } from '../engine';
import { plainDistanceSums } from './distanceSums';
import { plainGram } from './gramMatrix';
import { PlainRows } from './plainRows';

/** Typed arrays, and WebAssembly where most of the time goes, on one thread: needs nothing installed, begins at once. */
export const plainEngine: Engine = {
  name: 'plain',
  holdRows: (X, options) => new PlainRows(X, options),
  gramMatrix: plainGram,
  distanceSums: plainDistanceSums,
};
