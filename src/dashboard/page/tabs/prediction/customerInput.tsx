import { useId, useState } from 'preact/hooks';
import { formatNumber, withUnit } from '../../../../core/format';
import { roundDigits } from '../../../../core/round';
import type { InputAnswer } from '../../../engine/tasks/predict';
import { view } from '../../state/view';
import { move, set } from './prediction';

/** A menu for one value of a customer, or a slider with a box for the exact number. */
export function CustomerInput({ input }: { input: InputAnswer }) {
  return input.kind === 'category' ? <Menu input={input} /> : <Numbers input={input} />;
}

function Menu({ input: { name, label, levels, value } }: { input: InputAnswer & { kind: 'category' } }) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => set(name, event.currentTarget.value)}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {level}
          </option>
        ))}
      </select>
    </label>
  );
}

type NumericInput = InputAnswer & { kind: 'numeric' };

function Numbers({ input }: { input: NumericInput }) {
  const { name, label, unit, value } = input;
  const [least, greatest] = input.range;
  // The answer comes a moment after the hand, which stays where it let go.
  const [held, hold] = useState<number | null>(null);
  const id = useId();
  const said = view.value.customer.find(([column]) => column === name);
  const shown = held ?? Number(said?.[1] ?? value);
  const scale = scaleOf(input);
  const [before, after] = withUnit('·', unit).split('·');
  return (
    <div class="slider">
      <span>
        <label for={id}>{label}</label>
        <span class="exact">
          {before}
          <input
            type="number"
            aria-label={unit ? `${label} in ${unit}` : `${label}, exactly`}
            step="any"
            value={roundDigits(shown, 10)}
            onChange={(event) => {
              const typed = event.currentTarget.valueAsNumber;
              if (Number.isFinite(typed)) set(name, typed);
              else event.currentTarget.value = String(shown);
            }}
          />
          {after}
        </span>
      </span>
      <input
        type="range"
        id={id}
        min={scale.to(least)}
        max={scale.to(greatest)}
        step={scale.step}
        value={scale.to(shown)}
        aria-valuetext={withUnit(formatNumber(shown, { digits: 4 }), unit)}
        onInput={(event) => {
          const value = scale.from(event.currentTarget.valueAsNumber);
          hold(value);
          move(name, value);
        }}
        onChange={(event) => {
          hold(null);
          set(name, scale.from(event.currentTarget.valueAsNumber));
        }}
      />
      <small class={shown < least || shown > greatest ? 'beyond' : undefined}>
        {formatNumber(least, { digits: 4 })} to {formatNumber(greatest, { digits: 4 })}
      </small>
    </div>
  );
}

/** How many places of a slider a hand can distinguish. */
const PLACES = 500;

/** What the places of a slider stand for. */
interface Scale {
  to(value: number): number;
  from(place: number): number;
  step: number;
}

/** By ratios where nearly all customers would else stand at one end of it. */
function scaleOf({ range: [least, greatest], logarithmic, whole }: NumericInput): Scale {
  if (!logarithmic) {
    return { to: (value) => value, from: (place) => place, step: whole ? 1 : (greatest - least) / PLACES };
  }
  const span = Math.log1p(greatest) - Math.log1p(least);
  return {
    to: (value) => (Math.log1p(Math.max(least, value)) - Math.log1p(least)) / span,
    from: (place) =>
      said(Math.min(greatest, Math.max(least, Math.expm1(Math.log1p(least) + place * span))), whole),
    step: 1 / PLACES,
  };
}

/** No more digits than a slider is exact to. */
function said(value: number, whole: boolean): number {
  return whole ? Math.round(value) : roundDigits(value, 3);
}
