/** What the field uses to tell whether a table has groups: small implementations for comparison only. */
import { chooseByBIC } from '../../dist/cluster/mixture/chooseByBIC.js';
import { Matrix } from '../../dist/core/matrix.js';
import { Random } from '../../dist/core/random.js';
import { gapStatistic } from '../../dist/evaluate/chooseK/gapStatistic.js';
import { peakedness } from '../../dist/evaluate/structure/columnShape.js';
import { PCA } from '../../dist/reduce/pca.js';

/** Of each method: whether it says that there are groups, and how many where it can. */
export function peers(rows, seed) {
  const gap = gapStatistic(rows, { kMax: 8, references: 10, seed }).k;
  const mixture = byMixture(rows, seed);
  const main = new PCA({ nComponents: 1 }).fit(rows).transform(rows).column(0);
  return {
    'gap statistic': { groups: gap > 1, k: gap },
    Hopkins: { groups: hopkins(rows, seed) > 0.75 },
    'dip test': { groups: peakedness(main) > 1.05 },
    'mixtures by BIC': { groups: mixture > 1, k: mixture },
  };
}

/** Some tables (of columns that repeat each other) have no covariance that can be inverted. */
function byMixture(rows, seed) {
  try {
    return chooseByBIC(Matrix.fromRows(rows), { kMin: 1, kMax: 8, nInit: 1, seed }).k;
  } catch {
    return 1;
  }
}

/** How near rows lie to each other, compared with even points: 0.5 for even rows, toward 1 for groups. */
function hopkins(rows, seed) {
  const random = new Random(seed);
  const some = Array.from(random.sample(rows.length, Math.min(50, Math.floor(rows.length / 2))));
  const bounds = rows[0].map((_, j) => {
    const column = rows.map((row) => row[j]);
    return [Math.min(...column), Math.max(...column)];
  });
  const power = rows[0].length;
  const nearest = (point, skip) =>
    Math.min(
      ...rows.map((row, i) => (i === skip ? Infinity : Math.hypot(...row.map((x, j) => x - point[j])))),
    ) ** power;
  const own = some.reduce((sum, i) => sum + nearest(rows[i], i), 0);
  const even = some.reduce((sum) => {
    const point = bounds.map(([low, high]) => low + (high - low) * random.uniform());
    return sum + nearest(point, -1);
  }, 0);
  return even / (even + own);
}
