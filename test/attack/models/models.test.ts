import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SegmentationModel } from '../../../src/segmentation/segmentationModel';
import { randomStream } from '../random';
import { WatchedProcess } from '../watched';
import { lying } from './lies';

/** Model files of a run; another seed makes others. What single lies are told is in test/segmentation/file/lyingModels. */
const FILES = Number(process.env.MODEL_FILES ?? 1500);
const SEED = Number(process.env.MODEL_SEED ?? 1);
/** Opening, predicting and reporting take half a second at most; the rest is a busy machine. */
const PATIENCE = 20_000;
const MAX_MEMORY = 1e9;
const BATCH = 250;

const VERSION_1 = join(__dirname, '..', '..', 'segmentation', 'file', 'version1');

test(`${FILES} model files that lie are refused or taken in words, in time and memory (seed ${SEED})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lies-'));
  const opener = new WatchedProcess(join(__dirname, 'opener.cjs'), PATIENCE, BATCH);
  const random = randomStream(SEED);
  const honest = honestModels();
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  const kept = join(__dirname, '..', '..', '..', 'out', 'lies');
  const open = async (text: string) => {
    const path = join(folder, 'model.json');
    writeFileSync(path, text);
    return opener.ask({ path });
  };
  for (const text of honest) expect((await open(text)).outcome).toBe('taken');
  for (let i = 0; i < FILES; i++) {
    const { text, what } = lying(honest[i % honest.length], random);
    const { outcome, memory } = await open(text);
    const known = ['taken', 'refused'].includes(outcome);
    counts[known ? outcome : 'failed'] = (counts[known ? outcome : 'failed'] ?? 0) + 1;
    if (known && memory < MAX_MEMORY) continue;
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `${SEED}-${i}.json`), text);
    failures.push(`${i}: ${what}: ${outcome} (${Math.round(memory / 1e6)} MB)`);
  }
  opener.end();
  rmSync(folder, { recursive: true, force: true });
  console.log(JSON.stringify(counts));
  expect(failures).toEqual([]);
}, 600_000);

/** One of each kind, as it was written by version 1 and as it is written now. */
function honestModels(): string[] {
  const files = readdirSync(VERSION_1).filter(
    (name) => name.endsWith('.json') && name !== 'predictions.json',
  );
  return files
    .map((name) => join(VERSION_1, name))
    .flatMap((path) => [JSON.stringify(SegmentationModel.load(path)), readFileSync(path, 'utf8')]);
}
