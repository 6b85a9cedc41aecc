/**
 * Which segments of two ways to segment the same customers belong together: the pair that shares most customers
 * first, then the largest of what is left.
 *
 * @param counts customers in segment i of the one way and j of the other, as `counts[i][j]`.
 * @returns `partner.get(i)` is the j that belongs to i; of ways with unequally many segments some stay alone.
 * Cost: O(cells · log cells).
 */
export function findPartners(counts: readonly (readonly number[])[]): Map<number, number> {
  const cells = counts.flatMap((row, i) => row.map((size, j) => ({ size, i, j })));
  cells.sort((a, b) => b.size - a.size || a.i - b.i || a.j - b.j);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of cells) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
  }
  return partner;
}
