import { Matrix } from '../../core/matrix';
import { integer, list, number, object, type Static } from '../../core/schema';
import { isTable, type Rule } from '../rules/rule';
import { prototypesInSql } from '../sql/measures/prototypes';
import { defineAlgorithm } from './algorithm';
import { kMeans } from './kMeans';

const schema = object(
  {
    prototypes: list(list(number())),
    categoricalColumns: list(integer({ minimum: 0 })),
    gamma: number({ minimum: 0 }),
  },
  { additionalProperties: false },
);

/** By the nearest prototype: means of numbers, codes of categories. */
const rule: Rule<Static<typeof schema>> = {
  schema,
  flaw({ prototypes, categoricalColumns }, { k, width }) {
    if (!isTable(prototypes, width)) return `/prototypes must have ${width} columns`;
    if (prototypes.length !== k) return `/prototypes must have ${k} rows, one for each segment`;
    const all = Array.from({ length: width }, (_, j) => j);
    const ascending = all.filter((j) => categoricalColumns.includes(j));
    return ascending.join() === categoricalColumns.join()
      ? undefined
      : `/categoricalColumns must name columns below ${width}, ascending`;
  },
  read({ prototypes, categoricalColumns, gamma }, k) {
    const { prototypeDistances } =
      require('../../cluster/prototypes/mixedDissimilarity') as typeof import('../../cluster/prototypes/mixedDissimilarity');
    const centers = Matrix.fromRows(prototypes);
    const all = Array.from({ length: centers.cols }, (_, j) => j);
    const numericColumns = all.filter((j) => !categoricalColumns.includes(j));
    const measure = { categoricalColumns, numericColumns, gamma };
    return { nClusters: k, distances: (points) => prototypeDistances(points, centers, measure) };
  },
  toSql({ prototypes, gamma }, space) {
    return prototypesInSql(prototypes, gamma, space);
  },
};

/** The k-means of tables that hold numbers and categories. */
export const kPrototypes = defineAlgorithm({
  name: 'kprototypes',
  title: 'k-prototypes',
  help: 'As k-means, with categories as they are beside numbers',
  options: object({}),
  rule,
  takesCategories: true,

  fit({ space, categoricalColumns, gamma }, k, { seed }, onProgress) {
    const clusterer = new (clustererOf())({ nClusters: k, categoricalColumns, gamma, seed });
    const { labels, prototypes, cost } = clusterer.fit(space, { onProgress });
    const kept = {
      prototypes: prototypes.toRows(),
      categoricalColumns: Array.from(categoricalColumns),
      gamma,
    };
    return { labels, k, rule: kept, inertia: cost, found: {} };
  },
  /** k-means on the very same distances: there categories are columns of 0 and 1. */
  refit: (facts, options) => kMeans.refit(facts, options),
  resample({ k }, _options, { categoricalColumns, gamma }) {
    const KPrototypes = clustererOf();
    return { make: (seed) => new KPrototypes({ nClusters: k, categoricalColumns, gamma, seed }) };
  },
  called: () => 'k-prototypes',
  describe: () =>
    'Customers were grouped by k-prototypes, which takes numbers and categories as they are: each belongs to the segment with the nearest center, where a center holds the mean of each number and the commonest value of each category.',
  storesCustomers: () => false,
});

function clustererOf() {
  const { KPrototypes } =
    require('../../cluster/prototypes/kPrototypes') as typeof import('../../cluster/prototypes/kPrototypes');
  return KPrototypes;
}
