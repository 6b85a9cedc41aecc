import { formatNumber, formatShare, withUnit } from '../../../../core/format';
import type { Counterfactual } from '../../../../segmentation/explain/counterfactuals';
import { SegmentCard } from '../../../../ui/segmentCard';
import type { PredictAnswer } from '../../../engine/tasks/predict';
import { segmentation } from '../../state/query';
import { Working } from '../../status/working';
import type { Tab } from '../tab';
import { CustomerInput } from './customerInput';
import { NAME, prediction, set } from './prediction';
import { ScoreFile } from './scoreFile';

export const PREDICTION: Tab = { name: NAME, title: 'Prediction', Content: PredictionTab };

/** Set a customer's values; see the segment, how sure it is, and what would change it. */
function PredictionTab() {
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
            <h2 id="answer-heading">Predicted segment</h2>
            <Answer answer={answer} />
          </section>
        </div>
      )}
      <ScoreFile />
    </>
  );
}

function Answer({ answer }: { answer: PredictAnswer }) {
  const { segment, name, reason, keyDifferences, action } = answer;
  return (
    <SegmentCard as="div" segment={segment} title={name}>
      {reason && <p>{reason}</p>}
      <p>{certainty(answer)}</p>
      <OutOfRange answer={answer} />
      {keyDifferences.length > 0 && (
        <>
          <h4>Key differences</h4>
          <ul>
            {keyDifferences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </>
      )}
      <p>{action}</p>
      {!reason && <Counterfactuals found={answer.counterfactuals} />}
    </SegmentCard>
  );
}

/** Of a customer unlike all that are known, the nearest segment says little. */
function OutOfRange({ answer: { inputs } }: { answer: PredictAnswer }) {
  const beyond = inputs.filter(
    (input) => input.kind === 'numeric' && (input.value < input.range[0] || input.value > input.range[1]),
  );
  if (beyond.length === 0) return null;
  return (
    <p class="beyond">
      Outside the range of known customers in {beyond.map(({ label }) => label).join(' and ')}. Use this
      result with caution.
    </p>
  );
}

function Counterfactuals({ found }: { found: readonly Counterfactual[] }) {
  return (
    <>
      <h4>What would change the segment</h4>
      {found.length === 0 ? (
        <p>Changing a single value isn’t enough.</p>
      ) : (
        <ul class="moves">
          {found.map((change) => (
            <Change key={change.column} change={change} />
          ))}
        </ul>
      )}
    </>
  );
}

function Change({ change: { column, label, unit, from, to, name } }: { change: Counterfactual }) {
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
function certainty({ margin, membership, neighbors, segment }: PredictAnswer): string {
  const alike =
    neighbors && segment >= 0
      ? ` Of the ${neighbors.asked} most similar customers, ${neighbors.same} are in this segment.`
      : '';
  if (margin === null || segment < 0) return `No segment is close enough.${alike}`;
  const [, words] = CERTAINTY.find(([least]) => margin >= least)!;
  const firmly = membership === null ? '' : ` Its membership is ${formatShare(membership)}.`;
  return `${words}: ${formatShare(margin)} closer to its center than to the second closest.${firmly}${alike}`;
}

const CERTAINTY: readonly (readonly [number, string])[] = [
  [0.5, 'High confidence'],
  [0.2, 'Medium confidence'],
  [0, 'Close to another segment'],
];

function spell(value: number | string, unit: string | undefined): string {
  return typeof value === 'number' ? withUnit(formatNumber(value, { digits: 4 }), unit) : value;
}
