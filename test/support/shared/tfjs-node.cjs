/** Loaded once a worker: see test/environment.cjs. */
module.exports = globalThis.loadShared('@tensorflow/tfjs-node');
