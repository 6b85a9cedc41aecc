import { schemaOptions } from '../../src/cli/schemaOptions';
import { boolean, choice, either, integer, literal, named, names, number, text } from '../../src/core/schema';

const { options, given } = schemaOptions({
  nSegments: either([literal('auto'), integer({ minimum: 1 })], { description: 'How many', default: 'auto' }),
  eps: number({ description: 'How near', exclusiveMinimum: 0 }),
  scale: choice({ none: 'None', robust: 'Robust' }, { description: 'How wide', default: 'none' }),
  columns: names({ description: 'Which', default: [] }),
  id: text({ description: 'Who' }),
  quiet: boolean({ description: 'Whether to be quiet', default: false }),
  units: named(text()),
});
const optionOf = (name: string) => (options as Record<string, { read: (text: string) => unknown }>)[name];

test('an option of the library is one of the command line, with its help and its default', () => {
  expect(options).toMatchObject({
    'n-segments': { requiresArg: true, describe: 'How many (default: auto)' },
    eps: { requiresArg: true, describe: 'How near' },
    scale: { requiresArg: true, describe: 'How wide (default: none)', choices: ['none', 'robust'] },
    columns: { requiresArg: true, describe: 'Which (comma-separated)' },
    id: { type: 'string', requiresArg: true, describe: 'Who' },
    quiet: { type: 'boolean', describe: 'Whether to be quiet' },
  });
});

test('what takes an object is not on the command line', () => {
  expect(options).not.toHaveProperty('units');
});

test('what was given comes back under the names of the library', () => {
  expect(given({ 'n-segments': 3, scale: undefined, units: {}, other: 1 })).toEqual({ nSegments: 3 });
});

test('numbers, words in their place and lists are read', () => {
  expect(optionOf('n-segments').read('3')).toBe(3);
  expect(optionOf('n-segments').read('auto')).toBe('auto');
  expect(optionOf('columns').read('Age, Income,Paid\\, net,')).toEqual(['Age', 'Income', 'Paid, net']);
});

test.each([
  ['n-segments', 'many', 'nSegments', "it must be 'auto' or an integer of at least 1"],
  ['eps', '', 'eps', 'it must be a finite number above 0'],
  ['scale', 'huge', 'scale', "it must be one of 'none', 'robust'"],
])('--%s %p is refused', (name, text, option, remedy) => {
  expect(() => optionOf(name).read(text)).toThrow(
    expect.objectContaining({ option, value: text, remedy: [remedy] }),
  );
});
