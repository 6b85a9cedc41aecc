import { checkFitOptions, checkOnProgress, reportBatches } from '../../src/core/progress';

test('small parts are told in lots of 256, and at the end', () => {
  const told: number[] = [];
  const report = reportBatches('rows', 600, ({ step, done, total }) => {
    expect([step, total]).toEqual(['rows', 600]);
    told.push(done);
  });
  for (let done = 1; done <= 600; done++) report(done);
  expect(told).toEqual([256, 512, 600]);
});

test('where nobody listens nothing is told', () => {
  expect(() => reportBatches('rows', 1)(1)).not.toThrow();
});

test('a listener is a function', () => {
  const listener = () => {};
  expect(checkFitOptions({ onProgress: listener })).toEqual({ onProgress: listener });
  expect(() => checkFitOptions({ onProgress: 'me' as never })).toThrow(
    "`onProgress` is 'me'; it must be a function",
  );
  checkOnProgress(undefined);
  checkOnProgress(listener);
  expect(() => checkOnProgress(5 as never)).toThrow('`onProgress` is 5; it must be a function');
});
