import type { Engine } from '../engine';
import { plainDistanceSums } from './distanceSums';
import { plainGram } from './gramMatrix';
import { PlainRows } from './plainRows';

/** Loops over typed arrays, in float64 on one thread: needs nothing installed, and begins at once. */
export const plainEngine: Engine = {
  name: 'plain',
  holdRows: (X, options) => new PlainRows(X, options),
  gramMatrix: plainGram,
  distanceSums: plainDistanceSums,
};
