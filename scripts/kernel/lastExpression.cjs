/**
 * The last expression of a cell, displayed as in Python: figures, tables, segmentations and choices of k as `show` does,
 * a promise by what it brings, everything else as tslab prints it.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const SHOW = join(__dirname, '..', '..', 'dist', 'notebook', 'show.js');

/**
 * @param converter tslab's module of that name, which finds out where the last expression is kept.
 * @param executor the one that would print it.
 */
function displayLastExpressions(converter, executor) {
  const { createConverter } = converter;
  const { createExecutor } = executor;
  let kept; // the name of the variable that holds it, since the last cell was converted
  converter.createConverter = (options) => {
    const own = createConverter(options);
    return {
      ...own,
      convert: (...cell) => {
        const converted = own.convert(...cell);
        kept = converted.lastExpressionVar;
        return { ...converted, lastExpressionVar: undefined };
      },
    };
  };
  executor.createExecutor = (...given) => {
    const own = createExecutor(...given);
    return { ...own, execute: (source) => execute(own, source) };
  };

  async function execute(own, source) {
    kept = undefined;
    if (!(await own.execute(source))) return false;
    const name = kept;
    if (name === undefined || own.locals[name] == null) return true;
    const value = own.locals[name];
    delete own.locals[name];
    try {
      display(typeof value.then === 'function' ? await untilInterrupted(value) : value);
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }
}

function display(value) {
  if (value === undefined || value === null) return;
  const known = typeof value === 'object' && existsSync(SHOW) && require(SHOW).showIfKnown(value);
  if (!known) console.log(value);
}

/** @throws Error where the user interrupts the kernel first. */
function untilInterrupted(promise) {
  let interrupted;
  const stopped = new Promise((_, reject) => {
    interrupted = () => reject(new Error('Interrupted'));
    process.once('SIGINT', interrupted);
  });
  return Promise.race([promise, stopped]).finally(() => process.off('SIGINT', interrupted));
}

module.exports = { displayLastExpressions };
