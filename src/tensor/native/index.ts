import type { Engine } from '../engine';
import { plainDistanceSums } from '../plain/distanceSums';
import { nativeDistanceSums } from './distanceSums';
import { nativeGram } from './gramMatrix';
import { NativeRows } from './nativeRows';

/** TensorFlow's native library, through tfjs-node: all cores, vector instructions; half a second to load. */
export const nativeEngine: Engine = {
  name: 'native',
  holdRows: (X, options) => new NativeRows(X, options),
  gramMatrix: nativeGram,
  distanceSums: (distances, labelings) =>
    distances.known ? plainDistanceSums(distances, labelings) : nativeDistanceSums(distances, labelings),
};
