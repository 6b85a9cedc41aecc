import type { DistanceMatrix } from '../shared/distanceMatrix';
import type { CoreNeighbors, Neighbors } from './neighbors';

/** `Neighbors` by distances that were worked out beforehand. Cost: O(n) a question. */
export class DistanceNeighbors implements Neighbors {
  readonly rows: number;

  constructor(
    private readonly distances: DistanceMatrix,
    private readonly eps: number,
  ) {
    this.rows = distances.rows;
  }

  hasWithinReach(row: number, enough: number): boolean {
    let found = 0;
    for (let other = 0; other < this.rows && found < enough; other++) {
      if (this.distances.get(row, other) <= this.eps) found++;
    }
    return found >= enough;
  }

  among(core: Int32Array): CoreNeighbors {
    const { distances, eps } = this;
    const taken = new Uint8Array(core.length);
    return {
      takeWithinReach: (row, found) => {
        core.forEach((other, position) => {
          if (taken[position] === 1 || distances.get(row, other) > eps) return;
          taken[position] = 1;
          found.push(position);
        });
      },
      nearest: (row) => {
        let nearest = -1;
        core.forEach((other, position) => {
          const least = nearest < 0 ? eps : distances.get(row, core[nearest]);
          const distance = distances.get(row, other);
          if (distance < least || (nearest < 0 && distance === least)) nearest = position;
        });
        return nearest;
      },
    };
  }
}
