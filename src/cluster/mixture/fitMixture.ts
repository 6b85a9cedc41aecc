import { InputError } from '../../core/errors';
import type { Matrix } from '../../core/matrix';
import { isGiven } from '../../core/options';
import { phrase } from '../../core/phrase';
import type { OnProgress } from '../../core/progress';
import { canonicalOrder, restoreOrder } from '../shared/canonicalOrder';
import { nearestSegments } from '../shared/nearestSegment';
import { relabelBySize } from '../shared/relabel';
import type { CovarianceKind } from './covarianceKind';
import { COVARIANCE_KINDS } from './covarianceKinds';
import type { CovarianceType } from './covarianceTypes';
import { type EMRule, type EMRun, expectationMaximization } from './expectationMaximization';
import { firstGroups, type MixtureInit } from './firstGroups';
import type { GaussianMixtureState } from './gaussianMixtureModel';
import { densityOf, expectationStep, mixtureDistances, sumLogDensity } from './mixtureDensity';
import { type MixtureParameters, reorderComponents } from './mixtureParameters';
import { type MixtureStart, parametersOfGroups, parametersOfStart } from './mixtureStart';

/** Checked options of one fit. */
export interface MixturePlan {
  nClusters: number;
  covarianceType: CovarianceType;
  initParams: MixtureInit;
  nInit: number;
  maxIter: number;
  tol: number;
  regCovar: number;
  seed: number;
  start?: MixtureStart;
  onProgress?: OnProgress;
}

/**
 * The start of the greatest lower bound, of equally good ones the earliest.
 * @throws InputError where every start collapses.
 */
export function fitMixture(X: Matrix, plan: MixturePlan): GaussianMixtureState {
  const order = canonicalOrder(X);
  const found = bestStart(X.selectRows(order), plan);
  return { ...found, labels: restoreOrder(found.labels, order) };
}

function bestStart(X: Matrix, plan: MixturePlan): GaussianMixtureState {
  const { covarianceType, regCovar, tol, maxIter, onProgress, nInit } = plan;
  const kind = COVARIANCE_KINDS[covarianceType];
  const rule: EMRule = { kind, regCovar, tol, maxIter };
  let done = 0;
  const told = () => onProgress?.({ step: 'starts run', done, total: plan.start ? 1 : nInit });
  let best: EMRun | undefined;
  for (const parameters of starts(X, plan, told)) {
    const run = expectationMaximization(X, parameters, rule, told);
    if (run && !(best && best.lowerBound >= run.lowerBound)) best = run;
    done++;
  }
  if (!best) throw collapsed(plan);
  return stateOf(X, best, covarianceType);
}

function* starts(X: Matrix, plan: MixturePlan, told: () => void): Generator<MixtureParameters> {
  const { nClusters, covarianceType, regCovar, start, initParams, nInit, seed } = plan;
  const kind = COVARIANCE_KINDS[covarianceType];
  if (start) {
    yield parametersOfStart(X, start, nClusters, kind, regCovar);
    return;
  }
  for (const { labels, centers } of firstGroups(X, { k: nClusters, nInit, seed, init: initParams }, told)) {
    yield parametersOfGroups(X, labels, centers, kind, regCovar);
  }
}

function stateOf(X: Matrix, run: EMRun, covarianceType: CovarianceType): GaussianMixtureState {
  const { lowerBound, nIter, stopReason } = run;
  const { parameters, labels, density } = orderBySize(X, run.parameters, COVARIANCE_KINDS[covarianceType]);
  const logLikelihood = sumLogDensity(expectationStep(X, density));
  return { covarianceType, parameters, labels, logLikelihood, lowerBound, nIter, stopReason };
}

/**
 * Components in the order of their numbers of rows. A row as near to two components takes the first of them, and so may
 * change the order again; since it only ever moves to a larger one, that comes to an end.
 */
function orderBySize(X: Matrix, parameters: MixtureParameters, kind: CovarianceKind) {
  const density = densityOf(parameters, kind)!;
  const labels = nearestSegments(mixtureDistances(X, density));
  const { order } = relabelBySize(labels, density.means.rows, X);
  if (order.every((component, at) => component === at)) return { parameters, labels, density };
  return orderBySize(X, reorderComponents(parameters, order, kind), kind);
}

function collapsed({ nClusters, regCovar }: MixturePlan): InputError {
  const rows = nClusters === 1 ? 'the rows' : `the rows of one of ${nClusters} components`;
  return new InputError(
    'no-difference',
    phrase`${isGiven('regCovar', regCovar)} and ${rows} do not vary in every direction`,
    { remedy: phrase`raise ${{ option: 'regCovar' }}, scale X, or ask for fewer segments` },
  );
}
