import { countPhrase, formatNumber, formatShare } from '../../core/format';
import { betweenSegments } from '../../profile/stabilityWords';
import type { ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** What the report cannot say, in the order of its weight. */
export function limitsSection(model: ReportedModel): ReportSection {
  const limits = [
    ...structureLimits(model),
    ...stabilityLimits(model),
    ...sampleLimits(model),
    ...model.warnings,
    ...always,
  ];
  return { title: 'Limits', blocks: [{ kind: 'list', points: limits.map((text) => ({ text })) }] };
}

const always = [
  'The segments were made to differ in the columns they were grouped by: differences in these describe the segments, they prove nothing. Differences in other columns are the better evidence.',
  'The data are a snapshot. Customers move between segments; score them again regularly.',
  'Strategies follow from general rules and these columns alone. They know neither your margins nor your range: test them before you roll them out.',
];

function structureLimits({ structure }: ReportedModel): string[] {
  const words = {
    none: [
      'The data show no natural groups. The segments are a cut through a continuum: useful for treating customers differently, but another cut would do as well, and customers near a border are much like those beyond it.',
    ],
    weak: [
      'The groups overlap. Take the middle of a segment as typical. Customers near a border may fall elsewhere in another sample.',
    ],
    clear: [],
  };
  return words[structure];
}

/** How many customers are near enough to another segment to belong there. */
function stabilityLimits({ stability, clustered }: ReportedModel): string[] {
  const between = betweenSegments(stability, clustered);
  if (between === undefined) return [];
  return [
    `${between}: resampled data often give them to another, or another is hardly farther away. The table of segments names both (column “between”).`,
  ];
}

function sampleLimits({ profiles, rows, clustered, choice }: ReportedModel): string[] {
  const limits: string[] = [];
  const tiny = profiles.filter(({ tiny, segment }) => tiny && segment >= 0);
  if (tiny.length > 0) {
    const names = tiny.map(({ name, size }) => `‘${name}’ (${size})`).join(', ');
    limits.push(`Few customers: ${names}. A few more customers could change their numbers a lot.`);
  }
  if (clustered < 200)
    limits.push(
      `${formatNumber(clustered)} customers are few: small differences between segments may be chance.`,
    );
  if ((rows - clustered) / rows > 0.05) {
    const left = formatShare((rows - clustered) / rows);
    limits.push(
      `${left} of the rows were left out. If their values are missing for a reason, the segments may not describe them.`,
    );
  }
  if (choice && choice.rowsJudged < clustered)
    limits.push(
      `The number of segments was judged on ${countPhrase(choice.rowsJudged, 'random customer')} of ${formatNumber(clustered)}.`,
    );
  return limits;
}
