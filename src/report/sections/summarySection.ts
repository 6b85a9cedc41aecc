import { capitalized } from '../../core/columnNames';
import { countPhrase, formatNumber, formatShare, plural } from '../../core/format';
import type { SegmentProfile } from '../../profile/segmentProfile';
import { NO_CUSTOMERS } from '../../segmentation/columns/keepRows';
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
  const alone = segments.filter(({ size }) => size === largest.size).length === 1;
  const share = `(${formatShare(largest.share)} of customers)`;
  const words = [
    alone
      ? `The largest is ‘${largest.name}’ ${share}.`
      : `No segment is larger than ‘${largest.name}’ ${share}.`,
  ];
  if (segments.some(({ shareOfSpending }) => shareOfSpending !== null)) {
    const richest = first(segments, ({ shareOfSpending }) => shareOfSpending ?? 0);
    const spending = richest.shareOfSpending ?? 0;
    const same = richest === largest && alone ? 'They also' : `‘${richest.name}’`;
    const most = spending > 0.5 ? 'most of the money' : 'the most money';
    words.push(
      `${same} bring ${most}: ${formatShare(spending)} of all spending, with ${formatShare(richest.share)} of the customers.`,
    );
  }
  return words;
}

/** Who was left out: customers, and rows that are none. */
function leftOutWords({ rows, clustered, dropped }: ReportedModel): string {
  const others = dropped
    .filter(({ step }) => step === NO_CUSTOMERS)
    .reduce((sum, { rowsBefore, rowsAfter }) => sum + rowsBefore - rowsAfter, 0);
  const customers = rows - clustered - others;
  const rest = `${plural(others, 'row of the file counts', 'rows of the file count')} as no customer`;
  if (customers === 0)
    return others === 0
      ? 'No customer was left out.'
      : `No customer was left out; ${rest}: see “Data cleaning”.`;
  const left = capitalized(countPhrase(customers, 'customer'));
  const causes = dropped.flatMap(({ changes }) => changes.map(({ column }) => column ?? '')).filter(Boolean);
  const columns = [...new Set(causes)].slice(0, 3).map((name) => `‘${name}’`);
  const reason = columns.length > 0 ? `, mostly for want of a usable value in ${columns.join(', ')}` : '';
  const verb = customers === 1 ? 'was' : 'were';
  const beside = others === 0 ? '' : `; ${rest}`;
  return `${left} of ${formatNumber(rows - others)} ${verb} left out${reason}${beside}; see “Data cleaning”.`;
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
