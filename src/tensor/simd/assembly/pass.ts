/**
 * AssemblyScript: what frames the search for the nearest centers in one pass of k-means, for rows whose distances are
 * known within bounds. All addresses are in bytes; distances are float32, row numbers and labels int32.
 */

/** Where `screen` stopped: the first row that it has not looked at. */
export let nextRow: i32 = 0;

/**
 * Brings the bounds of rows up to date with the centers' moves, and lists those whose nearest center may have changed,
 * until the list is full. A row without a label (−1) is always listed.
 *
 * @param labels the nearest center of each row before.
 * @param upper how far it is at most; `lower`: how far any other is at least. Both are changed.
 * @param moved how far each center went at most; `most` is the largest of them, `mostOfOthers` that of all but `mover`.
 * @param halfway of each center, half the way to the nearest other at least: closer rows have no nearer center.
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
  for (; row < rows && count < longest; row++) {
    const at = (<usize>row) << 2;
    const label = load<i32>(labels + at);
    store<i32>(list + ((<usize>count) << 2), row); // no branch, which would be guessed wrong half the time
    if (label < 0) {
      count++;
      continue;
    }
    const ofLabel = (<usize>label) << 2;
    const atMost = load<f32>(upper + at) + load<f32>(moved + ofLabel);
    const others = load<f32>(lower + at) - select<f32>(mostOfOthers, most, label === mover);
    const half = load<f32>(halfway + ofLabel);
    store<f32>(upper + at, atMost);
    store<f32>(lower + at, others);
    count += (atMost >= select<f32>(others, half, others > half)) as i32;
  }
  nextRow = row;
  return count;
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
