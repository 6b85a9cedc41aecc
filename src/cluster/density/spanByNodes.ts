import { UnionFind } from '../hierarchy/unionFind';
import type { KdTree } from './kdTree';
import { leastOfNodes } from './leastOfNodes';
import { onlyOfNodes } from './onlyOfNodes';
import { emptyEdges, type ReachabilityEdges } from './reachabilityEdges';

/** Instead of a component where a node has several. */
const SEVERAL = -1;

/**
 * The minimum spanning tree of mutual reachability by rounds: each component finds its shortest edge to a row outside
 * with the help of a k-d tree, and all of these edges join the tree at once. What a row found in one round is a lower
 * bound in the next, since components only grow.
 * @param cores the squared core distance of each row.
 * Cost: as a rule O(n·log n) for each of at most log₂ n rounds; toward O(n²·d) with many independent columns.
 * Source: Borůvka (1926); March, Ram & Gray, "Fast Euclidean minimum spanning tree" (2010).
 */
export function spanByNodes(
  tree: KdTree,
  cores: Float64Array,
  told: (edges: number) => void,
): ReachabilityEdges {
  const span = new Span(tree, cores);
  while (span.found < tree.rowAt.length - 1) {
    span.round();
    told(span.found);
  }
  return span.edges;
}

class Span {
  readonly edges: ReachabilityEdges;
  /** How many edges are in the tree. */
  found = 0;
  /** The squared core distance at each place of the tree, and the least of each node. */
  private readonly cores: Float64Array;
  private readonly leastCores: Float64Array;
  private readonly components: UnionFind;
  /** The component at each place; that of each node, −1 where it holds several. */
  private readonly componentAt: Int32Array;
  private readonly componentOf: Int32Array;
  /** No edge from a place to another component is shorter. */
  private readonly atLeast: Float64Array;
  /** The shortest edge of each component to another, by the component: between places. */
  private readonly square: Float64Array;
  private readonly distance: Float64Array;
  private readonly from: Int32Array;
  private readonly to: Int32Array;

  constructor(
    private readonly tree: KdTree,
    cores: Float64Array,
  ) {
    const n = tree.rowAt.length;
    this.edges = emptyEdges(n);
    this.cores = Float64Array.from(tree.rowAt, (row) => cores[row]);
    this.leastCores = leastOfNodes(tree, this.cores);
    this.components = new UnionFind(n);
    this.componentAt = Int32Array.from({ length: n }, (_, place) => place);
    this.componentOf = new Int32Array(2 * tree.firstLeaf);
    this.atLeast = this.cores.slice();
    this.square = new Float64Array(n);
    this.distance = new Float64Array(n);
    this.from = new Int32Array(n);
    this.to = new Int32Array(n);
  }

  /** Finds the shortest edge of every component, and joins by all of them. */
  round(): void {
    const { tree, cores, componentAt, atLeast, square } = this;
    const n = cores.length;
    onlyOfNodes(tree, componentAt, SEVERAL, this.componentOf);
    square.fill(Infinity);
    this.distance.fill(Infinity);
    for (let place = 0; place < n; place++) {
      const own = componentAt[place];
      if (atLeast[place] > square[own]) continue;
      this.search(1, place, own, tree.leastSquare(1, tree.points, place * tree.cols));
      atLeast[place] = square[own]; // its own edge, or one that it did not find a shorter one than
    }
    this.join();
  }

  private join(): void {
    const { edges, components, componentAt, from, to } = this;
    const { rowAt } = this.tree;
    const n = componentAt.length;
    for (let own = 0; own < n; own++) {
      if (componentAt[own] !== own) continue;
      const [a, b] = [components.find(from[own]), components.find(to[own])];
      if (a === b) continue;
      components.attach(Math.max(a, b), Math.min(a, b));
      edges.first[this.found] = rowAt[from[own]];
      edges.second[this.found] = rowAt[to[own]];
      edges.squares[this.found] = this.square[own];
      edges.apart[this.found++] = this.distance[own];
    }
    for (let place = 0; place < n; place++) componentAt[place] = components.find(place);
  }

  /** Looks in node v for a row that is nearer to a place than its component's shortest edge so far. */
  private search(v: number, place: number, own: number, least: number): void {
    const { tree, square } = this;
    if (this.componentOf[v] === own) return;
    const core = Math.max(this.cores[place], this.leastCores[v]);
    const bound = Math.max(core, least);
    if (bound > square[own] || (bound === square[own] && least > this.distance[own])) return;
    if (v >= tree.firstLeaf) {
      this.searchLeaf(v, place, own);
      return;
    }
    const at = place * tree.cols;
    const first = tree.leastSquare(2 * v, tree.points, at);
    const second = tree.leastSquare(2 * v + 1, tree.points, at);
    const nearer = first <= second ? 2 * v : 2 * v + 1;
    this.search(nearer, place, own, Math.min(first, second));
    this.search(4 * v + 1 - nearer, place, own, Math.max(first, second));
  }

  private searchLeaf(v: number, place: number, own: number): void {
    const { tree, cores, componentAt, square } = this;
    for (let other = tree.starts[v]; other < tree.ends[v]; other++) {
      if (componentAt[other] === own) continue;
      const core = Math.max(cores[place], cores[other]);
      if (core > square[own]) continue;
      const distance = tree.squareTo(other, tree.points, place * tree.cols, square[own]);
      const reach = Math.max(core, distance);
      if (reach > square[own] || (reach === square[own] && !this.isFirst(distance, place, other, own)))
        continue;
      square[own] = reach;
      this.distance[own] = distance;
      this.from[own] = place;
      this.to[own] = other;
    }
  }

  /** Of edges that are equally long: the shorter distance, then the rows that come first. */
  private isFirst(distance: number, place: number, other: number, own: number): boolean {
    if (distance !== this.distance[own]) return distance < this.distance[own];
    const { rowAt } = this.tree;
    const [a, b, c, d] = [rowAt[place], rowAt[other], rowAt[this.from[own]], rowAt[this.to[own]]];
    return (Math.min(a, b) - Math.min(c, d) || Math.max(a, b) - Math.max(c, d)) < 0;
  }
}
