import { capitalized } from '../../core/columnNames';
import { countPhrase, formatNumber, formatShare, plural } from '../../core/format';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { ReportBlock, ReportMeasure, ReportPoint, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** In words first: how many customers, in how many segments, how clear these are, which matter most. */
export function summarySection(model: ReportedModel): ReportSection {
  const blocks: ReportBlock[] = [
    { kind: 'measures', measures: measuresOf(model) },
    { kind: 'verdict', verdict: model.structure, text: model.structureSummary },
    { kind: 'paragraph', text: [foundWords(model), ...weightWords(model), leftOutWords(model)].join(' ') },
  ];
  const first = firstSteps(model);
  if (first.length > 0)
    blocks.push({ kind: 'paragraph', text: 'What to do first:' }, { kind: 'list', points: first });
  return { title: 'Summary', blocks };
}

function measuresOf({ clustered, k, structure, silhouette }: ReportedModel): ReportMeasure[] {
  return [
    { label: 'Customers', value: formatNumber(clustered) },
    { label: 'Segments', value: formatNumber(k) },
    { label: 'Natural groups', value: structure },
    {
      label: 'Mean silhouette',
      value: silhouette === null ? 'none' : formatNumber(silhouette, { decimals: 2 }),
    },
  ];
}

function foundWords({ clustered, k, noise }: ReportedModel): string {
  if (k === 0) return `None of the ${formatNumber(clustered)} customers falls into a segment: all are noise.`;
  const found = `${plural(clustered, 'customer falls', 'customers fall')} into ${countPhrase(k, 'segment')}`;
  if (noise === 0) return `${found}.`;
  const fit = noise === 1 ? 'fits' : 'fit';
  return `${found}; ${countPhrase(noise, 'customer')} (${formatShare(noise / clustered)}) ${fit} none.`;
}

/** The largest segment, and the one that spends most. */
function weightWords({ profiles }: ReportedModel): string[] {
  const segments = profiles.filter(({ segment }) => segment >= 0);
  if (segments.length < 2) return [];
  const largest = first(segments, ({ size }) => size);
  const words = [`The largest is ‘${largest.name}’ (${formatShare(largest.share)} of customers).`];
  if (segments.some(({ shareOfSpending }) => shareOfSpending !== null)) {
    const richest = first(segments, ({ shareOfSpending }) => shareOfSpending ?? 0);
    const same = richest === largest ? 'They also' : `‘${richest.name}’`;
    words.push(
      `${same} bring most of the money: ${formatShare(richest.shareOfSpending ?? 0)} of all spending, with ${formatShare(richest.share)} of the customers.`,
    );
  }
  return words;
}

function leftOutWords({ rows, clustered, dropped }: ReportedModel): string {
  if (rows === clustered) return 'No customer was left out.';
  const left = capitalized(countPhrase(rows - clustered, 'customer'));
  const causes = dropped.flatMap(({ changes }) => changes.map(({ column }) => column ?? '')).filter(Boolean);
  const columns = [...new Set(causes)].slice(0, 3).map((name) => `‘${name}’`);
  const reason = columns.length > 0 ? `, mostly for want of a usable value in ${columns.join(', ')}` : '';
  const verb = rows - clustered === 1 ? 'was' : 'were';
  return `${left} of ${formatNumber(rows)} ${verb} left out${reason}; see “Data cleaning”.`;
}

/** One action for each segment, those with most money (else most customers) first. */
function firstSteps({ profiles }: ReportedModel): ReportPoint[] {
  return profiles
    .filter(({ segment }) => segment >= 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .map(({ name, action }) => ({ about: name, text: action.action }));
}

function weightOf({ shareOfSpending, share }: SegmentProfile): number {
  return shareOfSpending ?? share;
}

function first(profiles: readonly SegmentProfile[], by: (profile: SegmentProfile) => number): SegmentProfile {
  return profiles.reduce((best, next) => (by(next) > by(best) ? next : best));
}
