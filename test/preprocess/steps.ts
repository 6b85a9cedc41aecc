import type { DataFrame } from 'danfojs-node';
import type { Recorded } from '../../src/preprocess/clean/record';

/** Runs a step and checks what every step promises: the input untouched, the record's row counts true. */
export function run(frame: DataFrame, step: (frame: DataFrame) => Recorded<DataFrame>): Recorded<DataFrame> {
  const before = JSON.stringify([frame.columns, frame.values]);
  const result = step(frame);
  expect(JSON.stringify([frame.columns, frame.values])).toBe(before);
  expect(result.data).not.toBe(frame);
  expect(result.record.rowsBefore).toBe(frame.shape[0]);
  expect(result.record.rowsAfter).toBe(result.data.shape[0]);
  return result;
}
