/**
 * Node, with the outer realm's typed arrays: a native binding makes its arrays in the outer realm, and
 * TensorFlow's `instanceof Float32Array` would otherwise refuse them inside jest's sandbox.
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

module.exports = class TypedArrayEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    process.env.TF_CPP_MIN_LOG_LEVEL ??= '3'; // the sandbox's own `process.env` never reaches native code
    for (const name of TYPED_ARRAYS) this.global[name] = globalThis[name];
  }
};
