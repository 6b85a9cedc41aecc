/** AssemblyScript: what four rows would be worth as centers (see k-means++), in float64. All addresses are in bytes. */

/** Columns after which it is asked whether the rest can change anything: 8, of 8 bytes. */
const STRETCH: usize = 64;

/**
 * Squared distances from every row to its nearest center, if each of four rows were one more.
 *
 * @param rows row-major: `cols` values each.
 * @param tried [cols][4].
 * @param closest of each row, its squared distance so far.
 * @param weights of each row; 0 where all weigh 1.
 * @param keptA of each row, its squared distance then; `keptB` and so on of the others.
 * @param potentials four numbers: the weighted sums of these.
 */
export function tryFour(
  rows: usize,
  count: i32,
  cols: i32,
  tried: usize,
  closest: usize,
  weights: usize,
  keptA: usize,
  keptB: usize,
  keptC: usize,
  keptD: usize,
  potentials: usize,
): void {
  const stride = (<usize>cols) << 3;
  let sumAB = f64x2.splat(0);
  let sumCD = f64x2.splat(0);
  let row = rows;
  for (let at: usize = 0; at < (<usize>count) << 3; at += 8) {
    const nearest = v128.load64_splat(closest + at);
    let squareAB = f64x2.splat(0);
    let squareCD = f64x2.splat(0);
    for (let from: usize = 0; from < stride; from += STRETCH) {
      const end = min(from + STRETCH, stride);
      for (let j = from; j < end; j += 8) {
        const value = v128.load64_splat(row + j);
        const fromAB = f64x2.sub(value, v128.load(tried + (j << 2)));
        const fromCD = f64x2.sub(value, v128.load(tried + (j << 2), 16));
        squareAB = f64x2.add(squareAB, f64x2.mul(fromAB, fromAB));
        squareCD = f64x2.add(squareCD, f64x2.mul(fromCD, fromCD));
      }
      // squares only grow: a row farther from all four than from its center needs no more columns
      if (!v128.any_true(v128.or(f64x2.lt(squareAB, nearest), f64x2.lt(squareCD, nearest)))) break;
    }
    const thenAB = f64x2.pmin(nearest, squareAB);
    const thenCD = f64x2.pmin(nearest, squareCD);
    v128.store64_lane(keptA + at, thenAB, 0);
    v128.store64_lane(keptB + at, thenAB, 1);
    v128.store64_lane(keptC + at, thenCD, 0);
    v128.store64_lane(keptD + at, thenCD, 1);
    if (weights === 0) {
      sumAB = f64x2.add(sumAB, thenAB);
      sumCD = f64x2.add(sumCD, thenCD);
    } else {
      const weight = v128.load64_splat(weights + at);
      sumAB = f64x2.add(sumAB, f64x2.mul(weight, thenAB));
      sumCD = f64x2.add(sumCD, f64x2.mul(weight, thenCD));
    }
    row += stride;
  }
  v128.store(potentials, sumAB);
  v128.store(potentials, sumCD, 16);
}
