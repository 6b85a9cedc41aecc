import { useState } from 'preact/hooks';
import { algorithmOf } from '../../../segmentation/algorithms';
import { concerns } from '../../../segmentation/options';
import { SETTINGS, type SettingName } from '../../settings';
import { offered } from '../files/offeredTables';
import { OwnFile } from '../files/ownFile';
import { wide } from '../mediaQueries';
import { described } from '../state/query';
import { change, DEFAULT_VIEW, view } from '../state/view';
import { ColumnChoice } from './columnChoice';
import { controlHints } from './controlHints';
import { SettingControl } from './settingControl';

/** What is grouped, by what, and how. */
export function Controls() {
  const { source } = view.value;
  return (
    <div class="controls">
      <label>
        Table
        <select
          value={source}
          onChange={(event) => change({ ...DEFAULT_VIEW, source: event.currentTarget.value })}
        >
          {offered.value.every(({ id }) => id !== source) && (
            <option value={source} disabled>
              Choose a table
            </option>
          )}
          {offered.value.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <OwnFile />
      {described.value &&
        described.value.kind !== 'model' &&
        (wide.value ? <Steering /> : <FoldedSteering />)}
    </div>
  );
}

/** On narrow screens the segments come first. */
function FoldedSteering() {
  return (
    <details class="folded">
      <summary>Segmentation settings</summary>
      <Steering />
    </details>
  );
}

/** How customers are grouped; a saved model is as it is. */
function Steering() {
  const { algorithm } = view.value;
  const own = Object.keys(algorithmOf(algorithm).options.properties) as SettingName[];
  const ofUse = (names: readonly SettingName[]) => names.filter((name) => concerns(name, algorithm));
  // what a link or a reload brings is seen without looking for it
  const [hasAdvanced] = useState(MORE.some((name) => view.value[name] !== SETTINGS[name].default));
  return (
    <>
      <ColumnChoice />
      <SettingControls names={['algorithm', ...ofUse(['k', ...own])]} />
      <details open={hasAdvanced || undefined}>
        <summary>More</summary>
        <SettingControls names={ofUse(MORE)} />
      </details>
    </>
  );
}

/** Settings that few change. */
const MORE = ['scale', 'pca', 'leaveOutUngrouped', 'seed'] as const;

function SettingControls({ names }: { names: readonly SettingName[] }) {
  return names.map((name) => <SettingControl key={name} name={name} {...controlHints[name]?.()} />);
}
