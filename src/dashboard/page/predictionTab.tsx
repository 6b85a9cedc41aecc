import { computed, signal } from '@preact/signals';
import { segmentColour } from '../../plot/palette';
import type { InputAnswer, MoveAnswer, PredictAnswer } from '../answers';
import { view } from './view';
import { asking, settings } from './work';

/** What the customer is set to; what is not set is as is usual. It belongs to one table. */
const customer = signal<{ source?: string; values: Record<string, number | string> }>({ values: {} });

const question = computed(() => {
  if (view.value.tab !== 'prediction' || !settings.value) return undefined;
  const { source, values } = customer.value;
  return { ...settings.value, customer: source === settings.value.source ? values : {} };
});
const prediction = asking<PredictAnswer>('predict', question);

function set(name: string, value: number | string): void {
  const source = settings.value?.source;
  const values = customer.value.source === source ? customer.value.values : {};
  customer.value = { source, values: { ...values, [name]: value } };
}

/** Set a customer's values; see the segment, how sure it is, and what would move the customer elsewhere. */
export function PredictionTab() {
  const answer = prediction.value.result?.body;
  if (!answer) return prediction.value.busy ? <div class="waiting" aria-hidden="true" /> : null;
  return (
    <div class="prediction">
      <section aria-labelledby="customer-heading" class="controls">
        <h2 id="customer-heading">A customer</h2>
        {answer.inputs.map((input) => (
          <Input key={input.name} input={input} />
        ))}
      </section>
      <section aria-labelledby="answer-heading" aria-live="polite">
        <h2 id="answer-heading">Belongs to</h2>
        <Answer answer={answer} />
      </section>
    </div>
  );
}

function Input({ input }: { input: InputAnswer }) {
  const { name, label } = input;
  if (input.kind === 'category') {
    return (
      <label>
        {label}
        <select value={input.value} onChange={(event) => set(name, event.currentTarget.value)}>
          {input.levels.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </select>
      </label>
    );
  }
  const [least, greatest] = input.range;
  const step = input.whole ? 1 : (greatest - least) / 500;
  const spoken = input.unit ? `${plain(input.value)} ${input.unit}` : plain(input.value);
  return (
    <label class="slider">
      <span>
        {label}
        <b aria-hidden="true">{spoken}</b>
      </span>
      <input
        type="range"
        min={least}
        max={greatest}
        step={step}
        value={input.value}
        aria-valuetext={spoken}
        onInput={(event) => set(name, event.currentTarget.valueAsNumber)}
      />
      <small>
        {plain(least)} to {plain(greatest)}
      </small>
    </label>
  );
}

function Answer({ answer }: { answer: PredictAnswer }) {
  const { segment, name, why, marks, action, moves } = answer;
  return (
    <div class="card" style={{ '--segment': segmentColour(segment) }}>
      <h3>{name}</h3>
      {why && <p>{why}</p>}
      <p>{certainty(answer)}</p>
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
        <ul>
          {moves.map((move) => (
            <Move key={move.column} move={move} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Move({ move: { column, label, from, to, name } }: { move: MoveAnswer }) {
  return (
    <li>
      {label} {spell(to)} instead of {spell(from)}: {name}{' '}
      <button type="button" class="quiet" onClick={() => set(column, to)}>
        Try
      </button>
    </li>
  );
}

/** In words, with both numbers. */
function certainty({ margin, neighbours, segment }: PredictAnswer): string {
  const alike =
    neighbours && segment >= 0
      ? ` Of the ${neighbours.asked} customers most alike, ${neighbours.same} are in this segment.`
      : '';
  if (margin === null || segment < 0) return `No segment is near enough.${alike}`;
  const [, words] = CERTAINTY.find(([least]) => margin >= least)!;
  return `${words}: ${(margin * 100).toFixed(0)} % nearer to its centre than to the second nearest.${alike}`;
}

const CERTAINTY: readonly (readonly [number, string])[] = [
  [0.5, 'A sure case'],
  [0.2, 'Fairly sure'],
  [0, 'Near the border'],
];

function spell(value: number | string): string {
  return typeof value === 'number' ? plain(value) : value;
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 10_000 ? 6 : 4 });
}
