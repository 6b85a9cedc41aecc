import { useState } from 'preact/hooks';
import type { InputAnswer } from '../answers';
import { move, set } from './prediction';
import { view } from './view';
import { plain } from './words';

/** A slider or a menu for one value of a customer. */
export function CustomerInput({ input }: { input: InputAnswer }) {
  return input.kind === 'category' ? <Menu input={input} /> : <Range input={input} />;
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

function Range({ input }: { input: InputAnswer & { kind: 'numeric' } }) {
  const { name, label, unit, whole, value } = input;
  const [least, greatest] = input.range;
  // The answer comes a moment after the hand, which stays where it let go.
  const [held, hold] = useState<number | null>(null);
  const said = view.value.customer.find(([column]) => column === name);
  const shown = held ?? Number(said?.[1] ?? value);
  const spoken = unit ? `${plain(shown)} ${unit}` : plain(shown);
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
        step={whole ? 1 : (greatest - least) / 500}
        value={shown}
        aria-valuetext={spoken}
        onInput={(event) => {
          hold(event.currentTarget.valueAsNumber);
          move(name, event.currentTarget.valueAsNumber);
        }}
        onChange={(event) => {
          hold(null);
          set(name, event.currentTarget.valueAsNumber);
        }}
      />
      <small>
        {plain(least)} to {plain(greatest)}
      </small>
    </label>
  );
}
