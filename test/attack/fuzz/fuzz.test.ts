import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '../random';
import { damaged } from './damaged';
import { type SeedFile, seedFiles } from './seedFiles';

/** Files of a run; another seed makes others. */
const FILES = Number(process.env.FUZZ_FILES ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** A reader of a third party has a limit of its own, which is shorter. */
const PATIENCE = 40_000;
const MOST_MEMORY = 1.5e9;
/** A process reads so many files, so that what it keeps shows. */
const BATCH = 500;

interface Answer {
  outcome: string;
  memory: number;
}

/** A process that reads files; it is ended, and another started, when it hangs. */
class Reader {
  private child: ChildProcess | undefined;
  private reads = 0;

  async read(path: string, way: SeedFile['way']): Promise<Answer> {
    if (this.reads++ % BATCH === 0) this.end();
    if (this.child === undefined) {
      this.child = fork(join(__dirname, 'reader.cjs'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      await this.next();
    }
    const answer = this.next();
    this.child.send({ path, way });
    return answer;
  }

  readContent(folder: string, s: number, { name, way }: SeedFile, content: Buffer): Promise<Answer> {
    const path = join(folder, `${s}-${name}`);
    writeFileSync(path, content);
    return this.read(path, way);
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private next(): Promise<Answer> {
    const child = this.child!;
    return new Promise((resolve) => {
      const done = (answer: Answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      const failed = (outcome: string) => {
        this.end();
        done({ outcome, memory: 0 });
      };
      const timer = setTimeout(() => failed(`nothing came within ${PATIENCE} ms`), PATIENCE);
      child.once('message', (message) => done(message as Answer));
      child.once('exit', (code, signal) => failed(`the process ended with ${signal ?? code}`));
    });
  }
}

test(`${FILES} damaged files of all formats end in a table or in words (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const seeds = await seedFiles(folder);
  const readers = seeds.map(() => new Reader());
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  const kept = join(__dirname, '..', '..', '..', 'out', 'fuzz');
  const random = randomStream(SEED);
  const all = seeds.reduce((sum, { share = 8 }) => sum + share, 0);
  const shares = seeds.map(({ share = 8 }) => Math.ceil((FILES * share) / all));
  const work = seeds.map(async (seed, s) => {
    const own = randomStream(Math.floor(random() * 2 ** 32));
    const { outcome: whole } = await readers[s].readContent(folder, s, seed, seed.content);
    if (whole !== 'read') failures.push(`${seed.name} is not read when it is whole: ${whole}`);
    for (let i = 0; i < shares[s]; i++) {
      const content = damaged(seed.content, own);
      const { outcome, memory } = await readers[s].readContent(folder, s, seed, content);
      const known = ['read', 'refused'].includes(outcome);
      counts[known ? outcome : 'failed'] = (counts[known ? outcome : 'failed'] ?? 0) + 1;
      if (known && memory < MOST_MEMORY) continue;
      mkdirSync(kept, { recursive: true });
      writeFileSync(join(kept, `${SEED}-${i}-${seed.name}`), content);
      failures.push(`${i} ${seed.name}: ${outcome} (${Math.round(memory / 1e6)} MB)`);
    }
    readers[s].end();
  });
  await Promise.all(work);
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify(counts));
  expect(failures).toEqual([]);
}, 1_800_000);
