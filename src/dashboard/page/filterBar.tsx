import { clearFilters, everyone, shown } from './filters';
import { change, view } from './view';
import { segmentation } from './work';

/** What narrows the view, each with a button that lifts it. */
export function FilterBar() {
  const { filters, segments } = view.value;
  const answer = segmentation.value.result?.body;
  if (!answer || (filters.length === 0 && !segments)) return null;
  const labelOf = (name: string) => answer.columns.find((column) => column.name === name)?.label ?? name;
  const nameOf = (segment: number) => answer.segments.find((card) => card.segment === segment)?.name ?? '';
  return (
    <section class="filters" aria-label="Filters">
      <span role="status">
        {shown.value?.labels.length.toLocaleString('en')} of {everyone.value.toLocaleString('en')} customers
      </span>
      {segments && (
        <button type="button" onClick={() => change({ segments: undefined })}>
          {segments.map(nameOf).join(', ')} ×
        </button>
      )}
      {filters.map((filter) => (
        <button
          type="button"
          key={filter.column}
          onClick={() => change({ filters: filters.filter((other) => other !== filter) })}
        >
          {labelOf(filter.column)} {plain(filter.from)} to {plain(filter.to)} ×
        </button>
      ))}
      <button type="button" class="quiet" onClick={clearFilters}>
        Show all
      </button>
    </section>
  );
}

function plain(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 4 });
}
