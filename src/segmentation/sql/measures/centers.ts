import type { FormulaMeasure, SqlSpace } from '../sqlMeasure';
import { squaresFrom } from './squares';

/** The Euclidean distance to each center, as `centerDistances` has it. @param centers k × axes. */
export function centersInSql(
  centers: readonly (readonly number[])[],
  { axes, dialect }: SqlSpace,
): FormulaMeasure {
  const names = axes.map(({ name }) => name);
  return {
    before: [],
    distances: centers.map((center) => `sqrt(${squaresFrom(names, center, dialect)})`),
  };
}
