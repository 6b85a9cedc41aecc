import type { Table } from '../../../core/table';
import type { TotalSpending } from '../../../profile/features/spending';
import { profileTable } from '../../../profile/profileTable';
import type { SegmentProfile } from '../../../profile/segmentProfile';
import type { SegmentationAlgorithm } from '../../../segmentation/algorithms';
import type { Found } from '../../../segmentation/algorithms/algorithm';
import { settingsRequest } from '../../requests';
import { type DrawnColumn, draw } from '../draw';
import { keyDifferencesOf } from '../keyDifferences';
import { fittedTo, type SettingsRequest } from '../models';
import { sentenceOf } from '../tables/customersRead';
import type { Task } from '../task';

/** One segment, for its card. */
export interface SegmentCard {
  /** −1 is noise. */
  segment: number;
  name: string;
  size: number;
  share: number;
  shareOfSpending: number | null;
  /** Its customers with a membership of at least 90%; null where the algorithm knows no probabilities. */
  firm: number | null;
  /** What sets it apart, strongest first, in words with numbers. */
  keyDifferences: string[];
  action: string;
}

/** Answer to `segment`. Beside it come `coordinates`, `labels`, `rows`, and `value0` … in the order of `columns`. */
export interface SegmentAnswer {
  rows: number;
  clustered: number;
  /** What was left out, in sentences. */
  dropped: string[];
  algorithm: SegmentationAlgorithm;
  k: number;
  /** Numbers that the algorithm found beside the segments: `eps`, the distance that DBSCAN took. */
  found: Found;
  inertia: number | null;
  /** What all customers spent together; null without a spending column. */
  spending: TotalSpending | null;
  segments: SegmentCard[];
  /** Segments side by side, for people. */
  profile: Table;
  columns: DrawnColumn[];
  /** The axes of the projection: the share of variance each holds, and what it means. */
  axes: { explained: number; meaning: string }[];
  /** Customers drawn: all, or a sample of so many. */
  drawn: number;
}

/** Groups the customers; what the page draws comes beside the words as arrays. */
export const segment: Task<SettingsRequest, SegmentAnswer> = {
  engine: 'interactive',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model, customers } = await fittedTo(request, onProgress);
    const drawn = draw(model, customers);
    const body: SegmentAnswer = {
      rows: model.rows,
      clustered: model.clustered,
      dropped: [...model.dropped.map(sentenceOf), ...model.warnings],
      algorithm: model.algorithm,
      k: model.k,
      found: model.found,
      inertia: model.inertia,
      spending: model.totalSpending,
      segments: model.namedProfiles.map(cardOf),
      profile: profileTable(model.namedProfiles),
      columns: drawn.columns,
      axes: drawn.axes.map(({ explained, meaning }) => ({ explained, meaning })),
      drawn: drawn.arrays.labels.length,
    };
    return { body, arrays: drawn.arrays };
  },
};

function cardOf(profile: SegmentProfile): SegmentCard {
  return {
    segment: profile.segment,
    name: profile.name,
    size: profile.size,
    share: profile.share,
    shareOfSpending: profile.shareOfSpending,
    firm: profile.firm ?? null,
    keyDifferences: keyDifferencesOf(profile),
    action: profile.action.action,
  };
}
