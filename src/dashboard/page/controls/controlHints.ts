import { algorithmOf } from '../../../segmentation/algorithms';
import type { SettingName } from '../../settings';
import { described, segmentation } from '../state/query';
import { view } from '../state/view';
import { recommendedK } from '../tabs/analysis/recommendedK';
import type { ControlHints } from './settingControl';

/** What the table on view adds to the controls of some settings. */
export const controlHints: Partial<Record<SettingName, () => ControlHints>> = {
  k: () => ({
    value: described.value?.defaults.k ?? segmentation.value.result?.body.k ?? 4,
    hint: recommendation(),
  }),
  eps: () => {
    const { eps, scale } = view.value;
    const found = segmentation.value.result?.body.found.eps ?? 0.5;
    const [from, most] = scale === 'minmax' ? [0.01, 1] : [0.05, 3];
    return { from, to: Math.max(most, (eps ?? found) * 2), value: found, hint: distanceHint() };
  },
  pca: () => ({ to: componentsAtMost(), hint: '0: the columns themselves' }),
};

function recommendation(): string {
  const recommended = recommendedK.value;
  if (recommended === undefined) return '';
  return recommended === null ? 'no clear best number' : `recommended: ${recommended}`;
}

/** More segments than these nobody treats differently. */
const MANY_SEGMENTS = 20;

/** Which way to move the distance where it makes no segments that are of use. */
function distanceHint(): string {
  const { busy, result } = segmentation.value;
  const follows = result && !busy && algorithmOf(result.body.algorithm).findsK?.by === 'eps';
  const k = follows ? result.body.k : undefined;
  if (k === 0) return 'a larger distance finds groups';
  if (k === 1) return 'one group: a smaller distance may find more';
  if (k !== undefined && k > MANY_SEGMENTS) return `${k} groups: a larger distance finds fewer`;
  return view.value.eps === undefined ? 'set at the knee of the distances' : '';
}

function componentsAtMost(): number {
  const columns = view.value.columns ?? described.value?.defaults.columns ?? [];
  return Math.max(1, Math.min(10, columns.length));
}
