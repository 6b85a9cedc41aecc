import { useState } from 'preact/hooks';
import { formatNumber } from '../../../core/format';
import { choiceWords, optionKind } from '../../../core/optionKind';
import { allowedSetting, SETTINGS, type SettingName } from '../../settings';
import { regroup, view } from '../state/view';

/** How a control differs from what its option's schema says, for the table on view. */
export interface ControlHints {
  /** Below the control. */
  hint?: string;
  /** Where nothing was chosen, what holds. */
  value?: number;
  /** The ends of a slider. */
  from?: number;
  to?: number;
}

interface SettingControlProps extends ControlHints {
  name: SettingName;
}

/** The control of one setting, as its option's schema has it: words to choose from, a slider, a field, a box to tick. */
export function SettingControl({ name, ...hints }: SettingControlProps) {
  const option = SETTINGS[name];
  const kind = optionKind(option);
  if (kind === 'choice') return <Choice name={name} />;
  if (kind === 'flag') return <Checkbox name={name} />;
  const slider = option.page?.slider;
  return slider ? <Slider name={name} {...slider} {...hints} /> : <NumberField name={name} />;
}

interface ControlProps {
  name: SettingName;
}

function Choice({ name }: ControlProps) {
  const option = SETTINGS[name];
  return (
    <label>
      {option.title}
      <select
        name={name}
        value={view.value[name] as string}
        onChange={(event) => regroup({ [name]: event.currentTarget.value })}
      >
        {choiceWords(option).map(({ word, title }) => (
          <option key={word} value={word}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Checkbox({ name }: ControlProps) {
  return (
    <label>
      <input
        type="checkbox"
        name={name}
        checked={Boolean(view.value[name])}
        onChange={(event) => regroup({ [name]: event.currentTarget.checked })}
      />
      {SETTINGS[name].title}
    </label>
  );
}

/** A whole number of a wide range. */
function NumberField({ name }: ControlProps) {
  const { minimum = -Infinity, maximum = Infinity } = allowedSetting(name);
  const within = (value: number) => Math.min(Math.max(minimum, Math.trunc(value || 0)), maximum);
  return (
    <label>
      {SETTINGS[name].title}
      <input
        type="number"
        name={name}
        min={minimum}
        max={maximum}
        step="1"
        value={view.value[name] as number}
        onChange={(event) => regroup({ [name]: within(event.currentTarget.valueAsNumber) })}
      />
    </label>
  );
}

interface SliderProps extends ControlProps {
  from: number;
  to: number;
  step?: number;
  value?: number;
  hint?: string;
}

/** Shows the number while it is moved, and takes it when the slider is let go. */
function Slider({ name, from, to, step = 1, value = from, hint }: SliderProps) {
  const [moving, setMoving] = useState<number | null>(null);
  const chosen = (view.value[name] as number | undefined) ?? value;
  const shown = moving ?? chosen;
  return (
    <label class="slider">
      <span>
        {SETTINGS[name].title}{' '}
        <b aria-hidden="true">{step < 1 ? formatNumber(shown, { decimals: 2 }) : shown}</b>
      </span>
      <input
        type="range"
        name={name}
        min={Math.min(from, chosen)}
        max={Math.max(to, chosen)}
        step={step}
        value={shown}
        onInput={(event) => setMoving(event.currentTarget.valueAsNumber)}
        onChange={(event) => {
          setMoving(null);
          regroup({ [name]: event.currentTarget.valueAsNumber });
        }}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}
