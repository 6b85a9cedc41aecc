import { object } from '../../core/schema';
import { defineAlgorithm } from './algorithm';
import { kMeans } from './kMeans';

/** The k-means of tables that hold numbers and categories. */
export const kPrototypes = defineAlgorithm({
  name: 'kprototypes',
  title: 'k-prototypes',
  help: 'As k-means, with categories as they are beside numbers',
  options: object({}),
  takesCategories: true,

  fit({ space, categoricalColumns, gamma }, k, { seed }, onProgress) {
    const { KPrototypes } =
      require('../../cluster/prototypes/kPrototypes') as typeof import('../../cluster/prototypes/kPrototypes');
    const clusterer = new KPrototypes({ nClusters: k, categoricalColumns, gamma, seed });
    const { labels, prototypes, cost } = clusterer.fit(space, { onProgress });
    const measure = { categoricalColumns, numericColumns: othersThan(categoricalColumns, space.cols), gamma };
    return { labels, k, rule: { type: 'prototypes', prototypes, measure }, inertia: cost, found: {} };
  },
  /** k-means on the very same distances: there categories are columns of 0 and 1. */
  refit: (facts, options) => kMeans.refit(facts, options),
  called: () => 'k-prototypes',
  describe: () =>
    'Customers were grouped by k-prototypes, which takes numbers and categories as they are: each belongs to the segment with the nearest center, where a center holds the mean of each number and the commonest value of each category.',
  storesCustomers: () => false,
});

function othersThan(columns: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, j) => j).filter((j) => !columns.includes(j));
}
