import type { ColumnBins } from './binnedColumns';
import { type AllowedBins, agreement, type BoxCounts, burdenOf, burdenOfRange, fitting } from './box';

/** More conditions than these nobody keeps in mind. */
const MAX_COLUMNS = 3;
/** Nodes of the tree that a search begins with. */
const MAX_STARTS = 6;
/** Rounds in which each condition is fitted to the others. */
const ROUNDS = 4;

/** Customers to distinguish: 1 for those of the segment. */
interface Search {
  columns: readonly ColumnBins[];
  isOwn: Uint8Array;
  size: number;
}

/** Conditions, and what they are worth: how well they agree with the segment, less what their words cost. */
interface Rated {
  box: AllowedBins;
  worth: number;
}

/**
 * The shortest conditions that describe a segment: from the best nodes of the tree, each bound moved, dropped or added as
 * long as that is worth its words.
 * Cost: O(customers · columns) for each step, of which there are some hundreds.
 */
export function bestRule(
  columns: readonly ColumnBins[],
  isOwn: Uint8Array,
  boxes: readonly AllowedBins[],
): AllowedBins {
  const search: Search = { columns, isOwn, size: isOwn.reduce((sum, is) => sum + is, 0) };
  const starts = boxes
    .map((box) => rated(search, box))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MAX_STARTS)
    .map(({ box }) => box);
  const found = [new Map(), ...starts].map((box) => improved(search, box));
  return found.reduce((best, next) => (next.worth > best.worth + 1e-12 ? next : best)).box;
}

function improved(search: Search, start: AllowedBins): Rated {
  let best = rated(search, start);
  while (best.box.size > MAX_COLUMNS) best = bestWithout(search, best.box);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best.worth;
    for (let j = 0; j < search.columns.length; j++) best = better(best, withColumn(search, best.box, j));
    if (best.box.size > 1) best = better(best, bestWithout(search, best.box));
    if (!(best.worth > before + 1e-12)) break;
  }
  return best;
}

function better(a: Rated, b: Rated | undefined): Rated {
  return b && b.worth > a.worth + 1e-12 ? b : a;
}

function bestWithout(search: Search, box: AllowedBins): Rated {
  const shorter = Array.from(box.keys(), (j) => rated(search, without(box, j)));
  return shorter.reduce((best, next) => (next.worth > best.worth ? next : best));
}

/** The box with the best condition on one column, whatever it says of that column now. */
function withColumn(search: Search, box: AllowedBins, j: number): Rated | undefined {
  const others = without(box, j);
  if (others.size >= MAX_COLUMNS) return undefined;
  const column = search.columns[j];
  const counts = countsByBin(search, others, column);
  const worthOf = (fits: BoxCounts) => agreement(fits, search.size, search.isOwn.length);
  const found =
    column.column.kind === 'category'
      ? bestLevels(counts, worthOf, column)
      : bestRange(counts, worthOf, column);
  if (!found) return undefined;
  return { box: new Map(others).set(j, found.allowed), worth: found.worth - burdenOfAll(search, others) };
}

/** By bin, how many customers who fit the other conditions, and how many of the segment. */
interface Counts {
  own: Int32Array;
  all: Int32Array;
}

type WorthOf = (counts: BoxCounts) => number;

interface Found {
  allowed: Uint8Array;
  worth: number;
}

/** Of all ranges of bins the best, but for the whole. */
function bestRange({ own, all }: Counts, worthOf: WorthOf, column: ColumnBins): Found | undefined {
  const { bins } = column;
  let [first, last, worth] = [0, -1, -Infinity];
  for (let from = 0; from < bins; from++) {
    const counts = { fits: 0, own: 0 };
    for (let to = from; to < bins; to++) {
      counts.fits += all[to];
      counts.own += own[to];
      if (from === 0 && to === bins - 1) continue;
      const next = worthOf(counts) - burdenOfRange(from, to, column);
      if (next > worth) [first, last, worth] = [from, to, next];
    }
  }
  return last < 0 ? undefined : { allowed: new Uint8Array(bins).fill(1, first, last + 1), worth };
}

/** The categories with the largest share of the segment, as many as are best. */
function bestLevels({ own, all }: Counts, worthOf: WorthOf, column: ColumnBins): Found | undefined {
  const levels = Array.from(own.keys()).filter((level) => all[level] > 0);
  levels.sort((a, b) => own[b] / all[b] - own[a] / all[a] || a - b);
  const allowed = new Uint8Array(own.length);
  const counts = { fits: 0, own: 0 };
  let best: Found | undefined;
  for (const level of levels.slice(0, -1)) {
    allowed[level] = 1;
    counts.fits += all[level];
    counts.own += own[level];
    const worth = worthOf(counts) - burdenOf(allowed, column);
    if (!best || worth > best.worth) best = { allowed: allowed.slice(), worth };
  }
  return best;
}

function countsByBin({ columns, isOwn }: Search, others: AllowedBins, { known, bins }: ColumnBins): Counts {
  const own = new Int32Array(bins);
  const all = new Int32Array(bins);
  const fits = fitting(others, columns, isOwn.length);
  for (let row = 0; row < isOwn.length; row++) {
    if (known[row] < 0 || fits[row] === 0) continue;
    all[known[row]]++;
    own[known[row]] += isOwn[row];
  }
  return { own, all };
}

function rated(search: Search, box: AllowedBins): Rated {
  const { columns, isOwn, size } = search;
  const counts = { fits: 0, own: 0 };
  const fits = fitting(box, columns, isOwn.length);
  for (let row = 0; row < isOwn.length; row++) {
    counts.fits += fits[row];
    counts.own += fits[row] & isOwn[row];
  }
  return { box, worth: agreement(counts, size, isOwn.length) - burdenOfAll(search, box) };
}

function burdenOfAll({ columns }: Search, box: AllowedBins): number {
  return Array.from(box).reduce((sum, [j, allowed]) => sum + burdenOf(allowed, columns[j]), 0);
}

function without(box: AllowedBins, j: number): AllowedBins {
  return new Map(Array.from(box).filter(([column]) => column !== j));
}
