import type { OnProgress } from '../../core/progress';
import { plainlyNamed } from '../../profile/names/plainName';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { Measure } from '../rules/rule';
import { judgeSegments } from './judgeSegments';
import { type ResampledSegments, resampleSegments } from './resampleSegments';
import type {
  SegmentationFacts,
  SegmentationResult,
  SegmentsStability,
  StructureJudgment,
  TrainingCustomers,
} from './segmentationResult';
import { withStability } from './withStability';

/** What is worked out of a fit when it is first asked for, and then remembered. */
export type Judgment = Pick<SegmentationResult, 'judge' | 'profiles' | 'named' | 'certainty'>;

type Judged = Pick<TrainingCustomers, 'space' | 'columnGroups' | 'labels' | 'toCluster'>;
type Facts = Pick<SegmentationFacts, 'options' | 'k' | 'found' | 'choice' | 'profiles'>;

/** What is known beside the fit. */
interface Known {
  /** How far customers are from each segment. */
  measure: Measure;
  /** The mean silhouette, where it was measured already. */
  silhouette?: number;
}

/** Judges a fit: its verdict first, which names hang on, then how well its segments are found again. */
export function judgmentOf(customers: Judged, facts: Facts, { measure, silhouette }: Known): Judgment {
  const verdict = once((onProgress) => judgeSegments(customers, facts, onProgress, silhouette));
  const named = once(() => namedBy(verdict(), facts));
  const resampled = once((onProgress) => resampleSegments(customers, facts, measure, onProgress));
  const judge = once((onProgress) => {
    const structure = verdict(onProgress);
    const stability = stabilityOf(resampled(onProgress), customers.labels, facts.k);
    const profiles = named();
    return { ...withStability(structure, profiles, stability), stability };
  });
  const profiles = once(() => withStabilityOf(named(), judge().stability));
  return { judge, profiles, named, certainty: () => resampled() };
}

/** Worked out by the first call that does not throw. */
function once<T>(work: (onProgress: OnProgress) => T): (onProgress?: OnProgress) => T {
  let done: { value: T } | undefined;
  return (onProgress = () => {}) => {
    done ??= { value: work(onProgress) };
    return done.value;
  };
}

/** In plain words where the verdict is that there are no natural groups. */
function namedBy({ structure }: StructureJudgment, { profiles, options }: Facts): SegmentProfile[] {
  return structure === 'none' && profiles.length > 1 ? plainlyNamed(profiles, options.names) : profiles;
}

function stabilityOf(
  resampled: ResampledSegments | null,
  labels: Int32Array,
  k: number,
): SegmentsStability | null {
  if (!resampled) return null;
  const { stability, between, resamples, rows } = resampled;
  const counts = new Array<number>(k).fill(0);
  labels.forEach((label, row) => {
    if (between[row] >= 0) counts[label]++;
  });
  return { jaccard: Array.from(stability), between: counts, resamples, rows };
}

/** Segments with what is known of their stability. */
export function withStabilityOf(
  profiles: readonly SegmentProfile[],
  stability: SegmentsStability | null,
): SegmentProfile[] {
  return profiles.map((profile) =>
    stability && profile.segment >= 0
      ? {
          ...profile,
          stability: stability.jaccard[profile.segment],
          between: stability.between[profile.segment],
        }
      : profile,
  );
}
