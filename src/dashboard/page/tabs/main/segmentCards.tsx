import { formatCount, formatShare, plural } from '../../../../core/format';
import {
  betweenSegments,
  countInSegment,
  stabilityWarning,
  stabilityWords,
} from '../../../../profile/stabilityWords';
import { SegmentCard as CardFrame } from '../../../../ui/segmentCard';
import type { SegmentAnswer, SegmentCard } from '../../../engine/tasks/segment';
import { drawsAll, filteredSizes, toggleSegment } from '../../filters/filters';
import { explained, judged } from '../../state/query';
import { view } from '../../state/view';

/** One card for each segment: how large, its key differences, what to do. A click on its name shows only its customers. */
export function SegmentCards({ answer }: { answer: SegmentAnswer }) {
  return (
    <section aria-labelledby="segments-heading">
      <h2 id="segments-heading">Segments</h2>
      <ul class="cards">
        {answer.segments.map((card) => (
          <Card key={card.segment} card={card} />
        ))}
      </ul>
    </section>
  );
}

/** How many of a segment the filters leave, and its share of all that they leave. Of a sample only shares are known. */
function FilteredSize({ card, sizes }: { card: SegmentCard; sizes: ReadonlyMap<number, number> }) {
  const left = sizes.get(card.segment) ?? 0;
  const all = Array.from(sizes.values()).reduce((sum, size) => sum + size, 0);
  const share = all === 0 ? '' : `${formatShare(left / all)} of those shown`;
  const counts = `${formatCount(left)} of ${plural(card.size, 'customer')}`;
  return (
    <p class="size">
      {(drawsAll.value ? [counts, share] : [share]).filter((part) => part !== '').join(', ')}
    </p>
  );
}

function Card({ card }: { card: SegmentCard }) {
  const { segment, name, size, share, shareOfSpending, firm, keyDifferences, action } = card;
  const { segments } = view.value;
  const looked = segments?.includes(segment) ?? false;
  return (
    <CardFrame
      as="li"
      segment={segment}
      faded={segments !== undefined && !looked}
      title={
        <button
          type="button"
          aria-pressed={looked}
          title={looked ? 'Show all segments' : 'Show only these customers'}
          onClick={() => toggleSegment(segment)}
        >
          {name}
        </button>
      }
    >
      {filteredSizes.value ? (
        <FilteredSize card={card} sizes={filteredSizes.value} />
      ) : (
        <p class="size">
          {plural(size, 'customer')}, {formatShare(share)}
          {shareOfSpending !== null && ` · ${formatShare(shareOfSpending)} of the value`}
        </p>
      )}
      <Stability card={card} />
      {firm !== null && <p class="stability">Membership of at least 90%: {countInSegment({ size }, firm)}</p>}
      <Reasons segment={segment} />
      {keyDifferences.length > 0 && (
        <ul>
          {keyDifferences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      <p class="action">{action}</p>
    </CardFrame>
  );
}

/** The conditions that describe a segment, known a little later than the segment; what is behind them on request. */
function Reasons({ segment }: { segment: number }) {
  const { result, busy } = explained.value;
  const own = result?.body.segments.find((one) => one.segment === segment);
  if (!own) {
    return busy && segment >= 0 ? (
      <p class="rule" aria-busy="true">
        Looking for a short rule…
      </p>
    ) : null;
  }
  return (
    <div class="rule">
      <p>{own.sentence}</p>
      <details>
        <summary>Check this rule</summary>
        <ul>
          {own.details.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** How well the segment is found again, which is known a little later than the segment. */
function Stability({ card: { segment, size } }: { card: SegmentCard }) {
  const { busy, result } = judged.value;
  if (segment < 0) return null;
  if (!result) return busy ? <p class="stability">Stability: …</p> : null;
  const { stability } = result.body;
  if (!stability || segment >= stability.jaccard.length) return null;
  const warning = stabilityWarning(stability.jaccard[segment]);
  const between = betweenSegments({ between: [stability.between[segment]] }, size);
  return (
    <>
      <p class="stability">
        Stability: {stabilityWords(stability.jaccard[segment])}
        {between && `. ${between}.`}
      </p>
      {warning && <p class="warning">{warning}</p>}
    </>
  );
}
