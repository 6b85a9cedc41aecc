/** Disjoint sets over 0 … size − 1, with path halving (Tarjan & van Leeuwen 1984). */
export class UnionFind {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, item) => item);
  }

  /** The item that stands for the set of `item`. */
  find(item: number): number {
    const { parents } = this;
    let at = item;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Puts the set that `root` stands for under `newRoot`. */
  attach(root: number, newRoot: number): void {
    this.parents[root] = newRoot;
  }
}
