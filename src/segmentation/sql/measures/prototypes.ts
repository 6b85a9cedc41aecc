import type { FormulaMeasure, SqlSpace } from '../sqlMeasure';
import { squaresFrom } from './squares';

/** The square root of Huang's dissimilarity to each prototype, as `prototypeDistances` has it. */
export function prototypesInSql(
  prototypes: readonly (readonly number[])[],
  gamma: number,
  { axes, dialect }: SqlSpace,
): FormulaMeasure {
  const numbers = axes.flatMap(({ name, levels }, at) => (levels ? [] : [{ name, at }]));
  const categories = axes.flatMap(({ name, levels }, at) => (levels ? [{ name, at, levels }] : []));
  const distances = prototypes.map((prototype) => {
    const squares = squaresFrom(
      numbers.map(({ name }) => name),
      numbers.map(({ at }) => prototype[at]),
      dialect,
    );
    const differ = categories.map(
      ({ name, at, levels }) =>
        `CASE WHEN ${name} = ${dialect.quoteText(levels[prototype[at]])} THEN ${dialect.double(0)} ELSE ${dialect.double(1)} END`,
    );
    const mismatches = `${dialect.double(gamma)} * (${differ.join(' + ')})`;
    return `sqrt(${[squares, differ.length > 0 ? mismatches : ''].filter((part) => part !== '').join(' + ')})`;
  });
  return { before: [], distances };
}
