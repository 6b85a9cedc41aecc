import { InputError } from '../../core/errors';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { checkInteger, isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import { ON_PROGRESS } from '../../core/progress';
import { resolveOptions } from '../../core/resolveOptions';
import { type Given, integer, object, optional } from '../../core/schema';
import { countDistinctRows } from '../shared/distinctRows';
import { GAUSSIAN_MIXTURE_OPTIONS, GaussianMixture } from './gaussianMixture';
import type { GaussianMixtureModel } from './gaussianMixtureModel';

const { nClusters: _nClusters, ...MIXTURE } = GAUSSIAN_MIXTURE_OPTIONS.properties;

/** What the options may be. @internal */
export const CHOOSE_BY_BIC_OPTIONS = object({
  ...MIXTURE,
  /** The smallest k. Default 1: no segments at all. */
  kMin: integer({ minimum: 1, default: 1 }),
  /** The largest. Default 10, less where the table has fewer distinct rows. */
  kMax: optional(integer()),
  /** Told how many of the 'numbers of segments tried' are done, at every iteration. */
  onProgress: ON_PROGRESS,
});

/** Options of `chooseByBIC`: those of `GaussianMixture`, with a range of k instead of `nClusters`. */
export interface ChooseByBICOptions extends Given<typeof CHOOSE_BY_BIC_OPTIONS> {}

/** What `chooseByBIC` found. */
export interface BICChoice {
  /** The k of the least BIC; of several the smallest. */
  k: number;
  /** The mixture of that k. */
  model: GaussianMixtureModel;
  /** One row for each k from kMin to kMax. */
  table: { k: number; bic: number; aic: number; logLikelihood: number }[];
}

/** The largest k unless the caller says otherwise. */
const MAX_BY_DEFAULT = 10;

/**
 * How many components? Fits a mixture for each k and takes the one of the least Bayesian information criterion, which
 * weighs the likelihood against the number of parameters.
 *
 * @param X n × d, every value finite, columns on comparable scales.
 * @throws InputError as `GaussianMixture`, or when kMax is below kMin or above the number of distinct rows.
 * Cost: that of `GaussianMixture` for every k.
 * Source: Fraley & Raftery, "Model-based clustering, discriminant analysis, and density estimation" (2002).
 *
 * @example
 * const { k, table } = chooseByBIC(X, { kMax: 6, covarianceType: 'spherical' });
 * k;            // 4: X has four round groups
 * table.length; // 6
 */
export function chooseByBIC(X: MatrixLike, options: ChooseByBICOptions = {}): BICChoice {
  const { kMin, kMax, onProgress, ...mixture } = resolveOptions(
    'chooseByBIC',
    CHOOSE_BY_BIC_OPTIONS,
    options,
  );
  if (kMax !== undefined) checkInteger('kMax', kMax, { min: kMin });
  const matrix = toMatrix(X);
  const total = largestK(matrix, kMin, kMax) - kMin + 1;
  const models = Array.from({ length: total }, (_, done) => {
    const told = () => onProgress?.({ step: 'numbers of segments tried', done, total });
    return new GaussianMixture({ ...mixture, nClusters: kMin + done }).fit(matrix, { onProgress: told });
  });
  const table = models.map((model) => ({
    k: model.nClusters,
    bic: model.bic(matrix),
    aic: model.aic(matrix),
    logLikelihood: model.logLikelihood,
  }));
  const best = table.reduce((least, row) => (row.bic < least.bic ? row : least));
  return { k: best.k, model: models[table.indexOf(best)], table };
}

function largestK(X: Matrix, kMin: number, kMax: number | undefined): number {
  const distinct = countDistinctRows(X, kMax ?? Math.max(kMin, MAX_BY_DEFAULT));
  const largest = kMax ?? Math.max(kMin, Math.min(distinct, MAX_BY_DEFAULT));
  if (largest <= distinct) return largest;
  throw new InputError(
    'out-of-range',
    phrase`${isGiven(kMax === undefined ? 'kMin' : 'kMax', largest)} but the table has ${distinct} distinct rows`,
    { remedy: `ask for at most ${distinct}` },
  );
}
