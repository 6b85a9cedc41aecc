import { formatCount, formatMoney, formatNumber, formatShare, MISSING } from '../../../../core/format';
import type { LabeledValue } from '../../../../ui/content';
import { Measures } from '../../../../ui/measures';
import { Verdict } from '../../../../ui/verdict';
import type { SegmentAnswer } from '../../../engine/tasks/segment';
import { drawsAll, shownCustomers } from '../../filters/filters';
import { described, judged } from '../../state/query';

/** The customers in a few numbers, and how good the cut is in words. */
export function Overview({ answer }: { answer: SegmentAnswer }) {
  return (
    <section aria-label="Overview">
      <Measures measures={measuresOf(answer)} />
      <Structure />
      <details class="notes">
        <summary>Data used and excluded</summary>
        <ul>
          {saidOnce([...(described.value?.detected ?? []), ...answer.dropped]).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Reading and fitting may say the same, the one without a capital and a point. */
function saidOnce(notes: readonly string[]): string[] {
  const keyOf = (note: string) => note.replace(/\.$/, '').toLowerCase();
  return [...new Map(notes.map((note) => [keyOf(note), note])).values()];
}

function measuresOf({ clustered, k, spending, segments }: SegmentAnswer): LabeledValue[] {
  const noise = segments.find(({ segment }) => segment < 0);
  return [
    { label: 'Customers', value: customersShown(clustered) },
    ...(spending
      ? [{ label: `${spending.label}, all customers`, value: formatMoney(spending.total, spending.unit) }]
      : []),
    { label: 'Segments', value: String(k) },
    ...(noise ? [{ label: 'In no segment', value: formatShare(noise.share) }] : []),
    { label: 'Silhouette', value: silhouette() },
  ];
}

/** '45 of 200' where filters leave some out; of a sample nobody knows how many. */
function customersShown(clustered: number): string {
  const left = shownCustomers.value?.labels.length ?? 0;
  return drawsAll.value && left < clustered
    ? `${formatCount(left)} of ${formatCount(clustered)}`
    : formatCount(clustered);
}

/** How clear the groups are, which is known a little later than the groups. */
function Structure() {
  const { result, problem } = judged.value;
  if (problem) return null;
  if (!result) return <Verdict>Checking for natural groups…</Verdict>;
  return <Verdict verdict={result.body.verdict}>{result.body.summary}</Verdict>;
}

function silhouette(): string {
  const { result, busy } = judged.value;
  if (!result) return busy ? '…' : MISSING;
  return result.body.silhouette === null ? MISSING : formatNumber(result.body.silhouette, { decimals: 2 });
}
