import { useState } from 'preact/hooks';
import type { ColumnAnswer } from '../../engine/tasks/describe';
import { described } from '../state/query';
import { regroup, view } from '../state/view';

/** More columns than these nobody looks through without searching. */
const MANY = 15;

/** What customers are grouped by. */
export function ColumnChoice() {
  const [searched, search] = useState('');
  const known = described.value;
  if (!known) return null;
  const chosen = view.value.columns ?? known.defaults.columns;
  const usable = known.columns.filter(({ kind }) => kind !== 'other');
  const many = usable.length > MANY;
  const found = many ? usable.filter((column) => isLike(column, searched)) : usable;
  const toggle = (name: string, on: boolean) =>
    take(usable.filter((column) => (column.name === name ? on : chosen.includes(column.name))));
  return (
    <fieldset>
      <legend>Group by</legend>
      {many && (
        <div class="finding">
          <input
            type="search"
            aria-label="Find a column"
            placeholder={`Find one of ${usable.length} columns`}
            value={searched}
            onInput={(event) => search(event.currentTarget.value)}
          />
          <button type="button" class="quiet" onClick={() => take(usable)}>
            All
          </button>
          <button
            type="button"
            class="quiet"
            disabled={searched === '' || found.length === 0}
            title="Group only by the columns found"
            onClick={() => take(found)}
          >
            Only these
          </button>
          <small>{chosen.length} chosen</small>
        </div>
      )}
      {found.length === 0 && <small role="status">No column has that name.</small>}
      <div class="scrolling">
        {found.map(({ name, label }) => (
          <label class="check" key={name} title={label.endsWith('…') ? name : undefined}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={chosen.length === 1 && chosen[0] === name}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <LeftOut columns={known.columns.filter(({ kind }) => kind === 'other')} />
    </fieldset>
  );
}

function isLike({ name, label }: ColumnAnswer, searched: string): boolean {
  return `${name}\n${label}`.toLowerCase().includes(searched.toLowerCase());
}

/** Fewer columns bear fewer principal components. */
function take(taken: readonly ColumnAnswer[]): void {
  const columns = taken.map(({ name }) => name);
  if (columns.length > 0) regroup({ columns, pca: Math.min(view.value.pca, columns.length) });
}

/** Columns that nobody can be grouped by, and why. */
function LeftOut({ columns }: { columns: readonly ColumnAnswer[] }) {
  if (columns.length === 0) return null;
  return (
    <details class="left-out">
      <summary>
        {columns.length} {columns.length === 1 ? 'column' : 'columns'} left out
      </summary>
      <ul>
        {columns.map(({ name, label, reason }) => (
          <li key={name}>
            {label}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
