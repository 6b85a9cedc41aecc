import type { MixtureDensity } from '../../../cluster/mixture/mixtureDensity';
import type { ScoringDialect } from '../dialects/scoringDialect';
import type { FormulaMeasure, SqlSpace } from '../sqlMeasure';
import type { Made } from '../steps';

/** Further below the largest, a component adds nothing; some databases fail on a number that small. */
const VANISHING = -700;

/** How far customers are from each component, as `mixtureDistances` has it, and how dense the mixture is there. */
export function mixtureInSql(density: MixtureDensity, { axes, dialect }: SqlSpace): FormulaMeasure {
  const { double, extreme } = dialect;
  const names = axes.map(({ name }) => name);
  const parts = density.whitening.map((factor, c) => whitened(factor, density.means.row(c), names, dialect));
  const columns = parts.map((own, c) => own.map((part, j): Made => [`w${c + 1}_${j + 1}`, part]));
  const joint = columns.map((own, c): Made => {
    const squares = own.map(([name]) => `${name} * ${name}`).join(' + ');
    return [`joint${c + 1}`, `${double(density.logPeaks[c])} - ${double(0.5)} * (${squares})`];
  });
  const joints = joint.map(([name]) => name);
  const largest: Made = ['largest', extreme('greatest', joints)];
  const highest = Math.max(...density.logPeaks);
  const shares = joints.map(
    (name) =>
      `CASE WHEN ${name} - largest < ${double(VANISHING)} THEN ${double(0)} ELSE exp(${name} - largest) END`,
  );
  return {
    before: [columns.flat(), joint, [largest]],
    distances: joints.map((name) => `sqrt(${double(2)} * (${double(highest)} - ${name}))`),
    logDensity: `largest + ln(${shares.join(' + ')})`,
  };
}

/** What a component makes of the way from its mean: each of the d numbers, uncorrelated and of variance 1. */
function whitened(
  factor: Float64Array,
  mean: Float64Array,
  axes: readonly string[],
  { double }: ScoringDialect,
): string[] {
  const d = axes.length;
  const from = axes.map((axis, j) => `(${axis} - ${double(mean[j])})`);
  if (factor.length === d) return from.map((difference, j) => `${difference} * ${double(factor[j])}`);
  return from.map((_, j) =>
    from
      .slice(0, j + 1)
      .map((difference, l) => `${double(factor[j * d + l])} * ${difference}`)
      .join(' + '),
  );
}
