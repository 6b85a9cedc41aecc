import { Matrix } from '../../core/matrix';
import { NearestRows } from './kthNearest';
import { NearestReachable } from './nearestReachable';

/** Rows of a fit, and the clusters that they are in: what new rows are placed by. */
export interface ReachableRows {
  /** n × d, noise among them. */
  rows: Matrix;
  /** The cluster of each; −1 is noise. */
  labels: Int32Array;
  /** The squared core distance of each. */
  coreSquares: Float64Array;
  nClusters: number;
  /** By cluster the largest mutual reachability distance at which rows belong to it. */
  reaches: Float64Array;
  /** By cluster the distance of its densest place. */
  densest: Float64Array;
  /** A row's core distance is that to its so many-th nearest of these. */
  minSamples: number;
}

/** Where new rows belong. Each of length m. */
export interface ReachedClusters {
  /** −1 is noise. */
  labels: Int32Array;
  /** How firmly a row belongs to its cluster: its density over the greatest there, 0 … 1; 0 for noise. */
  memberships: Float64Array;
  /** 1 − distance / distance to the nearest other cluster, by mutual reachability; 1 where there is no other, 0 for noise. */
  margin: Float64Array;
}

/** Just beyond the reach. */
const BEYOND = 1 + Number.EPSILON;

/**
 * Places rows: each belongs to the cluster of the row nearest by mutual reachability, the nearer one where several are
 * equal, if that lies within the reach of its cluster; a row that is nearest to noise is noise.
 * Cost: O(n·log n) to get ready; then as a rule O(minSamples + log n) a row with few columns.
 * Source: `approximate_predict` of McInnes, Healy & Astels, "hdbscan: Hierarchical density based clustering" (2017).
 */
export class ReachableClusters {
  private readonly all: NearestReachable;
  private readonly neighbors: NearestRows;
  /** Of each cluster alone. */
  private clusters: NearestReachable[] | undefined;
  /** The row found last: its cluster (−1: noise, or out of reach), and the root of its mutual reachability. */
  private label = -1;
  private distance = 0;

  constructor(private readonly fitted: ReachableRows) {
    const { rows, labels, coreSquares, minSamples } = fitted;
    this.all = new NearestReachable(rows, coreSquares, labels);
    this.neighbors = new NearestRows(this.all.tree, Math.min(minSamples, rows.rows));
  }

  /** The cluster of each row, as `place`, and how firmly it belongs there, without the margin. @param X m × d. */
  labels(X: Matrix): Pick<ReachedClusters, 'labels' | 'memberships'> {
    const labels = new Int32Array(X.rows);
    const memberships = new Float64Array(X.rows);
    for (let i = 0, at = 0; i < X.rows; i++, at += X.cols) {
      this.findFirst(X.data, at);
      labels[i] = this.label;
      memberships[i] = this.membership();
    }
    return { labels, memberships };
  }

  /** @param X m × d. */
  place(X: Matrix): ReachedClusters {
    const labels = new Int32Array(X.rows);
    const memberships = new Float64Array(X.rows);
    const margin = new Float64Array(X.rows);
    for (let i = 0, at = 0; i < X.rows; i++, at += X.cols) {
      const core = this.findFirst(X.data, at);
      labels[i] = this.label;
      memberships[i] = this.membership();
      if (this.label >= 0) margin[i] = 1 - this.distance / this.second(X.data, at, core);
    }
    return { labels, memberships, margin };
  }

  /**
   * Mutual reachability distances to the nearest row of each cluster, m × nClusters, over the reach of the cluster of the
   * nearest of all: at most 1 for the cluster that a row belongs to and least there, above 1 for all where it is noise.
   * Cost: that of a search for each cluster.
   */
  distances(X: Matrix): Matrix {
    const { reaches, nClusters } = this.fitted;
    const distances = Matrix.zeros(X.rows, nClusters);
    this.clusters ??= this.clustersAlone();
    const { clusters } = this;
    for (let i = 0, at = 0; i < X.rows; i++, at += X.cols) {
      const core = this.findFirst(X.data, at);
      const isNoise = this.label < 0;
      const reach = isNoise ? this.distance : reaches[this.label];
      const least = isNoise ? BEYOND : (this.distance / reach) * BEYOND;
      clusters.forEach((cluster, c) => {
        cluster.find(X.data, at, core);
        const own = Math.sqrt(cluster.square) / reach;
        distances.row(i)[c] = c === this.label ? own : Math.max(own, least);
      });
    }
    return distances;
  }

  /**
   * Finds the nearest row of all to a point; returns the point's squared core distance. Rows beyond the `minSamples`
   * nearest are looked at only where none of these is as dense as the point: no other can be nearer.
   */
  private findFirst(data: Float64Array, at: number): number {
    const { all, neighbors, fitted } = this;
    neighbors.find(data, at);
    const core = neighbors.squares[neighbors.squares.length - 1];
    let [square, apart, row] = [Infinity, Infinity, -1];
    for (let i = 0; i < neighbors.places.length; i++) {
      const near = all.tree.rowAt[neighbors.places[i]];
      const reach = Math.max(core, fitted.coreSquares[near]);
      if (reach >= square) continue;
      [square, apart, row] = [reach, neighbors.squares[i], near];
    }
    if (square > core) {
      all.find(data, at, core, square, apart);
      if (all.row >= 0) [square, row] = [all.square, all.row];
    }
    this.distance = Math.sqrt(square);
    const label = fitted.labels[row];
    this.label = label >= 0 && this.distance <= fitted.reaches[label] ? label : -1;
    return core;
  }

  /** Of the point that `findFirst` looked at last. */
  private membership(): number {
    if (this.label < 0) return 0;
    const densest = this.fitted.densest[this.label];
    return densest / Math.max(densest, this.distance);
  }

  private clustersAlone(): NearestReachable[] {
    const { rows, labels, coreSquares, nClusters } = this.fitted;
    const members = Array.from({ length: nClusters }, (): number[] => []);
    for (let row = 0; row < rows.rows; row++) members[labels[row]]?.push(row);
    return members.map((own, c) => {
      const cores = Float64Array.from(own, (row) => coreSquares[row]);
      return new NearestReachable(
        rows.selectRows(Int32Array.from(own)),
        cores,
        new Int32Array(own.length).fill(c),
      );
    });
  }

  /** The mutual reachability distance to the nearest row of another cluster; Infinity where there is none. */
  private second(data: Float64Array, at: number, core: number): number {
    if (this.fitted.nClusters < 2) return Infinity;
    this.all.findOther(data, at, core, this.label);
    return Math.sqrt(this.all.square);
  }
}
