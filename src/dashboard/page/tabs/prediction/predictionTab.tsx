import { formatNumber, formatShare, withUnit } from '../../../../core/format';
import { segmentColor } from '../../../../plot/base/palette';
import type { MoveAnswer } from '../../../engine/moves';
import type { PredictAnswer } from '../../../engine/tasks/predict';
import { segmentation } from '../../state/query';
import { Working } from '../../status/working';
import { visible } from '../../theme';
import { CustomerInput } from './customerInput';
import { prediction, set } from './prediction';
import { ScoreFile } from './scoreFile';

/** Set a customer's values; see the segment, how sure it is, and what would move the customer elsewhere. */
export function PredictionTab() {
  const { result, busy, problem } = prediction.value;
  const answer = result?.body;
  return (
    <>
      {problem && !segmentation.value.problem && <Working what="" work={prediction.value} />}
      {!answer && busy && <div class="waiting" aria-hidden="true" />}
      {answer && (
        <div class="prediction">
          <section aria-labelledby="customer-heading" class="controls">
            <h2 id="customer-heading">A customer</h2>
            {answer.inputs.map((input) => (
              <CustomerInput key={input.name} input={input} />
            ))}
          </section>
          <section
            aria-labelledby="answer-heading"
            aria-live="polite"
            aria-busy={busy}
            class={busy ? 'stale' : ''}
          >
            <h2 id="answer-heading">Belongs to</h2>
            <Answer answer={answer} />
          </section>
        </div>
      )}
      <ScoreFile />
    </>
  );
}

function Answer({ answer }: { answer: PredictAnswer }) {
  const { segment, name, why, marks, action, moves } = answer;
  return (
    <div class="card" style={{ '--segment': visible(segmentColor(segment)) }}>
      <h3>{name}</h3>
      {why && <p>{why}</p>}
      <p>{certainty(answer)}</p>
      <Beyond answer={answer} />
      {marks.length > 0 && (
        <>
          <h4>What marks this segment</h4>
          <ul>
            {marks.map((mark) => (
              <li key={mark}>{mark}</li>
            ))}
          </ul>
        </>
      )}
      <p>{action}</p>
      <h4>What would move the customer elsewhere</h4>
      {moves.length === 0 ? (
        <p>No change of one value alone.</p>
      ) : (
        <ul class="moves">
          {moves.map((move) => (
            <Move key={move.column} move={move} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Of a customer unlike all that are known, the nearest segment says little. */
function Beyond({ answer: { inputs } }: { answer: PredictAnswer }) {
  const beyond = inputs.filter(
    (input) => input.kind === 'numeric' && (input.value < input.range[0] || input.value > input.range[1]),
  );
  if (beyond.length === 0) return null;
  return (
    <p class="beyond">
      Beyond all customers known in {beyond.map(({ label }) => label).join(' and ')}: take this with care.
    </p>
  );
}

function Move({ move: { column, label, unit, from, to, name } }: { move: MoveAnswer }) {
  return (
    <li>
      <span>
        {label} {spell(to, unit)} instead of {spell(from, unit)}: {name}
      </span>{' '}
      <button
        type="button"
        class="quiet"
        aria-label={`Try ${label} ${spell(to, unit)}`}
        onClick={() => set(column, to)}
      >
        Try
      </button>
    </li>
  );
}

/** In words, with both numbers. */
function certainty({ margin, neighbors, segment }: PredictAnswer): string {
  const alike =
    neighbors && segment >= 0
      ? ` Of the ${neighbors.asked} customers most alike, ${neighbors.same} are in this segment.`
      : '';
  if (margin === null || segment < 0) return `No segment is near enough.${alike}`;
  const [, words] = CERTAINTY.find(([least]) => margin >= least)!;
  return `${words}: ${formatShare(margin)} nearer to its center than to the second nearest.${alike}`;
}

const CERTAINTY: readonly (readonly [number, string])[] = [
  [0.5, 'A sure case'],
  [0.2, 'Fairly sure'],
  [0, 'Near the border'],
];

function spell(value: number | string, unit: string | undefined): string {
  return typeof value === 'number' ? withUnit(formatNumber(value, { digits: 4 }), unit) : value;
}
