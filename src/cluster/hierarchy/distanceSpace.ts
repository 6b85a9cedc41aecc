import type { Matrix } from '../../core/matrix';
import { squaredDistance } from '../../core/squaredDistance';
import type { ClusterSpace, Neighbor } from './nearestNeighborChain';

/** Rows of a tile of the distance matrix: two tiles of float64 fit a first-level cache. */
const TILE = 32;

/**
 * Clusters known only by the distances between them, kept as a full float64 matrix and updated by Lance and
 * Williams' formulas: complete linkage takes the farther of two parts, average linkage the mean over all pairs of
 * rows. Half the matrix would do, but reading whole rows is three times as fast. Ward's formula is written as scipy
 * writes it, since on tied distances the last bit decides which pair is joined first.
 *
 * Memory: 8n² bytes (10,000 rows: 800 MB). Cost of `nearest` and `merge`: O(clusters left).
 * Source: Lance & Williams, "A general theory of classificatory sorting strategies" (1967).
 */
export class DistanceSpace implements ClusterSpace {
  private readonly sizes: Float64Array;
  /** The rows that stand for a cluster, ascending; `left` of them. */
  private readonly alive: Int32Array;
  private left: number;

  /** @param distances n × n, row by row; taken as it is and overwritten. */
  constructor(
    private readonly distances: Float64Array,
    private readonly rows: number,
    private readonly linkage: 'complete' | 'average' | 'ward',
  ) {
    this.sizes = new Float64Array(rows).fill(1);
    this.alive = Int32Array.from({ length: rows }, (_, i) => i);
    this.left = rows;
  }

  isAlive(id: number): boolean {
    return this.sizes[id] > 0;
  }

  nearest(id: number, favorite: number): Neighbor {
    const { distances, alive, left } = this;
    const start = id * this.rows;
    let best = favorite;
    let smallest = favorite < 0 ? Infinity : distances[start + favorite];
    for (let position = 0; position < left; position++) {
      const other = alive[position];
      const distance = distances[start + other];
      if (distance < smallest && other !== id) {
        smallest = distance;
        best = other;
      }
    }
    return { id: best, height: smallest };
  }

  merge(first: number, second: number): void {
    const { distances, sizes, alive, rows } = this;
    const apart = distances[first * rows + second];
    this.remove(first);
    for (let position = 0; position < this.left; position++) {
      const other = alive[position];
      if (other === second) continue;
      const a = distances[first * rows + other];
      const b = distances[second * rows + other];
      const joined = this.joined(a, b, apart, sizes[first], sizes[second], sizes[other]);
      distances[second * rows + other] = joined;
      distances[other * rows + second] = joined;
    }
    sizes[second] += sizes[first];
    sizes[first] = 0;
  }

  /** How far the union of two clusters, `apart` from each other, is from a third that is `a` and `b` from them. */
  private joined(a: number, b: number, apart: number, sizeA: number, sizeB: number, third: number): number {
    if (this.linkage === 'complete') return Math.max(a, b);
    if (this.linkage === 'average') return (sizeA * a + sizeB * b) / (sizeA + sizeB);
    const t = 1 / (sizeA + sizeB + third);
    const square = (third + sizeA) * t * a * a + (third + sizeB) * t * b * b - third * t * apart * apart;
    return Math.sqrt(Math.max(0, square));
  }

  private remove(id: number): void {
    const position = this.alive.indexOf(id);
    this.alive.copyWithin(position, position + 1, this.left--);
  }
}

/** Euclidean distances of all pairs, n × n, computed once per pair and written tile by tile to both halves. */
export function pairwiseDistances({ data, rows, cols }: Matrix): Float64Array {
  const distances = new Float64Array(rows * rows);
  for (let top = 0; top < rows; top += TILE) {
    const bottom = Math.min(top + TILE, rows);
    for (let left = top; left < rows; left += TILE) {
      const right = Math.min(left + TILE, rows);
      for (let i = top; i < bottom; i++) {
        for (let j = Math.max(left, i + 1); j < right; j++) {
          const distance = Math.sqrt(squaredDistance(data, i * cols, data, j * cols, cols));
          distances[i * rows + j] = distance;
          distances[j * rows + i] = distance;
        }
      }
    }
  }
  return distances;
}
