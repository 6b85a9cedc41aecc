/**
 * AssemblyScript: what frames the search for the nearest centers in one pass of k-means, for rows whose distances are
 * known within bounds. All addresses are in bytes; distances are float32, row numbers and labels int32.
 */

/** Where `screen` stopped: the first row that it has not looked at. */
export let nextRow: i32 = 0;

/**
 * Brings the bounds of rows up to date with the centers' moves, and lists those whose nearest center may have changed,
 * until the list is full.
 *
 * @param rows a multiple of four, as is `from`: what fills up has the upper bound −Infinity, and is never listed.
 * @param labels the nearest center of each row before; −1 before the first pass.
 * @param upper how far it is at most; `lower`: how far any other is at least. Both are changed.
 * @param moved how far each center went at most; `most` is the largest of them, `mostOfOthers` that of all but `mover`.
 * @param halfway of each center, half the way to the nearest other at least: closer rows have no nearer center.
 * @param longest how many rows the list has room for.
 * @returns how many are listed.
 */
export function screen(
  from: i32,
  rows: i32,
  labels: usize,
  upper: usize,
  lower: usize,
  moved: usize,
  halfway: usize,
  most: f32,
  mover: i32,
  mostOfOthers: f32,
  list: usize,
  longest: i32,
): i32 {
  let count: i32 = 0;
  let row = from;
  for (; row < rows && count + 4 <= longest; row += 4) {
    const at = (<usize>row) << 2;
    const label = v128.load(labels + at);
    const isMover = i32x4.eq(label, i32x4.splat(mover));
    const place = i32x4.shl(i32x4.max_s(label, i32x4.splat(0)), 2);
    const atMost = f32x4.add(v128.load(upper + at), gathered(moved, place));
    const move = v128.bitselect(f32x4.splat(mostOfOthers), f32x4.splat(most), isMover);
    const others = f32x4.sub(v128.load(lower + at), move);
    v128.store(upper + at, atMost);
    v128.store(lower + at, others);
    const bound = f32x4.pmax(others, gathered(halfway, place));
    for (let open = i32x4.bitmask(f32x4.ge(atMost, bound)); open !== 0; open &= open - 1) {
      store<i32>(list + ((<usize>count) << 2), row + ctz(open));
      count++;
    }
  }
  nextRow = row;
  return count;
}

/** Four float32 numbers, so many bytes from a place. */
function gathered(from: usize, bytes: v128): v128 {
  let four = v128.load32_zero(from + <usize>i32x4.extract_lane(bytes, 0));
  four = v128.load32_lane(from + <usize>i32x4.extract_lane(bytes, 1), four, 1);
  four = v128.load32_lane(from + <usize>i32x4.extract_lane(bytes, 2), four, 2);
  return v128.load32_lane(from + <usize>i32x4.extract_lane(bytes, 3), four, 3);
}

/**
 * Takes over the distances that a search found for the rows of a list, where the nearest center is beyond doubt.
 *
 * @param found what `nearestTwo` wrote: labels, and distances that are wrong by no more than `error`.
 * @param out room for two int32 for each row of the list: gets the number and the nearest center of each row whose label
 * is another; −1 where it is in doubt.
 * @returns how many rows `out` names.
 */
export function settle(
  list: usize,
  count: i32,
  found: usize,
  least: usize,
  second: usize,
  error: f32,
  labels: usize,
  upper: usize,
  lower: usize,
  out: usize,
): i32 {
  let told: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const at = (<usize>i) << 2;
    const row = load<i32>(list + at);
    const place = (<usize>row) << 2;
    const near = load<f32>(least + at);
    const next = load<f32>(second + at);
    let label: i32 = -1;
    if (next - near > error + error) {
      label = load<i32>(found + at);
      store<f32>(upper + place, near + error);
      store<f32>(lower + place, next - error);
      if (label === load<i32>(labels + place)) continue;
    }
    const to = out + ((<usize>told) << 3);
    store<i32>(to, row);
    store<i32>(to, label, 4);
    told++;
  }
  return told;
}
