import { mean } from '../../core/statistics';
import { type Match, matchClusters } from './matchClusters';

/** How well clusters are found again in resamples, and how surely each row belongs to its own. */
export interface Reappearance {
  /** Of each cluster, the mean Jaccard similarity with its counterparts, 0 … 1; NaN without a resample. */
  jaccard: Float64Array;
  /** Of each row, the share of the resamples with it that keep it with its cluster, 0 … 1; NaN where it is in none. */
  agreement: Float64Array;
  /** Of each row, the other cluster that it goes with most often; −1 where it never does. */
  other: Int32Array;
}

/** Counts, resample by resample, where the rows of each cluster go. Memory: 2 · rows · clusters bytes. */
export class ResampleTally {
  private readonly jaccards: Float64Array[] = [];
  private readonly seen: Uint16Array;
  private readonly kept: Uint16Array;
  /** rows × clusters */
  private readonly gone: Uint16Array;

  /** @param labels of all rows; −1 is noise. */
  constructor(
    private readonly labels: Int32Array,
    private readonly nClusters: number,
  ) {
    this.seen = new Uint16Array(labels.length);
    this.kept = new Uint16Array(labels.length);
    this.gone = new Uint16Array(labels.length * nClusters);
  }

  /** Adds a resample: these rows, each once, and the clusters that they fell into. */
  add(rows: Int32Array, again: Int32Array): Match {
    const own = rows.map((row) => this.labels[row]);
    const match = matchClusters(own, this.nClusters, again);
    this.jaccards.push(match.jaccard);
    this.place(rows, again, match);
    return match;
  }

  /** Counts where other rows go that the resample did not draw; they change no similarity. */
  place(rows: Int32Array, again: Int32Array, { counterpart, original }: Match): void {
    rows.forEach((row, at) => {
      const label = this.labels[row];
      const now = again[at];
      this.seen[row]++;
      if (label < 0 ? now < 0 : now >= 0 && now === counterpart[label]) this.kept[row]++;
      else if (now >= 0 && original[now] >= 0) this.gone[row * this.nClusters + original[now]]++;
    });
  }

  result(): Reappearance {
    const { seen, kept, nClusters } = this;
    return {
      jaccard: Float64Array.from({ length: nClusters }, (_, cluster) =>
        mean(this.jaccards.map((jaccard) => jaccard[cluster])),
      ),
      agreement: Float64Array.from(kept, (count, row) => count / seen[row]),
      other: Int32Array.from(seen, (_, row) => this.mostOften(row)),
    };
  }

  private mostOften(row: number): number {
    let other = -1;
    let most = 0;
    for (let cluster = 0; cluster < this.nClusters; cluster++) {
      const count = this.gone[row * this.nClusters + cluster];
      if (count > most) [other, most] = [cluster, count];
    }
    return other;
  }
}
