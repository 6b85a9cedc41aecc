/** AssemblyScript: distances from one row to all later ones, in float64. All addresses are in bytes. */

/** Rows of the innermost loop: tables are filled up to a multiple. */
const ROWS = 8;

/**
 * Euclidean distances from one row to all rows from `row` on, rounded down to a multiple of eight.
 *
 * @param columns [cols][rows]; `rows` a multiple of eight.
 * @param out as many distances as there are rows, each at its row's place.
 */
export function distancesFrom(columns: usize, rows: i32, cols: i32, row: i32, out: usize): void {
  const stride = (<usize>rows) << 3;
  const end = columns + stride * <usize>cols;
  for (let first = row & ~(ROWS - 1); first < rows; first += ROWS) {
    const shift = (<usize>first) << 3;
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    let c = f64x2.splat(0);
    let d = f64x2.splat(0);
    for (let column = columns; column < end; column += stride) {
      const own = v128.load64_splat(column + ((<usize>row) << 3));
      const at = column + shift;
      const fromA = f64x2.sub(v128.load(at), own);
      const fromB = f64x2.sub(v128.load(at, 16), own);
      const fromC = f64x2.sub(v128.load(at, 32), own);
      const fromD = f64x2.sub(v128.load(at, 48), own);
      a = f64x2.add(a, f64x2.mul(fromA, fromA));
      b = f64x2.add(b, f64x2.mul(fromB, fromB));
      c = f64x2.add(c, f64x2.mul(fromC, fromC));
      d = f64x2.add(d, f64x2.mul(fromD, fromD));
    }
    const to = out + shift;
    v128.store(to, f64x2.sqrt(a));
    v128.store(to, f64x2.sqrt(b), 16);
    v128.store(to, f64x2.sqrt(c), 32);
    v128.store(to, f64x2.sqrt(d), 48);
  }
}

/**
 * Adds the distances from one row to all later ones, cell by cell, and each to what its own row has.
 *
 * @param starts int32: where each cell begins, and after them the number of rows.
 * @param first the cell of `row`; `cells` how many there are.
 * @param toCell of each row, the sum that grows by its distance.
 * @param sums of each cell from `first` on, the sum of its rows' distances.
 */
export function addToCells(
  distances: usize,
  row: i32,
  starts: usize,
  first: i32,
  cells: i32,
  toCell: usize,
  sums: usize,
): void {
  let at = (<usize>row + 1) << 3;
  for (let cell = first; cell < cells; cell++) {
    const end = (<usize>load<i32>(starts + ((<usize>cell + 1) << 2))) << 3;
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    for (; at + 32 <= end; at += 32) {
      const low = v128.load(distances + at);
      const high = v128.load(distances + at, 16);
      a = f64x2.add(a, low);
      b = f64x2.add(b, high);
      v128.store(toCell + at, f64x2.add(v128.load(toCell + at), low));
      v128.store(toCell + at, f64x2.add(v128.load(toCell + at, 16), high), 16);
    }
    const both = f64x2.add(a, b);
    let sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
    for (; at < end; at += 8) {
      const distance = load<f64>(distances + at);
      sum += distance;
      store<f64>(toCell + at, load<f64>(toCell + at) + distance);
    }
    store<f64>(sums + ((<usize>cell) << 3), sum);
  }
}
