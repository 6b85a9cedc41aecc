import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { LINKAGES } from '../../src/cluster/hierarchy/linkages';
import { BOUNDS } from '../../src/dashboard/bounds';
import { TASKS } from '../../src/dashboard/engine/tasks';
import { READING_SCHEMA } from '../../src/dashboard/reading';
import { ENCODINGS } from '../../src/datasets/read/encodings';
import { ALGORITHM_NAMES } from '../../src/segmentation/algorithms';
import { SCALES } from '../../src/segmentation/scales';

/** What options can be chosen from is offered in many places, and written in one. */

const SRC = resolve(__dirname, '../../src');
const LISTS = [
  ['datasets/read/encodings.ts', ENCODINGS],
  ['cluster/hierarchy/linkages.ts', LINKAGES],
  ['segmentation/scales.ts', SCALES],
] as const;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

test.each(LISTS)('%s alone lists %p', (home, list) => {
  const written = new RegExp(list.map((word) => `'${word}'`).join('\\s*[,|]\\s*'));
  expect(files.filter((file) => written.test(textOf(file)))).toEqual([home]);
});

test.each([...LISTS.map(([home]) => home), 'dashboard/bounds.ts'])(
  '%s loads nothing: it is bundled into the page',
  (file) => expect(textOf(file)).not.toMatch(/\b(import|require)\b/),
);

const segment = new Ajv().compile(TASKS.segment.request);
const asked = (settings: object) => segment({ source: 'mall-customers', ...settings });

const { page: _ofTheList, ...ofSegmentations } = BOUNDS;
test.each(Object.entries(ofSegmentations))(
  'a request may hold the least and the most %s, and no more',
  (name, bounds) => {
    const { minimum, maximum } = bounds;
    const answers = [minimum, maximum, minimum - 1, maximum + 1].map((value) => asked({ [name]: value }));
    expect(answers).toEqual([true, true, false, false]);
  },
);

test('a file may be read in each encoding', () => {
  const reading = new Ajv().compile(READING_SCHEMA);
  expect([...ENCODINGS, 'utf-7'].map((encoding) => reading({ encoding }))).toEqual([
    ...ENCODINGS.map(() => true),
    false,
  ]);
});

test('a request may hold each choice', () => {
  for (const algorithm of ALGORITHM_NAMES) expect(asked({ algorithm })).toBe(true);
  for (const linkage of LINKAGES) expect(asked({ linkage })).toBe(true);
  for (const scale of SCALES) expect(asked({ scale })).toBe(true);
  expect(asked({ algorithm: 'magic' })).toBe(false);
});
