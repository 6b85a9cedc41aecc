/** Stands for the engine's process in tests: it does as the task says. */
const { existsSync } = require('node:fs');

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

const TASKS = {
  /** Answers with its payload. */
  say: async () => {},
  /** Ends as native code does that fails. */
  crash: () => process.kill(process.pid, 'SIGKILL'),
  /** Works until it is told to stop. */
  work: async (_payload, cancelFile) => {
    while (!existsSync(cancelFile)) await wait(5);
  },
  /** Hears nothing for so many ms. */
  deaf: (payload) => {
    for (const end = Date.now() + payload; Date.now() < end; );
  },
};

process.on('message', async ({ id, task, payload, cancelFile }) => {
  await TASKS[task](payload, cancelFile);
  const answer = { payload, pid: process.pid, temporary: process.env.TMPDIR };
  process.send({ id, bytes: Buffer.from(JSON.stringify(answer)), done: true });
});
process.on('disconnect', () => process.exit(0));
