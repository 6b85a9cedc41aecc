import { capitalized } from '../../core/columnNames';
import { countPhrase, formatNumber } from '../../core/format';
import type { Table } from '../../core/table';
import { effectWords, othersValue, segmentValue, withTellingStatistic } from '../../profile/names/wording';
import { profileTable } from '../../profile/profileTable';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { importanceTable } from '../../segmentation/explain/explanationTable';
import type { ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** Segment statistics, sortable: one row per segment, then every difference that stands out. */
export function numbersSection(model: ReportedModel): ReportSection {
  const { profiles, explanation } = model;
  const differences = differencesTable(profiles);
  return {
    title: 'Segment statistics',
    blocks: [
      { kind: 'table', table: profileTable(profiles) },
      ...(differences.rows.length > 0
        ? [{ kind: 'table' as const, table: differences, note: noteOn(profiles) }]
        : []),
      ...(explanation && explanation.importance.length > 0
        ? [{ kind: 'table' as const, table: importanceTable(model), note: IMPORTANCE }]
        : []),
    ],
  };
}

const IMPORTANCE =
  'So many customers would be placed in another segment if the column’s values were dealt out at random. Columns that say the same stand in for each other, so that each of them counts for less.';

function differencesTable(profiles: readonly SegmentProfile[]): Table {
  const rows = profiles.flatMap((profile) =>
    [...profile.overRepresented, ...profile.underRepresented]
      .map(withTellingStatistic)
      .map((feature) => [
        profile.name,
        capitalized(feature.kind === 'numeric' ? `${feature.label} (${feature.typical})` : feature.label),
        segmentValue(feature),
        othersValue(feature),
        capitalized(effectWords(feature)),
        feature.effect.standardized,
      ]),
  );
  return {
    caption: `${capitalized(countPhrase(rows.length, 'difference'))} from everyone else stand${rows.length === 1 ? 's' : ''} out`,
    columns: [
      { name: 'Segment' },
      { name: 'Feature' },
      { name: 'In the segment' },
      { name: 'The others' },
      { name: 'Difference' },
      { name: 'Effect size', format: 'decimal' },
    ],
    rows,
  };
}

function noteOn(profiles: readonly SegmentProfile[]): string {
  const segments = profiles.filter(({ segment }) => segment >= 0);
  const all = segments.reduce((sum, { features }) => sum + features.length, 0);
  return `Of ${formatNumber(all)} comparisons; the others are small or no more than chance gives. Effect size: on the scale of standard deviations (0.2 small, 0.5 medium, 0.8 large), positive where the segment has more.`;
}
