import { defaultsOf, expectation, pickOptions, resolveOptions } from '../../src/core/resolveOptions';
import {
  array,
  boolean,
  choice,
  columnList,
  either,
  integer,
  list,
  literal,
  named,
  names,
  nothing,
  number,
  object,
  oneOf,
  optional,
  record,
  type TSchema,
  text,
  thing,
} from '../../src/core/schema';

const OPTIONS = object({
  k: either([literal('auto'), integer({ minimum: 1 })], { default: 'auto' }),
  eps: number({ exclusiveMinimum: 0, default: 0.5 }),
  share: number({ minimum: 0, maximum: 1, default: 1 }),
  linkage: choice({ ward: 'Ward', single: 'Single' }, { default: 'ward' }),
  columns: either([nothing(), names()], { default: null, expects: 'an array of names' }),
  log: names({ default: [] }),
  id: optional(text({ expects: 'the name of a column' })),
  told: optional(thing<() => void>('function')),
  mark: optional(text({ minLength: 1, maxLength: 1, expects: 'one character' })),
  size: optional(text({ pattern: '^\\d+MB$', expects: "a size such as '5MB'" })),
  rule: oneOf(['first', 'best'], { default: 'first' }),
  segments: optional(names({ deep: true, maxItems: 2, expects: 'at most two names' })),
  units: optional(named(text(), { deep: true, expects: 'a unit for each column' })),
});

const resolve = (given: object) => resolveOptions('Clusterer', OPTIONS, given);

test('what is not given has its default; what has none stays away', () => {
  const standing = { k: 'auto', eps: 0.5, share: 1, linkage: 'ward', columns: null, log: [], rule: 'first' };
  expect(resolve({})).toEqual(standing);
  expect(resolve({ k: undefined })).toEqual(standing);
  const told = () => {};
  expect(resolve({ k: 3, id: 'Name', columns: ['a'], told })).toEqual({
    ...standing,
    k: 3,
    id: 'Name',
    columns: ['a'],
    told,
  });
});

test.each([
  [
    { kk: 3 },
    'unknown-option',
    'Clusterer has no option `kk`; it has k, eps, share, linkage, columns, log, id, told, mark, size, rule, segments, units',
  ],
  [{ k: 0 }, 'out-of-range', "`k` is 0; it must be 'auto' or an integer of at least 1"],
  [{ k: 'all' }, 'wrong-type', "`k` is 'all'; it must be 'auto' or an integer of at least 1"],
  [{ eps: 0 }, 'out-of-range', '`eps` is 0; it must be a finite number above 0'],
  [{ eps: '1' }, 'wrong-type', "`eps` is '1'; it must be a finite number above 0"],
  [{ share: 1.5 }, 'out-of-range', '`share` is 1.5; it must be a finite number from 0 to 1'],
  [{ share: Number.NaN }, 'wrong-type', '`share` is NaN; it must be a finite number from 0 to 1'],
  [{ linkage: 'wards' }, 'not-allowed', "`linkage` is 'wards'; it must be one of 'ward', 'single'"],
  [{ columns: 5 }, 'wrong-type', '`columns` is 5; it must be an array of names'],
  [{ log: 'Income' }, 'wrong-type', "`log` is 'Income'; it must be an array; write ['Income']"],
  [{ id: 5 }, 'wrong-type', '`id` is 5; it must be the name of a column'],
  [{ mark: ';;' }, 'not-allowed', "`mark` is ';;'; it must be one character"],
  [{ mark: 5 }, 'wrong-type', '`mark` is 5; it must be one character'],
  [{ size: '5' }, 'not-allowed', "`size` is '5'; it must be a size such as '5MB'"],
  [{ rule: 'last' }, 'not-allowed', "`rule` is 'last'; it must be one of 'first', 'best'"],
  [{ segments: ['Ada', 5] }, 'wrong-type', '`segments` holds 5; it must be at most two names'],
  [{ segments: ['a', 'b', 'c'] }, 'wrong-type', '`segments` is an array of 3; it must be at most two names'],
  [{ units: { Income: 5 } }, 'wrong-type', '`units` holds 5; it must be a unit for each column'],
  [{ told: 'me' }, 'wrong-type', "`told` is 'me'; it must be a function"],
])('%p is refused', (given, code, message) => {
  const option = Object.keys(given)[0];
  expect(() => resolve(given)).toThrow(expect.objectContaining({ code, option, message }));
});

test('what lists and objects hold is checked where the schema says so alone; an entry that is undefined is none', () => {
  expect(resolve({ log: [5] })).toMatchObject({ log: [5] });
  expect(resolve({ segments: ['Ada'], units: { Income: '€', Age: undefined } })).toMatchObject({
    segments: ['Ada'],
  });
});

test('a choice that is refused has what is allowed as data', () => {
  expect(() => resolve({ linkage: 5 })).toThrow(
    expect.objectContaining({ allowed: ['ward', 'single'], value: 5 }),
  );
});

test('a step takes of many options those that it knows', () => {
  expect(pickOptions(object({ k: integer(), id: text() }), { k: 3, id: undefined, other: 1 })).toEqual({
    k: 3,
  });
});

test('what has no default must be given', () => {
  const reach = object({ eps: number({ exclusiveMinimum: 0 }) });
  expect(() => resolveOptions('DBSCAN', reach, {})).toThrow(
    expect.objectContaining({
      code: 'missing-option',
      message: '`eps` is missing; it must be a finite number above 0',
    }),
  );
  expect(() => resolveOptions('DBSCAN', reach, null as never)).toThrow(
    'DBSCAN was given null for its options',
  );
});

test.each<[TSchema, string]>([
  [integer({ maximum: 9 }), 'an integer of at most 9'],
  [number(), 'a finite number'],
  [number({ exclusiveMinimum: 0, exclusiveMaximum: 1 }), 'a finite number above 0 and below 1'],
  [number({ minimum: 0, exclusiveMaximum: 1 }), 'a finite number of at least 0 and below 1'],
  [boolean(), 'true or false'],
  [text(), 'text'],
  [list(number()), 'an array'],
  [columnList(), 'an array'],
  [array(), 'an array'],
  [record(), 'an object with an entry for each name'],
  [thing<() => void>('function'), 'a function'],
  [oneOf(['first']), "'first'"],
  [either([nothing(), literal('auto'), boolean()]), "'auto' or true or false"],
])('%j: what it must be', (schema, expected) => expect(expectation(schema)).toBe(expected));

test('defaults are those of the options that have one', () => {
  expect(defaultsOf(object({ k: integer({ default: 3 }), id: optional(text()) }))).toEqual({ k: 3 });
});
