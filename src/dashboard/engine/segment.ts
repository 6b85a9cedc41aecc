import { marksOf } from '../../profile/names/marks';
import { markWords } from '../../profile/names/wording';
import { profileTable } from '../../profile/profileTable';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { SegmentAnswer, SegmentCard } from '../answers';
import type { Progress, Result } from '../frames';
import { draw } from './draw';
import { fittedTo, type SettingsRequest } from './models';
import { sentenceOf } from './tables';
import { totalValue } from './totalValue';

const MOST_MARKS = 4;

/** Groups the customers; what the page draws comes beside the words as arrays. */
export async function segment(
  request: SettingsRequest,
  { onProgress }: { onProgress: (progress: Progress) => void },
): Promise<Result<SegmentAnswer>> {
  const { model, customers } = await fittedTo(request, onProgress);
  const drawn = draw(model, customers);
  const body: SegmentAnswer = {
    rows: model.rows,
    clustered: model.clustered,
    dropped: [...model.dropped.map(sentenceOf), ...model.notes],
    algorithm: model.algorithm,
    k: model.k,
    eps: model.algorithm === 'dbscan' ? model.eps : null,
    inertia: model.inertia,
    value: totalValue(model),
    segments: model.profiles.map(cardOf),
    profile: profileTable(model.profiles),
    columns: drawn.columns,
    axes: drawn.axes.map(({ explained, meaning }) => ({ explained, meaning })),
    drawn: drawn.arrays.labels.length,
  };
  return { body, arrays: drawn.arrays };
}

function cardOf(profile: SegmentProfile): SegmentCard {
  return {
    segment: profile.segment,
    name: profile.name,
    size: profile.size,
    share: profile.share,
    shareOfValue: profile.shareOfSpending,
    marks: profile.segment < 0 ? [] : marksOf(profile).slice(0, MOST_MARKS).map(markWords),
    action: profile.action.action,
  };
}
