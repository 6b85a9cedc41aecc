/**
 * Node, with two things shared between jest's sandbox and the outer realm:
 * - the typed arrays: a native binding makes its arrays in the outer realm, and TensorFlow's
 *   `instanceof Float32Array` would otherwise refuse them inside the sandbox;
 * - the heavy libraries: loaded once for all test files of a worker, not once for each.
 */
const { TestEnvironment } = require('jest-environment-node');

const TYPED_ARRAYS = [
  'ArrayBuffer',
  'SharedArrayBuffer',
  'DataView',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'BigInt64Array',
  'BigUint64Array',
  'Float32Array',
  'Float64Array',
];

module.exports = class SharedLibrariesEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    process.env.TF_CPP_MIN_LOG_LEVEL ??= '3'; // the sandbox's own `process.env` never reaches native code
    for (const name of TYPED_ARRAYS) this.global[name] = globalThis[name];
    this.global.loadShared = (name) => require(name);
  }
};
