import {
  formatCell,
  formatCount,
  formatNumber,
  formatShare,
  MISSING,
  withUnit,
} from '../../../../core/format';
import type { SegmentAnswer } from '../../../engine/tasks/segment';
import { described, judged } from '../../state/query';

/** The customers in a few numbers, and how good the cut is in words. */
export function Overview({ answer }: { answer: SegmentAnswer }) {
  const { clustered, dropped, k, spending } = answer;
  const noise = answer.segments.find(({ segment }) => segment < 0);
  return (
    <section aria-label="Overview">
      <dl class="tiles">
        <Tile name="Customers" value={formatCount(clustered)} />
        {spending && (
          <Tile
            name={`${spending.label}, all customers`}
            value={withUnit(formatCell(spending.total, 'currency'), spending.unit)}
          />
        )}
        <Tile name="Segments" value={String(k)} />
        {noise && <Tile name="In no segment" value={formatShare(noise.share)} />}
        <Tile name="Silhouette" value={silhouette()} />
      </dl>
      <Quality />
      <details class="notes">
        <summary>Data used and excluded</summary>
        <ul>
          {[...(described.value?.notes ?? []), ...dropped].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** How good the cut is, which is known a little later than the cut. */
function Quality() {
  const { result, problem } = judged.value;
  if (problem) return null;
  if (!result) return <p class="quality pending">Checking for natural groups…</p>;
  return <p class={`quality ${result.body.verdict}`}>{result.body.summary}</p>;
}

function silhouette(): string {
  const { result, busy } = judged.value;
  if (!result) return busy ? '…' : MISSING;
  return result.body.silhouette === null ? MISSING : formatNumber(result.body.silhouette, { decimals: 2 });
}

function Tile({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
