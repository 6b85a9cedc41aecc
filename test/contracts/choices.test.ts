import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Ajv from 'ajv';
import { LINKAGES } from '../../src/cluster/hierarchy/linkages';
import { choiceWords, optionKind } from '../../src/core/optionKind';
import { TASKS } from '../../src/dashboard/engine/tasks';
import { READING_SCHEMA } from '../../src/dashboard/reading';
import { allowedSetting, SETTINGS } from '../../src/dashboard/settings';
import { ENCODINGS } from '../../src/datasets/read/encodings';
import { ENDINGS } from '../../src/datasets/read/formats';

/** What options can be chosen from is offered in many places, and written in one. */

const SRC = resolve(__dirname, '../../src');
const LISTS = [
  ['datasets/read/encodings.ts', ENCODINGS],
  ['cluster/hierarchy/linkages.ts', LINKAGES],
] as const;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

test.each(LISTS)('%s alone lists %p', (home, list) => {
  const written = new RegExp(list.map((word) => `'${word}'(?:: '[^']*')?`).join('\\s*[,|]\\s*'));
  expect(files.filter((file) => written.test(textOf(file)))).toEqual([home]);
});

test('the endings of table files stand in one place', () => {
  const named = ENDINGS.map((ending) => ending.slice(1)).filter(
    (ending) => !['gz', 'csv', 'txt'].includes(ending),
  );
  const several = (file: string) =>
    named.filter((ending) => new RegExp(`['|]\\.?${ending}\\b`).test(textOf(file))).length > 2;
  expect(files.filter(several)).toEqual(['datasets/read/formats.ts']);
});

test.each([...LISTS.map(([home]) => home), 'datasets/read/formats.ts'])(
  '%s loads nothing: it is bundled into the page',
  (file) => expect(textOf(file)).not.toMatch(/\b(import|require)\b/),
);

const segment = new Ajv().compile(TASKS.segment.request);
const asked = (settings: object) => segment({ source: 'mall-customers', ...settings });

const numbers = Object.keys(SETTINGS).filter((name) => optionKind(SETTINGS[name]) === 'number');

test.each(numbers)('a request may hold the least and the most %s, and no more', (name) => {
  const { anyOf = [allowedSetting(name)] } = allowedSetting(name);
  const { minimum, exclusiveMinimum, maximum } = anyOf.at(-1);
  const least = minimum ?? Number.MIN_VALUE;
  const answers = [least, maximum, (minimum ?? exclusiveMinimum + 1) - 1, maximum + 1].map((value) =>
    asked({ [name]: value }),
  );
  expect(answers).toEqual([true, true, false, false]);
});

test('a file may be read in each encoding', () => {
  const reading = new Ajv().compile(READING_SCHEMA);
  expect([...ENCODINGS, 'utf-7'].map((encoding) => reading({ encoding }))).toEqual([
    ...ENCODINGS.map(() => true),
    false,
  ]);
});

const choices = Object.keys(SETTINGS).filter((name) => optionKind(SETTINGS[name]) === 'choice');

test('a request may hold each choice', () => {
  expect(choices).toEqual(expect.arrayContaining(['algorithm', 'scale', 'linkage']));
  for (const name of choices) {
    for (const { word } of choiceWords(SETTINGS[name])) expect(asked({ [name]: word })).toBe(true);
    expect(asked({ [name]: 'magic' })).toBe(false);
  }
});
