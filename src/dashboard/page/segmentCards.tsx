import { segmentColour } from '../../plot/palette';
import type { SegmentAnswer, SegmentCard } from '../answers';

/** One card for each segment: how large, what marks it, what to do. */
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

function Card({ card }: { card: SegmentCard }) {
  const { segment, name, size, share, shareOfValue, marks, action } = card;
  return (
    <li style={{ '--segment': segmentColour(segment) }}>
      <h3>{name}</h3>
      <p class="size">
        {size.toLocaleString('en')} customers, {percent(share)}
        {shareOfValue !== null && ` · ${percent(shareOfValue)} of the value`}
      </p>
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => (
            <li key={mark}>{mark}</li>
          ))}
        </ul>
      )}
      <p class="action">{action}</p>
    </li>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
