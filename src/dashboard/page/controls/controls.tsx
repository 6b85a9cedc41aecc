import { useState } from 'preact/hooks';
import { formatNumber } from '../../../core/format';
import { BOUNDS } from '../../bounds';
import { offered } from '../files/offeredTables';
import { OwnFile } from '../files/ownFile';
import { wide } from '../mediaQueries';
import { described, segmentation } from '../state/query';
import { change, DEFAULT_VIEW, regroup, type View, view } from '../state/view';
import { recommendedK } from '../tabs/analysis/recommendedK';
import { ColumnChoice } from './columnChoice';

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
  const { algorithm, scale, pca, seed } = view.value;
  // what a link or a reload brings is seen without looking for it
  const [hasAdvanced] = useState(scale !== 'standard' || pca > 0 || seed > 0);
  return (
    <>
      <ColumnChoice />
      <Choice
        title="Algorithm"
        name="algorithm"
        options={[
          ['kmeans', 'k-means'],
          ['agglomerative', 'Hierarchical'],
          ['dbscan', 'DBSCAN'],
          ['kprototypes', 'k-prototypes'],
        ]}
      />
      {algorithm === 'dbscan' ? <DbscanControls /> : <SegmentsSlider />}
      {algorithm === 'agglomerative' && (
        <Choice
          title="Linkage"
          name="linkage"
          options={[
            ['ward', 'Ward'],
            ['complete', 'Complete'],
            ['average', 'Average'],
            ['single', 'Single'],
          ]}
        />
      )}
      <details open={hasAdvanced || undefined}>
        <summary>More</summary>
        <Choice
          title="Scaling"
          name="scale"
          options={[
            ['standard', 'Standard'],
            ['minmax', 'Min–max'],
            ['robust', 'Robust'],
            ['none', 'None'],
          ]}
        />
        {algorithm !== 'kprototypes' && (
          <Slider
            title="Principal components"
            hint="0: the columns themselves"
            name="pca"
            least={0}
            most={componentsAtMost()}
          />
        )}
        <label>
          Seed
          <input
            type="number"
            min="0"
            max={BOUNDS.seed.maximum}
            step="1"
            value={view.value.seed}
            onChange={(event) =>
              regroup({
                seed: Math.min(
                  Math.max(0, Math.trunc(event.currentTarget.valueAsNumber || 0)),
                  BOUNDS.seed.maximum,
                ),
              })
            }
          />
        </label>
      </details>
    </>
  );
}

function SegmentsSlider() {
  const k = view.value.k ?? described.value?.defaults.k ?? 4;
  return (
    <Slider title="Segments" name="k" least={Math.min(2, k)} most={Math.max(12, k)} value={k} hint={hint()} />
  );
}

function hint(): string {
  const recommended = recommendedK.value;
  if (recommended === undefined) return '';
  return recommended === null ? 'no clear best number' : `recommended: ${recommended}`;
}

function DbscanControls() {
  const { scale } = view.value;
  const eps = view.value.eps ?? segmentation.value.result?.body.found.eps ?? 0.5;
  const [least, most] = scale === 'minmax' ? [0.01, 1] : [0.05, 3];
  return (
    <>
      <Slider
        title="Distance to neighbors (eps)"
        hint={distanceHint()}
        name="eps"
        least={Math.min(least, eps)}
        most={Math.max(most, eps * 2)}
        step={0.01}
        value={eps}
      />
      <Slider title="Neighbors that make a core" name="minSamples" least={2} most={50} />
    </>
  );
}

/** More segments than these nobody treats differently. */
const MANY_SEGMENTS = 20;

/** Which way to move the distance where it makes no segments that are of use. */
function distanceHint(): string {
  const { busy, result } = segmentation.value;
  const k = result?.body.algorithm === 'dbscan' && !busy ? result.body.k : undefined;
  if (k === 0) return 'a larger distance finds groups';
  if (k === 1) return 'one group: a smaller distance may find more';
  if (k !== undefined && k > MANY_SEGMENTS) return `${k} groups: a larger distance finds fewer`;
  return view.value.eps === undefined ? 'set at the knee of the distances' : '';
}

function componentsAtMost(): number {
  const columns = view.value.columns ?? described.value?.defaults.columns ?? [];
  return Math.max(1, Math.min(10, columns.length));
}

interface ChoiceProps<Name extends 'algorithm' | 'linkage' | 'scale'> {
  title: string;
  name: Name;
  options: readonly (readonly [View[Name], string])[];
}

function Choice<Name extends 'algorithm' | 'linkage' | 'scale'>({ title, name, options }: ChoiceProps<Name>) {
  return (
    <label>
      {title}
      <select
        value={view.value[name]}
        onChange={(event) => regroup({ [name]: event.currentTarget.value } as Partial<View>)}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SliderProps {
  title: string;
  name: 'k' | 'eps' | 'minSamples' | 'pca';
  least: number;
  most: number;
  step?: number;
  value?: number;
  hint?: string;
}

/** Shows the number while it is moved, and takes it when the slider is let go. */
function Slider({
  title,
  name,
  least,
  most,
  step = 1,
  value = view.value[name] ?? least,
  hint,
}: SliderProps) {
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? value;
  return (
    <label class="slider">
      <span>
        {title} <b aria-hidden="true">{step < 1 ? formatNumber(shown, { decimals: 2 }) : shown}</b>
      </span>
      <input
        type="range"
        name={name}
        min={least}
        max={most}
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
