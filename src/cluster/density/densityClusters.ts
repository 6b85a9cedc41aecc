import type { Matrix } from '../../core/matrix';
import { type OnProgress, reportBatches } from '../../core/progress';
import { relabelBySize } from '../shared/relabel';
import type { CoreNeighbors, Neighbors } from './neighbors';

/** What clustering by density finds. */
export interface DensityClusters {
  /** 0 is the largest cluster; −1 is noise. Length n. */
  labels: Int32Array;
  nClusters: number;
  /** The rows with enough rows within reach, ascending. */
  coreSampleIndices: Int32Array;
}

/**
 * DBSCAN's three steps: find the core rows, spread each cluster from core row to core row within reach, give every
 * other row to the cluster of its nearest core row within reach. The last is a choice: Ester et al. let the cluster
 * that comes first take it, which makes the answer depend on the order of the rows.
 *
 * Each core row is found once: those that are, are struck off the index.
 * @param X the rows, to number equally large clusters by; absent where only distances are known.
 * @param onProgress told of the 'rows looked at', each of which is looked at up to three times.
 * Source: Ester, Kriegel, Sander & Xu (1996).
 */
export function densityClusters(
  neighbors: Neighbors,
  minSamples: number,
  X?: Matrix,
  onProgress?: OnProgress,
): DensityClusters {
  const tell = reportBatches('rows looked at', 3 * neighbors.rows, onProgress);
  let looked = 0;
  const told = () => tell(++looked);
  const core = coreRows(neighbors, minSamples, told);
  const index = neighbors.among(core);
  const { coreLabels, nClusters } = spread(core, index, told);
  const labels = new Int32Array(neighbors.rows).fill(-2);
  core.forEach((row, position) => {
    labels[row] = coreLabels[position];
  });
  labels.forEach((label, row) => {
    told();
    if (label !== -2) return;
    const nearest = index.nearest(row);
    labels[row] = nearest < 0 ? -1 : coreLabels[nearest];
  });
  tell(3 * neighbors.rows);
  return { labels: relabelBySize(labels, nClusters, X).labels, nClusters, coreSampleIndices: core };
}

function coreRows(neighbors: Neighbors, minSamples: number, told: () => void): Int32Array {
  const core: number[] = [];
  for (let row = 0; row < neighbors.rows; row++) {
    told();
    if (neighbors.hasWithinReach(row, minSamples)) core.push(row);
  }
  return Int32Array.from(core);
}

/** Numbers the clusters of core rows in the order of their first rows. */
function spread(
  core: Int32Array,
  index: CoreNeighbors,
  told: () => void,
): { coreLabels: Int32Array; nClusters: number } {
  const coreLabels = new Int32Array(core.length).fill(-1);
  let nClusters = 0;
  for (let first = 0; first < core.length; first++) {
    if (coreLabels[first] >= 0) continue;
    const reached: number[] = [];
    index.takeWithinReach(core[first], reached);
    for (let next = 0; next < reached.length; next++) {
      told();
      coreLabels[reached[next]] = nClusters;
      index.takeWithinReach(core[reached[next]], reached);
    }
    nClusters++;
  }
  return { coreLabels, nClusters };
}
