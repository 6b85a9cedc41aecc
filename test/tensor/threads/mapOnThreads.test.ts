import { mapOnThreads } from '../../../src/tensor/threads/mapOnThreads';
import { threadCount } from '../../../src/tensor/threads/threadCount';

const VARIABLE = 'CUSTOMER_SEGMENTATION_THREADS';
const before = process.env[VARIABLE];
afterEach(() => {
  if (before === undefined) delete process.env[VARIABLE];
  else process.env[VARIABLE] = before;
});

const double = { file: __filename, name: 'double', run: (input: number) => 2 * input };

test('outputs come in the order of the inputs, which are drawn one by one', () => {
  const log: string[] = [];
  function* inputs() {
    for (const input of [3, 1, 2]) {
      log.push(`drawn ${input}`);
      yield input;
    }
  }
  const outputs = mapOnThreads(double, inputs(), {
    isLarge: false,
    onDone: (done) => log.push(`done ${done}`),
  });
  expect(outputs).toEqual([6, 2, 4]);
  expect(log).toEqual(['drawn 3', 'done 1', 'drawn 1', 'done 2', 'drawn 2', 'done 3']);
});

test('without a build, large work is done on this thread', () => {
  process.env[VARIABLE] = '4';
  expect(mapOnThreads(double, [1, 2, 3, 4, 5], { isLarge: true })).toEqual([2, 4, 6, 8, 10]);
});

test('as many threads as asked for by environment, and one to eight otherwise', () => {
  process.env[VARIABLE] = '12';
  expect(threadCount()).toBe(12);
  for (const unset of ['', undefined]) {
    if (unset === undefined) delete process.env[VARIABLE];
    else process.env[VARIABLE] = unset;
    expect(threadCount()).toBeGreaterThanOrEqual(1);
    expect(threadCount()).toBeLessThanOrEqual(8);
  }
});

test.each(['0', '-1', '1.5', 'two', '1e3', ' 2', '99999'])('%j threads are refused', (given) => {
  process.env[VARIABLE] = given;
  expect(() => threadCount()).toThrow(
    `\`${VARIABLE}\` is '${given}'; it must be a whole number of threads, at least 1`,
  );
});
