import fc from 'fast-check';
import { columnsOf } from '../../../src/datasets/frame/columns';
import { checkFrame, createFrame, danfo } from '../../../src/datasets/frame/dataFrame';
import type { Cell } from '../../../src/table/cell';
import { inFreshNode } from '../../support/freshNode';

test('danfojs loads once and gives its DataFrame', () => {
  expect(danfo()).toBe(danfo());
  expect(createFrame({ a: [1] })).toBeInstanceOf(danfo().DataFrame);
});

test('createFrame keeps order, values and shape', () => {
  const frame = createFrame(
    new Map<string, unknown[]>([
      ['b', [1, 2, 3]],
      ['a', ['00123', 'x', 'y']],
    ]),
  );
  expect(frame.columns).toEqual(['b', 'a']);
  expect(frame.shape).toEqual([3, 2]);
  expect(frame.values).toEqual([
    [1, '00123'],
    [2, 'x'],
    [3, 'y'],
  ]);
});

test('missing values of every kind become null', () => {
  expect(createFrame({ a: [undefined, Number.NaN, null, ''] }).values).toEqual([
    [null],
    [null],
    [null],
    [''],
  ]);
});

test('column types come from all values, not from the first few', () => {
  const late = Array.from({ length: 100 }, (_, i) => (i < 99 ? i : 'text'));
  const frame = createFrame({
    late,
    whole: late.map((_, i) => i),
    gap: late.map((_, i) => (i ? i : null)),
    yes: late.map(() => true),
    none: late.map(() => null),
  });
  expect(frame.dtypes).toEqual(['string', 'int32', 'float32', 'boolean', 'float32']);
});

test('a frame without rows keeps its columns', () => {
  const frame = createFrame({ a: [], b: [] });
  expect(frame.columns).toEqual(['a', 'b']);
  expect(frame.shape).toEqual([0, 2]);
});

test('typed arrays are taken as they are', () => {
  expect(createFrame({ a: new Float64Array([0.1, 1e-300]) }).values).toEqual([[0.1], [1e-300]]);
});

test.each(['shape', 'values', 'columns', 'index', '__proto__', 'constructor', '$data', 'print'])(
  'a column called %s is refused, with a way out',
  (name) => {
    expect(() => createFrame(new Map([[name, [1]]]))).toThrow(/keeps for itself; rename it, e\.g\. '\w+'/);
  },
);

test('columns of different lengths and no columns at all are refused', () => {
  expect(() => createFrame({ a: [1, 2], b: [1] })).toThrow("column 'b' has 1 values; 'a' has 2");
  expect(() => createFrame({})).toThrow('at least one column');
});

test.each([[null], [{}], [[[1, 2]]], ['table']])('checkFrame refuses %p', (wrong) => {
  expect(() => checkFrame(wrong as never)).toThrow('it must be a DataFrame');
});

test('columnsOf undoes createFrame, whatever the names and values', () => {
  const cell = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant(null));
  const names = fc.uniqueArray(
    fc.string({ minLength: 1 }).map((name) => `c ${name}`),
    { minLength: 1, maxLength: 4 },
  );
  const tables = fc
    .tuple(names, fc.nat(5))
    .chain(([all, rows]) =>
      fc.tuple(
        ...all.map((name) =>
          fc.tuple(fc.constant(name), fc.array(cell, { minLength: rows, maxLength: rows })),
        ),
      ),
    );
  fc.assert(
    fc.property(tables, (entries) => {
      const columns = new Map(entries as [string, Cell[]][]);
      expect(columnsOf(createFrame(columns))).toEqual(columns);
    }),
  );
});

test('loading danfojs is quiet and late', () => {
  const script = `
    const { createFrame } = source('datasets/frame/dataFrame');
    const before = loaded(['danfojs-node', '@tensorflow']);
    createFrame({ a: [1] });
    console.log(before, loaded(['danfojs-node', '@tensorflow']));`;
  expect(inFreshNode(script)).toBe("[] [ 'danfojs-node', '@tensorflow' ]\n");
});
