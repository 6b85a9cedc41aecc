/**
 * AssemblyScript: which two centers are nearest to each row, in float32. Four rows and eight centers are taken at a time.
 * All addresses are in bytes.
 */

/** Of four rows: the nearest center so far, its squared distance, and that of the next. */
let nearest: v128 = i32x4.splat(0);
let best: v128 = f32x4.splat(0);
let next: v128 = f32x4.splat(0);

/**
 * @param rows row-major: `cols` values each.
 * @param list int32: `count` numbers of rows, a multiple of four.
 * @param centers [cols][padded]: `padded` a multiple of four, what fills up is Infinity.
 * @param labels int32, as long as `list`: the nearest center of each, the first of several equally near.
 * @param least as long: its distance.
 * @param second as long: the distance of the next; Infinity where there is one center only.
 */
export function nearestTwo(
  rows: usize,
  cols: i32,
  list: usize,
  count: i32,
  centers: usize,
  padded: i32,
  labels: usize,
  least: usize,
  second: usize,
): void {
  const stride = (<usize>cols) << 2;
  const step = (<usize>padded) << 2;
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    const rowA = rows + <usize>load<i32>(list + at) * stride;
    const rowB = rows + <usize>load<i32>(list + at, 4) * stride;
    const rowC = rows + <usize>load<i32>(list + at, 8) * stride;
    const rowD = rows + <usize>load<i32>(list + at, 12) * stride;
    nearest = i32x4.splat(0);
    best = f32x4.splat(Infinity);
    next = f32x4.splat(Infinity);
    let from = 0;
    for (; from + 8 <= padded; from += 8)
      compareEight(rowA, rowB, rowC, rowD, stride, centers + ((<usize>from) << 2), step, from);
    if (from < padded)
      compareFour(rowA, rowB, rowC, rowD, stride, centers + ((<usize>from) << 2), step, from);
    v128.store(labels + at, nearest);
    v128.store(least + at, f32x4.sqrt(best));
    v128.store(second + at, f32x4.sqrt(next));
  }
}

function compareEight(
  rowA: usize,
  rowB: usize,
  rowC: usize,
  rowD: usize,
  stride: usize,
  centers: usize,
  step: usize,
  first: i32,
): void {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  let e = f32x4.splat(0);
  let f = f32x4.splat(0);
  let g = f32x4.splat(0);
  let h = f32x4.splat(0);
  let place = centers;
  for (let j: usize = 0; j < stride; j += 4) {
    const low = v128.load(place);
    const high = v128.load(place, 16);
    const valueA = v128.load32_splat(rowA + j);
    a = plusSquare(a, valueA, low);
    e = plusSquare(e, valueA, high);
    const valueB = v128.load32_splat(rowB + j);
    b = plusSquare(b, valueB, low);
    f = plusSquare(f, valueB, high);
    const valueC = v128.load32_splat(rowC + j);
    c = plusSquare(c, valueC, low);
    g = plusSquare(g, valueC, high);
    const valueD = v128.load32_splat(rowD + j);
    d = plusSquare(d, valueD, low);
    h = plusSquare(h, valueD, high);
    place += step;
  }
  takeFour(a, b, c, d, first);
  takeFour(e, f, g, h, first + 4);
}

function compareFour(
  rowA: usize,
  rowB: usize,
  rowC: usize,
  rowD: usize,
  stride: usize,
  centers: usize,
  step: usize,
  first: i32,
): void {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  let place = centers;
  for (let j: usize = 0; j < stride; j += 4) {
    const low = v128.load(place);
    a = plusSquare(a, v128.load32_splat(rowA + j), low);
    b = plusSquare(b, v128.load32_splat(rowB + j), low);
    c = plusSquare(c, v128.load32_splat(rowC + j), low);
    d = plusSquare(d, v128.load32_splat(rowD + j), low);
    place += step;
  }
  takeFour(a, b, c, d, first);
}

function plusSquare(sum: v128, value: v128, center: v128): v128 {
  const difference = f32x4.sub(value, center);
  return f32x4.add(sum, f32x4.mul(difference, difference));
}

/** Takes four rows' squared distances to four centers each, and turns them to four rows' distances to one center. */
function takeFour(a: v128, b: v128, c: v128, d: v128, first: i32): void {
  const lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  take(v128.shuffle<f32>(lowAB, lowCD, 0, 1, 4, 5), first);
  take(v128.shuffle<f32>(lowAB, lowCD, 2, 3, 6, 7), first + 1);
  take(v128.shuffle<f32>(highAB, highCD, 0, 1, 4, 5), first + 2);
  take(v128.shuffle<f32>(highAB, highCD, 2, 3, 6, 7), first + 3);
}

function take(squares: v128, center: i32): void {
  nearest = v128.bitselect(i32x4.splat(center), nearest, f32x4.lt(squares, best));
  next = f32x4.pmin(next, f32x4.pmax(squares, best));
  best = f32x4.pmin(best, squares);
}
