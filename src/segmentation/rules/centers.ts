import { Matrix } from '../../core/matrix';
import { list, number, object, type Static } from '../../core/schema';
import { centersInSql } from '../sql/measures/centers';
import { isTable, type Rule } from './rule';

const schema = object({ centers: list(list(number())) }, { additionalProperties: false });

/** A center for each segment, k × dimensions. */
export type Centers = Static<typeof schema>;

/** The segment with the nearest center, by Euclidean distance. */
export const centersRule: Rule<Centers> = {
  schema,
  flaw({ centers }, { k, width }) {
    if (!isTable(centers, width)) return `/centers must have ${width} columns`;
    return centers.length === k ? undefined : `/centers must have ${k} rows, one for each segment`;
  },
  read({ centers }, k) {
    const { centerDistances } =
      require('../../cluster/shared/centerDistances') as typeof import('../../cluster/shared/centerDistances');
    const matrix = Matrix.fromRows(centers);
    return { nClusters: k, distances: (points) => centerDistances(matrix, points) };
  },
  toSql({ centers }, space) {
    return centersInSql(centers, space);
  },
};
