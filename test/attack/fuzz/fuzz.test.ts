import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomStream } from '../random';
import { type Outcome, WatchedProcess } from '../watched';
import { damaged } from './damaged';
import { type SeedFile, seedFiles } from './seedFiles';

/** Files of a run; another seed makes others. */
const FILES = Number(process.env.FUZZ_FILES ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** A reader of a third party has a limit of its own, which is shorter. */
const PATIENCE = 40_000;
const MAX_MEMORY = 1.5e9;
/** A process reads so many files, so that what it keeps shows. */
const BATCH = 500;

class Reader extends WatchedProcess {
  constructor() {
    super(join(__dirname, 'reader.cjs'), PATIENCE, BATCH);
  }

  readContent(folder: string, s: number, { name, way }: SeedFile, content: Buffer): Promise<Outcome> {
    const path = join(folder, `${s}-${name}`);
    writeFileSync(path, content);
    return this.ask({ path, way });
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
      if (known && memory < MAX_MEMORY) continue;
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
