import type { CovarianceType } from '../../cluster/mixture/covarianceTypes';
import type { GaussianMixtureModel } from '../../cluster/mixture/gaussianMixtureModel';
import type { MixtureDensity } from '../../cluster/mixture/mixtureDensity';
import { formatNumber, formatShare, plural } from '../../core/format';
import { highestLabel } from '../../core/labels';
import { Matrix } from '../../core/matrix';
import type { OnProgress } from '../../core/progress';
import { roundDecimals } from '../../core/round';
import { choice, list, number, object, type Static } from '../../core/schema';
import { isTable, type Rule } from '../rules/rule';
import { mixtureInSql } from '../sql/measures/mixture';
import { defineAlgorithm, type FoundSegments, type OwnChoice } from './algorithm';

const TITLES: Record<CovarianceType, string> = {
  full: 'Full',
  tied: 'Tied',
  diagonal: 'Diagonal',
  spherical: 'Spherical',
};

/** Fitting takes several passes over all customers for each k: a sample tells as much. */
const BIC_ROWS = 2000;
/** Starts where customers are clustered again to judge: fewer than in a fit, since there are many such tables. */
const FEW_STARTS = 2;
/** A customer whose likeliest segment has no more than this membership lies between segments. */
const CLEAR_MEMBERSHIP = 0.6;
/** Who belongs to a segment nine times out of ten belongs there firmly. */
const FIRM_MEMBERSHIP = 0.9;

const schema = object(
  {
    covariance: choice(TITLES),
    weights: list(number({ exclusiveMinimum: 0 })),
    means: list(list(number())),
    covariances: list(number()),
  },
  { additionalProperties: false },
);

/** A mixture of k Gaussians; covariances row by row, in scikit-learn's shapes. */
export type Mixture = Static<typeof schema>;

/** By the likeliest component. */
const rule: Rule<Mixture> = {
  schema,
  flaw(kept, { k, width }) {
    if (!isTable(kept.means, width)) return `/means must have ${width} columns`;
    for (const name of ['weights', 'means'] as const)
      if (kept[name].length !== k) return `/${name} must have one for each of the ${k} segments`;
    const numbers = countCovariances(kept.covariance, k, width);
    if (kept.covariances.length !== numbers) return `/covariances must have ${numbers} numbers`;
    return densityOfKept(kept) ? undefined : '/covariances must be positive definite';
  },
  read(kept, k) {
    const { mixtureDistances, membershipsAt } = densities();
    const density = densityOfKept(kept)!;
    const distances = (points: Matrix) => mixtureDistances(points, density);
    return { nClusters: k, distances, memberships: membershipsAt };
  },
  toSql(kept, space) {
    return mixtureInSql(densityOfKept(kept)!, space);
  },
};

/** A mixture of Gaussians. */
export const gaussianMixture = defineAlgorithm({
  name: 'gaussian-mixture',
  title: 'Gaussian mixture',
  help: 'Ellipsoids of any size and direction, which may overlap; each customer belongs to the likeliest',
  options: object({
    /** For 'gaussian-mixture': the shape of its segments. Default 'full'. */
    covariance: choice(TITLES, {
      title: 'Shape of segments',
      description:
        'Shape of gaussian-mixture’s segments: full, an ellipsoid each; tied, one for all; diagonal, one each along the columns; spherical, a ball each',
      default: 'full',
    }),
  }),
  rule,
  takesCategories: false,

  fit: ({ space }, k, options, onProgress) => fitted(space, k, options, onProgress),
  /** By the Bayesian information criterion. */
  fitAuto({ space }, options, onProgress) {
    const { chooseByBIC } =
      require('../../cluster/mixture/chooseByBIC') as typeof import('../../cluster/mixture/chooseByBIC');
    const { sampleOf } = require('../fit/sampleOf') as typeof import('../fit/sampleOf');
    const { covariance, seed } = options;
    const rows = sampleOf(space.rows, BIC_ROWS, seed);
    const judged = rows ? space.selectRows(rows) : space;
    const { k, model, table } = chooseByBIC(judged, {
      kMin: 2,
      covarianceType: covariance,
      seed,
      onProgress,
    });
    const one = fitted(judged, 1, options);
    const segments = rows ? fitted(space, k, options, onProgress) : segmentsOf(model, space);
    const { logLikelihood, bic, aic } = one.found;
    const ownChoice = choiceOf(k, [{ k: 1, bic, aic, logLikelihood }, ...table], {
      judged: judged.rows,
      all: space.rows,
    });
    return { ...segments, ownChoice };
  },
  refit({ k }, { covariance }) {
    const { GaussianMixture } = mixtures();
    return {
      make: (seed) =>
        new GaussianMixture({ nClusters: k, covarianceType: covariance, nInit: FEW_STARTS, seed }),
    };
  },
  called: ({ covariance }) => `Gaussian mixture (${covariance})`,
  describe: ({ logLikelihood, bic }, { covariance }) =>
    `Customers were grouped by a mixture of Gaussians: each segment is a cloud with a center and a spread (covariance: ${covariance}), and each customer belongs to the likeliest. The log-likelihood is ${formatNumber(logLikelihood)}, the BIC ${formatNumber(bic)}.`,
  warnings({ between, components }, labels) {
    const empty = components - highestLabel(labels) - 1;
    return [
      ...(between > 0
        ? [
            `${plural(between, 'customer')} (${formatShare(between / labels.length)}) ${between === 1 ? 'lies' : 'lie'} between segments: the likeliest has a membership of at most ${formatShare(CLEAR_MEMBERSHIP)}.`,
          ]
        : []),
      ...(empty > 0
        ? [`${plural(empty, 'component')} of the mixture had no customers and became no segment.`]
        : []),
    ];
  },
  storesCustomers: () => false,
});

function fitted(
  X: Matrix,
  k: number,
  { covariance, seed }: { covariance: CovarianceType; seed: number },
  onProgress?: OnProgress,
): FoundSegments<Mixture> {
  const { GaussianMixture } = mixtures();
  const mixture = new GaussianMixture({ nClusters: k, covarianceType: covariance, seed });
  return segmentsOf(mixture.fit(X, { onProgress }), X);
}

function segmentsOf(model: GaussianMixtureModel, X: Matrix): FoundSegments<Mixture> {
  const { labels, weights, means, covarianceType } = model;
  const k = 1 + highestLabel(labels); // components without customers come last
  const memberships = model.memberships(X);
  return {
    labels,
    k,
    rule: {
      covariance: covarianceType,
      weights: Array.from(weights.subarray(0, k)),
      means: means.toRows().slice(0, k),
      covariances: flatCovariances(model).slice(0, countCovariances(covarianceType, k, X.cols)),
    },
    inertia: null,
    firm: Array.from({ length: k }, (_, segment) =>
      labels.reduce(
        (count, label, i) => count + Number(label === segment && isFirm(memberships.get(i, label))),
        0,
      ),
    ),
    found: {
      components: model.nClusters,
      logLikelihood: model.logLikelihood,
      bic: model.bic(X),
      aic: model.aic(X),
      between: labels.reduce(
        (count, label, i) => count + Number(memberships.get(i, label) <= CLEAR_MEMBERSHIP),
        0,
      ),
    },
  };
}

/** Counted as files of customers write it, so that it can be counted again. */
function isFirm(membership: number): boolean {
  return roundDecimals(membership, 4) >= FIRM_MEMBERSHIP;
}

/** What `chooseByBIC` says of one number of segments. */
interface Candidate {
  k: number;
  bic: number;
  aic: number;
  logLikelihood: number;
}

/** Why k, the number of the least BIC from 2 on; a single segment is no segmentation, but is said where it would do. */
function choiceOf(k: number, table: readonly Candidate[], rows: { judged: number; all: number }): OwnChoice {
  const [one] = table;
  const bic = formatNumber(table.find((row) => row.k === k)!.bic);
  const reasons = [
    `The Bayesian information criterion (BIC) weighs how well a mixture fits against how many numbers describe it. From two segments on it is lowest for ${k}: ${bic}.`,
  ];
  if (table.every(({ bic }) => bic >= one.bic))
    reasons.push(
      `A single segment has a lower one still, ${formatNumber(one.bic)}: nothing says that there are groups.`,
    );
  else if (k === table.length)
    reasons.push('That is the largest number tried: a larger one may be lower still.');
  if (rows.judged < rows.all)
    reasons.push(
      `It was judged on ${formatNumber(rows.judged)} random customers of ${formatNumber(rows.all)}.`,
    );
  return {
    k,
    reasons,
    table: {
      caption: `From two segments on, the BIC is lowest for ${k}`,
      columns: [
        { name: 'k', format: 'integer' },
        { name: 'BIC', format: 'integer' },
        { name: 'AIC', format: 'integer' },
        { name: 'Log-likelihood', format: 'integer' },
      ],
      rows: table.map((row) => [row.k, row.bic, row.aic, row.logLikelihood]),
    },
  };
}

function flatCovariances({ covarianceType, covariances, nClusters, means }: GaussianMixtureModel): number[] {
  const { flattenCovariances } =
    require('../../cluster/mixture/mixtureCovariances') as typeof import('../../cluster/mixture/mixtureCovariances');
  const shape = kindOf(covarianceType).shape(nClusters, means.cols);
  return Array.from(flattenCovariances(covariances, shape, 'covariances'));
}

function countCovariances(type: CovarianceType, k: number, width: number): number {
  return kindOf(type)
    .shape(k, width)
    .reduce((count, length) => count * length, 1);
}

/** Undefined where a covariance is not positive definite. */
function densityOfKept({ covariance, weights, means, covariances }: Mixture): MixtureDensity | undefined {
  const parameters = {
    weights: Float64Array.from(weights),
    means: Matrix.fromRows(means),
    covariances: Float64Array.from(covariances),
  };
  return densities().densityOf(parameters, kindOf(covariance));
}

function kindOf(type: CovarianceType) {
  const { COVARIANCE_KINDS } =
    require('../../cluster/mixture/covarianceKinds') as typeof import('../../cluster/mixture/covarianceKinds');
  return COVARIANCE_KINDS[type];
}

function densities() {
  return require('../../cluster/mixture/mixtureDensity') as typeof import('../../cluster/mixture/mixtureDensity');
}

function mixtures() {
  return require('../../cluster/mixture/gaussianMixture') as typeof import('../../cluster/mixture/gaussianMixture');
}
