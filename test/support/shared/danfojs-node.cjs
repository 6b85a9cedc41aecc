/** Loaded once a worker: see test/environment.cjs. */
module.exports = globalThis.loadShared('danfojs-node');
