import type { Matrix } from '../core/matrix';

/**
 * The medians of up to 1,024 evenly spread rows: a point amid most of the data, wherever a few rows lie, so that
 * float32 keeps the digits of the many. A mean would be drawn away by one row far out.
 */
export function roughCenter(X: Matrix): Float64Array {
  const step = Math.ceil(X.rows / 1024);
  const taken = Math.ceil(X.rows / step);
  const column = new Float64Array(taken);
  return Float64Array.from({ length: X.cols }, (_, j) => {
    for (let i = 0; i < taken; i++) column[i] = X.data[i * step * X.cols + j];
    return column.sort()[taken >> 1];
  });
}

/** Past float32's range the square of a length is lost, whatever float64 makes of it. */
export function lengthInFloat32(square: number): number {
  return Math.sqrt(Math.fround(square));
}
