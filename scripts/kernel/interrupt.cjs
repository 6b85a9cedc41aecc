/**
 * Interrupts that end any loop. tslab hears of an interrupt when its event loop is free, and Node ends what runs in the
 * first stretch of a cell; a loop after an `await` is neither. Jupyter sends the signal to every process of the kernel's
 * group: a shell beside the kernel hears it and tells a thread, which ends what runs in the kernel unless the kernel has
 * answered by then.
 */
const { join } = require('node:path');
const { Worker } = require('node:worker_threads');

/** Counts the interrupts that the kernel's event loop has heard. */
function endAnyLoop() {
  if (process.platform === 'win32') return;
  const heard = new Int32Array(new SharedArrayBuffer(4));
  process.on('SIGINT', () => Atomics.add(heard, 0, 1));
  new Worker(join(__dirname, 'interruptThread.cjs'), {
    workerData: heard,
    stdout: true,
    stderr: true,
  }).unref();
}

module.exports = { endAnyLoop };
