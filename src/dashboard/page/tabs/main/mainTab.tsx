import { computed } from '@preact/signals';
import { slug } from '../../files/fileName';
import { FilterBar } from '../../filters/filterBar';
import { drawnNumericColumns, filterBy, shownCustomers, toggleSegment } from '../../filters/filters';
import { NoCustomers } from '../../filters/noCustomers';
import { drawable } from '../../pictures/drawable';
import { FittedPicture } from '../../pictures/fittedPicture';
import type { Box } from '../../pictures/pictureEvents';
import { pairOf, projection, scatter, segmentNamed } from '../../pictures/pictures';
import { segmentation } from '../../state/query';
import { change, view } from '../../state/view';
import type { Tab } from '../tab';
import { Downloads } from './downloads';
import { Overview } from './overview';
import { SegmentCards } from './segmentCards';

export const MAIN: Tab = { name: 'main', title: 'Main', Content: MainTab };

/** The segments at a glance: overview, picture, one card each. */
function MainTab() {
  const { result, busy } = segmentation.value;
  if (!result) return busy ? <div class="waiting" aria-hidden="true" /> : null;
  return (
    <div class={busy ? 'stale' : ''} aria-busy={busy}>
      <Overview answer={result.body} />
      <PictureChoice />
      <FilterBar />
      {figure.value ? (
        <FittedPicture
          figure={figure.value}
          name={name.value}
          onSelect={view.value.picture === '3d' ? undefined : selectBox}
          onName={selectNamed}
        />
      ) : (
        <NoCustomers />
      )}
      <SegmentCards answer={result.body} />
      <Downloads />
    </div>
  );
}

const kind = computed(() => view.value.picture);
const across = computed(() => view.value.x);
const up = computed(() => view.value.y);

const columns = computed(() => shownCustomers.value && pairOf(shownCustomers.value, across.value, up.value));

const figure = computed(() => {
  const customers = shownCustomers.value;
  if (!customers || customers.labels.length === 0) return undefined;
  if (kind.value !== 'columns') return projection(customers, kind.value === '3d' ? 3 : 2);
  const pair = columns.value;
  return pair && drawable(() => scatter(customers, ...pair));
});

/** What the picture is saved as. */
const name = computed(() => {
  const { picture } = view.value;
  if (picture !== 'columns' || !columns.value) return picture === '3d' ? 'segments-in-space' : 'segments';
  return `segments-${columns.value.map(slug).join('-')}`;
});

/** A name in the legend is a segment to look at. */
function selectNamed(legend: string): void {
  const segment = segmentNamed(shownCustomers.value!.answer, legend);
  if (segment !== undefined) toggleSegment(segment);
}

/** A box in the picture becomes a filter on what its axes show. */
function selectBox({ x, y }: Box): void {
  const [first, second] = kind.value === 'columns' ? columns.value! : ['PC1', 'PC2'];
  filterBy({ column: first, from: x[0], to: x[1] }, { column: second, from: y[0], to: y[1] });
}

/** What they are called, and what they cannot be drawn without. */
const PICTURES = [
  ['2d', '2-D', ''],
  ['3d', '3-D', 'Needs three columns to group by'],
  ['columns', 'Two columns', 'Needs two columns of numbers'],
] as const;

function PictureChoice() {
  const { picture } = view.value;
  const { answer } = shownCustomers.value!;
  return (
    <fieldset class="choices">
      <legend class="hidden">Picture</legend>
      {PICTURES.map(([name, title, needs]) => {
        const disabled = (name === '3d' && answer.axes.length < 3) || (name === 'columns' && !columns.value);
        return (
          <button
            type="button"
            key={name}
            aria-pressed={picture === name}
            disabled={disabled}
            title={disabled ? needs : undefined}
            onClick={() => change({ picture: name })}
          >
            {title}
          </button>
        );
      })}
      {picture === 'columns' && columns.value && <AxisChoices chosen={columns.value} />}
    </fieldset>
  );
}

function AxisChoices({ chosen }: { chosen: [string, string] }) {
  const { answer } = shownCustomers.value!;
  return (['x', 'y'] as const).map((axis, i) => (
    <label class="inline" key={axis}>
      {axis === 'x' ? 'X axis' : 'Y axis'}
      <select value={chosen[i]} onChange={(event) => change({ [axis]: event.currentTarget.value })}>
        {drawnNumericColumns(answer).map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  ));
}
