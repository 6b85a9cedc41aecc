/** The thread that ends what runs in the kernel, when the kernel cannot do so itself (see `interrupt.cjs`). */
const { spawn } = require('node:child_process');
const { Session } = require('node:inspector');
const { workerData: heard } = require('node:worker_threads');

/** The kernel has so long to end a cell by itself. */
const PATIENCE_MS = 1000;

/** Writes a line for every interrupt, and ends when its input does: with the kernel. */
const LISTEN =
  'exec 3<&0; cat <&3 >/dev/null & trap "echo interrupt" INT; while kill -0 $! 2>/dev/null; do wait $!; done';

const listener = spawn('/bin/sh', ['-c', LISTEN], { stdio: ['pipe', 'pipe', 'ignore'] });
listener.on('error', () => {}); // without a shell interrupts do what tslab's do
listener.stdout.on('data', () => {
  const before = Atomics.load(heard, 0);
  setTimeout(() => {
    if (Atomics.load(heard, 0) === before) endWhatRuns();
  }, PATIENCE_MS);
});

function endWhatRuns() {
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.terminateExecution', () => session.disconnect());
}
