import { formatNumber, formatShare, plural } from '../../core/format';
import { recommendAction } from '../../profile/actions/recommendedActions';
import { keyDifferences } from '../../profile/names/marks';
import { bySpending } from '../../profile/names/traits';
import { comparison, keyDifferenceText } from '../../profile/names/wording';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { countInSegment, stabilityWarning, stabilityWords } from '../../profile/stabilityWords';
import { countsText, exampleTexts } from '../../segmentation/explain/exampleText';
import type { ReportCard, ReportMeasure, ReportPoint, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';
import { pointOf, strategyPoints } from './strategyPoints';

/** A card for each segment. */
export function segmentsSection({ profiles, names, explanation }: ReportedModel): ReportSection {
  return {
    title: 'The segments',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each segment is compared with the others. “Who they are” is the shortest rule that describes it: the first share is of its own customers, the second of all who fit the rule; a customer without a value fits no condition on it. Rows are those of the table, the first customer being row 1. Strategies are proposals by general rules on these numbers: test them on some of the customers first.',
      },
      {
        kind: 'cards',
        cards: profiles.map((profile) => cardOf(profile, descriptionOf(profile, names, explanation))),
      },
    ],
  };
}

const MAX_KEY_DIFFERENCES = 5;

function cardOf(profile: SegmentProfile, description: ReportCard['groups']): ReportCard {
  const card: ReportCard = {
    title: profile.name,
    segment: profile.segment,
    measures: measuresOf(profile),
    groups: profile.segment < 0 ? noiseGroups(profile) : [...description, ...groupsOf(profile)],
  };
  const warnings = warningsOf(profile);
  if (warnings.length > 0) card.warning = warnings.join(' ');
  return card;
}

function warningsOf({ segment, tiny, size, stability }: SegmentProfile): string[] {
  const unstable = stability === undefined ? undefined : stabilityWarning(stability);
  return [
    ...(tiny && segment >= 0 ? [`Only ${plural(size, 'customer')}: use these numbers with caution.`] : []),
    ...(unstable === undefined ? [] : [unstable]),
  ];
}

function measuresOf(profile: SegmentProfile): ReportMeasure[] {
  const { size, share, shareOfSpending, stability, between = 0, firm } = profile;
  const measures: ReportMeasure[] = [
    { label: 'Customers', value: formatNumber(size) },
    { label: 'Share of customers', value: formatShare(share), share },
  ];
  if (shareOfSpending !== null)
    measures.push({
      label: 'Share of spending',
      value: formatShare(shareOfSpending),
      share: shareOfSpending,
    });
  if (stability !== undefined)
    measures.push(
      { label: 'Stability', value: stabilityWords(stability), share: stability },
      { label: 'Between two segments', value: countInSegment(profile, between) },
    );
  if (firm !== undefined)
    measures.push({
      label: 'Membership of at least 90%',
      value: countInSegment(profile, firm),
      share: firm / size,
    });
  return measures;
}

/** The conditions that describe a segment, with the counts behind them, and rows of the table to look at. */
function descriptionOf(
  { segment, size }: SegmentProfile,
  names: readonly string[],
  explanation: ReportedModel['explanation'],
): ReportCard['groups'] {
  const own = explanation?.segments[segment];
  if (!own) return [];
  const { typical, borderline } = exampleTexts(own, names);
  const points = [{ text: own.sentence, reason: countsText(own, size) }, { text: typical }];
  return [{ heading: 'Who they are', points: borderline ? [...points, { text: borderline }] : points }];
}

function groupsOf(profile: SegmentProfile): ReportCard['groups'] {
  return [
    { heading: 'Key differences', points: marksWords(profile) },
    {
      heading: 'What to do',
      points: [
        pointOf(
          recommendAction(
            { ...profile, features: bySpending(profile.features, profile.spending) },
            comparison,
          ),
        ),
      ],
    },
    { heading: 'Strategies', points: strategyPoints(profile) },
  ];
}

function noiseGroups({ action }: SegmentProfile): ReportCard['groups'] {
  return [{ heading: 'What to do', points: [pointOf(action)] }];
}

function marksWords(profile: SegmentProfile): ReportPoint[] {
  const marks = keyDifferences(profile).slice(0, MAX_KEY_DIFFERENCES);
  if (marks.length === 0) return [{ text: 'Nothing stands out: they are like everyone else.' }];
  return marks.map((feature) => ({ text: keyDifferenceText(feature) }));
}
