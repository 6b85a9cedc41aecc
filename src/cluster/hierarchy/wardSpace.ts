import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { ClusterSpace, Neighbor } from './nearestNeighborChain';

/**
 * Ward's clusters as centroids and sizes: the height between A and B is √(2·|A||B| / (|A| + |B|)) · ‖cA − cB‖, which
 * grows with the rise in the within-cluster sum of squares that joining them would cost. Centroids say all there
 * is to know, so no distance matrix is kept.
 *
 * Memory: O(n·d). Cost of `nearest`: O(clusters left · d).
 * Source: Ward (1963); Müllner, "fastcluster" (2013), on Ward linkage from vector data.
 */
export class WardSpace implements ClusterSpace {
  private readonly cols: number;
  private readonly centroids: Float64Array;
  /** 1 / size by place; 0 marks a cluster that was merged away. */
  private readonly inverseSizes: Float64Array;
  private readonly ids: Int32Array;
  private readonly places: Int32Array;
  private used: number;
  private dead = 0;

  constructor(X: Matrix) {
    this.cols = X.cols;
    this.centroids = X.data.slice();
    this.inverseSizes = new Float64Array(X.rows).fill(1);
    this.ids = Int32Array.from({ length: X.rows }, (_, i) => i);
    this.places = this.ids.slice();
    this.used = X.rows;
  }

  isAlive(id: number): boolean {
    return this.places[id] >= 0;
  }

  nearest(id: number, favorite: number): Neighbor {
    const { centroids, inverseSizes, cols, used } = this;
    const place = this.places[id];
    const ownInverse = inverseSizes[place];
    let best = favorite < 0 ? -1 : this.places[favorite];
    let smallest = best < 0 ? Infinity : this.cost(place, best);
    for (let other = 0; other < used; other++) {
      const inverse = inverseSizes[other];
      if (inverse === 0 || other === place) continue;
      const squared = squaredDistance(centroids, place * cols, centroids, other * cols, cols);
      // The product spares a division for all but the few that may be nearer.
      if (squared < smallest * (ownInverse + inverse)) {
        const cost = squared / (ownInverse + inverse);
        if (cost < smallest) {
          smallest = cost;
          best = other;
        }
      }
    }
    return { id: this.ids[best], height: Math.sqrt(2 * smallest) };
  }

  merge(first: number, second: number): void {
    const { centroids, inverseSizes, cols } = this;
    const from = this.places[first];
    const into = this.places[second];
    const inverses = inverseSizes[from] + inverseSizes[into];
    const share = inverseSizes[into] / inverses; // = size of `first` / size of both
    for (let j = 0; j < cols; j++) {
      // As a step from `into`, so that the centroid of equal rows is that row to the last bit.
      centroids[into * cols + j] += share * (centroids[from * cols + j] - centroids[into * cols + j]);
    }
    inverseSizes[into] = (inverseSizes[from] * inverseSizes[into]) / inverses;
    inverseSizes[from] = 0;
    this.places[first] = -1;
    if (++this.dead > this.used / 8) this.compact();
  }

  private cost(place: number, other: number): number {
    const { centroids, inverseSizes, cols } = this;
    const squared = squaredDistance(centroids, place * cols, centroids, other * cols, cols);
    return squared / (inverseSizes[place] + inverseSizes[other]);
  }

  /** Closes the gaps that merged clusters left, in order, so that scans stay short and contiguous. */
  private compact(): void {
    const { centroids, inverseSizes, ids, places, cols } = this;
    let kept = 0;
    for (let place = 0; place < this.used; place++) {
      if (inverseSizes[place] === 0) continue;
      centroids.copyWithin(kept * cols, place * cols, (place + 1) * cols);
      inverseSizes[kept] = inverseSizes[place];
      ids[kept] = ids[place];
      places[ids[kept]] = kept;
      kept++;
    }
    this.used = kept;
    this.dead = 0;
  }
}
