import { choiceWords, optionKind } from '../../src/core/optionKind';
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
  oneOf,
  record,
  type TSchema,
  text,
  thing,
} from '../../src/core/schema';

test.each<[string, TSchema, ReturnType<typeof optionKind>]>([
  ['names', names(), 'list'],
  ['columns by position or name', columnList(), 'list'],
  ['a list of numbers', list(number()), 'list'],
  ['a list of any type', array(), 'list'],
  ['nothing or names', either([nothing(), names()]), 'list'],
  ['an integer', integer(), 'number'],
  ['a word or a number', either([literal('auto'), number()]), 'number'],
  ['a text', text(), 'text'],
  ['true or false', boolean(), 'flag'],
  ['a word with a title', choice({ ward: 'Ward' }), 'choice'],
  ['a word', oneOf(['first', 'best']), 'choice'],
  ['a word for each name', named(oneOf(['yes', 'no'])), 'pairs'],
  ['a number for each name', named(number()), undefined],
  ['an object', record(), undefined],
  ['a function', thing('function'), undefined],
])('%s is given in its form', (_, schema, kind) => expect(optionKind(schema)).toBe(kind));

test('words come with their titles, or stand for themselves', () => {
  expect(choiceWords(choice({ ward: 'Ward', single: 'Single linkage' }))).toEqual([
    { word: 'ward', title: 'Ward' },
    { word: 'single', title: 'Single linkage' },
  ]);
  expect(choiceWords(either([literal('auto'), integer()]))).toEqual([{ word: 'auto', title: 'auto' }]);
  expect(choiceWords(integer())).toEqual([]);
});
