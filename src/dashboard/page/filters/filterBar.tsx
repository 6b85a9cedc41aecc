import { useRef } from 'preact/hooks';
import { formatCount, formatNumber, formatRange, plural } from '../../../core/format';
import type { SegmentAnswer } from '../../engine/tasks/segment';
import { segmentation } from '../state/query';
import { change, type Filter, view } from '../state/view';
import { clearFilters, customerCount, drawsAll, filterBy, shownCustomers } from './filters';

/** What narrows the view, each with a button that lifts it. */
export function FilterBar() {
  const answer = segmentation.value.result?.body;
  if (!answer) return null;
  return (
    <section class="filters" aria-label="Filters">
      <CategoryFilters answer={answer} />
      <Narrowed answer={answer} />
    </section>
  );
}

/** More categories than these nobody looks through in a menu. */
const MAX_LEVELS = 60;

/**
 * Every category of every column, to show its customers alone. Keys walk through the list, and Enter takes what they came
 * to: a browser tells every step of a closed list as a choice.
 */
function CategoryFilters({ answer }: { answer: SegmentAnswer }) {
  const walking = useRef(false);
  const columns = answer.columns.filter(
    ({ levels = [] }) => levels.length > 0 && levels.length <= MAX_LEVELS,
  );
  if (columns.length === 0) return null;
  const take = (list: HTMLSelectElement) => {
    if (list.value === '') return;
    const [column, level] = list.value.split(' ').map(Number);
    list.value = '';
    filterBy({ column: columns[column].name, is: columns[column].levels![level] });
  };
  return (
    <label class="inline">
      Show
      <select
        value=""
        onPointerDown={() => {
          walking.current = false;
        }}
        onKeyDown={({ key, currentTarget }) => {
          walking.current = key !== 'Enter';
          if (key === 'Enter') take(currentTarget);
        }}
        onChange={({ currentTarget }) => {
          if (!walking.current) take(currentTarget);
        }}
        onBlur={({ currentTarget }) => {
          currentTarget.value = '';
        }}
      >
        <option value="">All categories</option>
        {columns.map(({ name, label, levels }, column) => (
          <optgroup key={name} label={label}>
            {levels!.map((level, i) => (
              <option key={level} value={`${column} ${i}`}>
                {level}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function Narrowed({ answer }: { answer: SegmentAnswer }) {
  const { filters, segments } = view.value;
  if (filters.length === 0 && !segments) return null;
  const nameOf = (segment: number) => answer.segments.find((card) => card.segment === segment)?.name ?? '–';
  return (
    <>
      {segments && (
        <button type="button" class="chip" onClick={() => change({ segments: undefined })}>
          {segments.map(nameOf).join(', ')} <RemoveIcon />
        </button>
      )}
      {filters.map((filter) => (
        <button
          type="button"
          class="chip"
          key={filter.column}
          onClick={() => change({ filters: filters.filter((other) => other !== filter) })}
        >
          {wordsFor(filter, answer)} <RemoveIcon />
        </button>
      ))}
      <button type="button" class="quiet" onClick={clearFilters}>
        Show all
      </button>
      <span role="status">
        Pictures and cards show {formatCount(shownCustomers.value?.labels.length ?? 0)} of{' '}
        {plural(customerCount.value, 'customer')}
        {drawsAll.value ? '' : ' drawn'}. Differences, verdict and statistics cover all of them.
      </span>
    </>
  );
}

function RemoveIcon() {
  return (
    <span role="img" aria-label="Remove filter">
      ×
    </span>
  );
}

function wordsFor(filter: Filter, { columns }: SegmentAnswer): string {
  const label = columns.find(({ name }) => name === filter.column)?.label ?? filter.column;
  return 'is' in filter
    ? `${label}: ${filter.is}`
    : `${label} ${formatRange(written(filter.from), written(filter.to))}`;
}

function written(value: number): string {
  return formatNumber(value, { digits: 4 });
}
