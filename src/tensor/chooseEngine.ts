import { InputError } from '../core/errors';
import { checkOneOf } from '../core/options';
import { ENGINES, type Engine, type EngineName } from './engine';
import { plainEngine } from './plain';

/** What a kernel has to do, in multiplications: rows × centers × columns of one pass, and the like. */
export interface Work {
  kernel: keyof typeof WORTH_NATIVE;
  multiplications: number;
}

/**
 * From how many multiplications on the native library is quicker, its half second of loading included: see
 * bench/engines.mjs, which measures both.
 */
const WORTH_NATIVE = { kMeans: 1e8, gramMatrix: 4e8, distanceSums: 4e9 };

/**
 * The same once the library is loaded. Not for k-means: rounding decides there where rows go that are equally near to two
 * centers, and what a table gives must not hang on what was computed before.
 */
const WORTH_LOADED = { ...WORTH_NATIVE, gramMatrix: 2e7 };

/** By environment, for those who cannot call `useEngine`. */
const VARIABLE = 'CUSTOMER_SEGMENTATION_ENGINE';

let forced: EngineName | 'auto' = 'auto';
let native: Engine | null | undefined;
let missed = false;

/**
 * Says which engine does the arithmetic from now on: 'plain', typed arrays and WebAssembly, which need nothing
 * installed; 'native', TensorFlow's library, which takes half a second to load and is quicker on very large tables; or 'auto', the
 * default, which chooses by the size of the work and by what is installed. Answers are the same. The environment variable
 * CUSTOMER_SEGMENTATION_ENGINE says it before the program starts.
 *
 * @throws InputError for another name, or 'native' where @tensorflow/tfjs-node is not installed.
 *
 * @example
 * useEngine('plain');
 * new KMeans({ nClusters: 2 }).fit([[0], [1], [10]]).inertia; // 0.5
 * useEngine('auto');
 */
export function useEngine(name: EngineName | 'auto'): void {
  checkOneOf('name', name, [...ENGINES, 'auto']);
  if (name === 'native') nativeOrThrow();
  forced = name;
}

/** The engine for some work. @throws InputError when one is asked for that is not there. */
export function engineFor({ kernel, multiplications }: Work): Engine {
  const asked = forced === 'auto' ? askedByEnvironment() : forced;
  if (asked === 'native') return nativeOrThrow();
  const worth = native ? WORTH_LOADED : WORTH_NATIVE;
  if (asked === 'plain' || multiplications < worth[kernel]) return plainEngine;
  const found = nativeEngine();
  if (found === null) missed = true;
  return found ?? plainEngine;
}

/** Whether some work would have been quicker with the native library, which is not installed. */
export function isNativeMissed(): boolean {
  return missed;
}

function askedByEnvironment(): EngineName | 'auto' {
  const asked = process.env[VARIABLE];
  return asked === undefined || asked === '' ? 'auto' : checkOneOf(VARIABLE, asked, [...ENGINES, 'auto']);
}

function nativeOrThrow(): Engine {
  const found = nativeEngine();
  if (found) return found;
  throw new InputError('unavailable', 'the native engine is not installed', {
    remedy: 'install it with `npm install @tensorflow/tfjs-node@4.22.0`, or use the engine "plain"',
  });
}

/** Null where TensorFlow is not installed, or its library does not load on this machine. */
function nativeEngine(): Engine | null {
  if (native === undefined) native = loadNative();
  return native;
}

function loadNative(): Engine | null {
  const { tensorflow } = require('./native/tensorflow') as typeof import('./native/tensorflow');
  try {
    tensorflow();
  } catch {
    return null;
  }
  return (require('./native') as typeof import('./native')).nativeEngine;
}
