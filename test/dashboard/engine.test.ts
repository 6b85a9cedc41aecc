import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { Engine, type EngineLimits, type Job } from '../../src/dashboard/engine/engine';
import { frameReader } from '../../src/dashboard/frames';

const COMPUTING = join(__dirname, 'computing.cjs');
const engines: Engine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});
function engineWith(limits: Partial<EngineLimits> = {}): Engine {
  const engine = new Engine(limits, COMPUTING);
  engines.push(engine);
  return engine;
}

interface Heard {
  payload?: unknown;
  pid?: number;
  temporary?: string;
  problem?: { kind: string; message: string };
}

/** Runs a job; what was heard last is its outcome. */
async function ask(
  engine: Engine,
  task: 'say' | 'crash' | 'work' | 'deaf',
  { payload = null, owner = 'A', signal = new AbortController().signal, onEnd = () => {} }: Asked = {},
): Promise<Heard> {
  let heard: Heard = {};
  const onFrame = (bytes: Uint8Array) => {
    heard = read(bytes);
  };
  await engine.run({ task: task as Job['task'], payload, owner, onFrame, signal });
  onEnd();
  return heard;
}

interface Asked {
  payload?: unknown;
  owner?: string;
  signal?: AbortSignal;
  onEnd?: () => void;
}

/** Problems come as frames; the computing of these tests answers in JSON. */
function read(bytes: Uint8Array): Heard {
  const text = Buffer.from(bytes).toString();
  if (text.startsWith('{')) return JSON.parse(text);
  let heard: Heard = {};
  frameReader((frame) => {
    heard = frame as Heard;
  })(bytes);
  return heard;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
}

test('jobs of one owner are done in their order, by one process', async () => {
  const engine = engineWith();
  const heard = await Promise.all([1, 2, 3].map((payload) => ask(engine, 'say', { payload })));
  expect(heard.map(({ payload }) => payload)).toEqual([1, 2, 3]);
  expect(new Set(heard.map(({ pid }) => pid)).size).toBe(1);
});

test('owners take turns: who asks for one thing does not wait for all that others asked for', async () => {
  const engine = engineWith();
  const order: string[] = [];
  const asked = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1'].map((name) =>
    ask(engine, 'say', { owner: name[0], onEnd: () => order.push(name) }),
  );
  await Promise.all(asked);
  expect(order).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'A3']);
});

test('an owner who asks for too much is told so, and others are served', async () => {
  const engine = engineWith({ waiting: 2 });
  const asked = [1, 2, 3, 4].map((payload) => ask(engine, 'say', { payload }));
  const [, , , refused] = await Promise.all(asked);
  expect(refused.problem).toMatchObject({ kind: 'input', message: expect.stringContaining('Wait a moment') });
  expect((await ask(engine, 'say', { payload: 5, owner: 'B' })).payload).toBe(5);
});

test('a crash is told, and the next job is done by a new process', async () => {
  const engine = engineWith();
  const [before, crashed, after] = await Promise.all([
    ask(engine, 'say'),
    ask(engine, 'crash'),
    ask(engine, 'say', { payload: 'after' }),
  ]);
  expect(crashed.problem).toMatchObject({ kind: 'defect', message: expect.stringContaining('SIGKILL') });
  expect(after.payload).toBe('after');
  expect(after.pid).not.toBe(before.pid);
});

test('what takes too long is ended, told, and the next job is done', async () => {
  const engine = engineWith({ longest: 1500 });
  const late = await ask(engine, 'deaf', { payload: 60_000 });
  expect(late.problem).toMatchObject({
    kind: 'input',
    message: expect.stringMatching(/longer than 1\.5 seconds and was stopped/),
  });
  expect(await ask(engine, 'say', { payload: 1 })).toMatchObject({ payload: 1 });
});

test('a job that nobody waits for stops at its next step, in the same process', async () => {
  const engine = engineWith();
  const { pid } = await ask(engine, 'say');
  const leaving = new AbortController();
  const left = ask(engine, 'work', { signal: leaving.signal });
  leaving.abort();
  await left;
  expect((await ask(engine, 'say')).pid).toBe(pid);
});

test('one that does not stop is ended after a grace', async () => {
  const engine = engineWith({ grace: 50 });
  const { pid } = await ask(engine, 'say');
  const leaving = new AbortController();
  const left = ask(engine, 'deaf', { payload: 60_000, signal: leaving.signal });
  leaving.abort();
  await left;
  expect((await ask(engine, 'say')).pid).not.toBe(pid);
  await until(() => !isAlive(pid!));
});

test('so is one that cannot be told to stop, since no file can be written', async () => {
  const engine = engineWith({ grace: 60_000 });
  const { pid, temporary } = await ask(engine, 'say');
  const leaving = new AbortController();
  const left = ask(engine, 'deaf', { payload: 60_000, signal: leaving.signal });
  rmSync(join(temporary!, '..'), { recursive: true });
  leaving.abort();
  await left;
  expect((await ask(engine, 'say')).pid).not.toBe(pid);
});

test('what a process that was killed leaves behind is deleted', async () => {
  const engine = engineWith();
  const { temporary } = await ask(engine, 'say');
  writeFileSync(join(temporary!, 'customers'), 'text');
  await ask(engine, 'crash');
  await until(() => !existsSync(temporary!));
});

test('a job given up before its turn is never begun', async () => {
  const engine = engineWith();
  const leaving = new AbortController();
  const first = ask(engine, 'say');
  const second = ask(engine, 'crash', { signal: leaving.signal });
  leaving.abort();
  const third = ask(engine, 'say', { payload: 3 });
  expect(await second).toEqual({});
  expect((await first).pid).toBe((await third).pid);
});

test('an idle process is ended; the next job starts another', async () => {
  const engine = engineWith({ idle: 30 });
  const { pid } = await ask(engine, 'say');
  await until(() => !isAlive(pid!));
  expect((await ask(engine, 'say')).pid).not.toBe(pid);
});

test('a process that was woken does the first job, and is ended when none comes', async () => {
  const engine = engineWith({ idle: 1000 });
  engine.wake();
  const { pid } = await ask(engine, 'say');
  engine.wake();
  expect((await ask(engine, 'say')).pid).toBe(pid);
  const other = engineWith({ idle: 20 });
  other.wake();
  await new Promise((done) => setTimeout(done, 100));
  other.tell('crash' as Job['task'], null, 'A'); // nobody is there to hear it
  expect((await ask(other, 'say', { payload: 1 })).payload).toBe(1);
});

test('word is sent only to a process that is there', async () => {
  const engine = engineWith();
  engine.tell('forget', { source: 'a' }, 'A');
  expect((await ask(engine, 'say', { payload: 1 })).payload).toBe(1);
});

test('closing ends the process, and tells those who wait', async () => {
  const engine = engineWith();
  const { pid } = await ask(engine, 'say');
  const asked = [ask(engine, 'deaf', { payload: 60_000 }), ask(engine, 'say')];
  await engine.close();
  expect((await Promise.all(asked)).map(({ problem }) => problem?.message)).toEqual([
    'The dashboard was stopped.',
    'The dashboard was stopped.',
  ]);
  expect(isAlive(pid!)).toBe(false);
  expect((await ask(engine, 'say')).problem?.kind).toBe('canceled');
});

test('work that can wait leaves the processor to what cannot', async () => {
  const usual = await ask(engineWith(), 'say');
  const background = await ask(engineWith({ priority: getPriority() + 5 }), 'say');
  expect([usual, background].map(({ pid }) => getPriority(pid))).toEqual([getPriority(), getPriority() + 5]);
});
