import { formatNumber, formatShare } from '../../core/format';
import { recommendAction } from '../../profile/actions/recommendedActions';
import { keyDifferences } from '../../profile/names/marks';
import { bySpending } from '../../profile/names/traits';
import { comparison, keyDifferenceText } from '../../profile/names/wording';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { ReportCard, ReportMeasure, ReportPoint, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';
import { pointOf, strategyPoints } from './strategyPoints';

/** A card for each segment. */
export function segmentsSection({ profiles }: ReportedModel): ReportSection {
  return {
    title: 'The segments',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Each segment is compared with the others. Strategies are proposals by general rules on these numbers: test them on some of the customers first.',
      },
      { kind: 'cards', cards: profiles.map(cardOf) },
    ],
  };
}

const mostMarks = 5;

function cardOf(profile: SegmentProfile): ReportCard {
  const card: ReportCard = {
    title: profile.name,
    segment: profile.segment,
    measures: measuresOf(profile),
    groups: profile.segment < 0 ? noiseGroups(profile) : groupsOf(profile),
  };
  if (profile.tiny && profile.segment >= 0)
    card.warning = `Only ${formatNumber(profile.size)} customers: use these numbers with caution.`;
  return card;
}

function measuresOf({ size, share, shareOfSpending }: SegmentProfile): ReportMeasure[] {
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
  return measures;
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
  const marks = keyDifferences(profile).slice(0, mostMarks);
  if (marks.length === 0) return [{ text: 'Nothing stands out: they are like everyone else.' }];
  return marks.map((feature) => ({ text: keyDifferenceText(feature) }));
}
