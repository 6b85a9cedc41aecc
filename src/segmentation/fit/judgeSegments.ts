import type { Clusterer } from '../../core/estimator';
import { formatShare } from '../../core/format';
import type { OnProgress } from '../../core/progress';
import { silhouette } from '../../evaluate/indices/silhouette';
import { judgeClustering } from '../../evaluate/structure/judgeClustering';
import { judgeDensity } from '../../evaluate/structure/judgeDensity';
import { algorithmOf } from '../algorithms';
import { denseGroups } from './denseGroups';
import { ofTheseSegments } from './ofTheseSegments';
import { sampleOf } from './sampleOf';
import type { SegmentationFacts, StructureJudgment, TrainingCustomers } from './segmentationResult';

/** Larger tables are judged on a random sample of so many rows: the silhouette's cost is the square of the rows. */
const SILHOUETTE_ROWS = 5000;

/** Customers are clustered again on so many tables without structure, and on as many resamples. */
const CLUSTERED_AGAIN = 8;

/** From this share of noise on, a verdict on the segments says that it leaves it out. */
const WORTH_SAYING = 0.1;

/** The customers of a fit, and where they were placed. */
type Judged = Pick<TrainingCustomers, 'space' | 'columnGroups' | 'labels'>;
type Facts = Pick<SegmentationFacts, 'options' | 'k' | 'found' | 'choice'>;

/**
 * Whether the segments of a fit are natural groups.
 * @param known the mean silhouette, where it was measured already.
 */
export function judgeSegments(
  { space, columnGroups, labels: all }: Judged,
  { options, k, found, choice }: Facts,
  onProgress: OnProgress,
  known: number | undefined,
): StructureJudgment {
  const { seed } = options;
  const rows = sampleOf(space.rows, SILHOUETTE_ROWS, seed);
  const labels = rows ? rows.map((row) => all[row]) : all;
  const X = rows ? space.selectRows(rows) : space;
  const placed = labels.filter((label) => label >= 0);
  if (new Set(placed).size < 2)
    return {
      silhouette: null,
      silhouetteRows: 0,
      structure: 'none',
      structureSummary: oneSegment(k),
    };
  const mean = known ?? silhouette(X, labels).mean;
  const { make, byDensity, ...enough } = algorithmOf(options.algorithm).refit(
    { k, found, rows: space.rows },
    options,
  );
  const judge = byDensity ? judgeDensity : judgeClustering;
  const ofColumns =
    choice?.structure ??
    judge(X, labels, counted(make, onProgress), {
      references: CLUSTERED_AGAIN,
      resamples: CLUSTERED_AGAIN,
      seed,
      columnGroups,
      silhouette: mean,
      ...enough,
    });
  const structure = byDensity
    ? ofColumns
    : ofTheseSegments(ofColumns, { X, columnGroups, labels }, () => make(seed));
  const isDoubtful = ofColumns.verdict !== 'clear' && !byDensity;
  const dense = isDoubtful ? denseGroups({ X, columnGroups, labels }, options) : 0;
  return {
    silhouette: mean,
    silhouetteRows: placed.length,
    structure: structure.verdict,
    structureSummary: `${structure.summary}${noiseWords(1 - placed.length / labels.length)}${denseWords(dense)}`,
  };
}

/** A verdict on the rest says nothing of those left out, which is worth a sentence where they are many. */
function noiseWords(noise: number): string {
  return noise < WORTH_SAYING
    ? ''
    : ` It is a verdict on the others alone: ${formatShare(noise)} of the customers are noise, in no segment.`;
}

/** Where segments are no groups, or overlap, those of another shape are worth a sentence, with what finds them. */
function denseWords(groups: number): string {
  return groups === 0
    ? ''
    : ` But HDBSCAN finds ${groups} groups of another shape, with gaps between them: set the algorithm option to hdbscan to get them.`;
}

/** Tells how far the judgment has come before each time that customers are clustered again. */
function counted(make: (seed: number) => Clusterer, onProgress: OnProgress): (seed: number) => Clusterer {
  let done = 0;
  return (seed) => {
    onProgress({ step: 'segments judged', done: ++done, total: 2 * CLUSTERED_AGAIN });
    return make(seed);
  };
}

function oneSegment(k: number): string {
  return k === 0
    ? 'No clear structure: every customer is noise, and there is no segment at all.'
    : 'No clear structure: there is one segment, and nothing to compare it with.';
}
