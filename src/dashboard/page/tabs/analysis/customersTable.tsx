import { computed } from '@preact/signals';
import { formatCell, formatCount } from '../../../../core/format';
import type { CustomersAnswer } from '../../../engine/tasks/customers';
import { query } from '../../state/query';
import { change, changeTyping, commitTyping, MAX_SEARCH_LENGTH, view } from '../../state/view';
import { problemText } from '../../status/problemText';
import { ariaSort, nextSort } from '../../tables/sortableTable';
import { analyzed } from './analyzed';

/** Customers on a page, as the engine lists them. */
const PAGE = 50;

const question = computed(() => {
  if (!analyzed.value) return undefined;
  const { segments, filters, search, sort, page } = view.value;
  return {
    ...analyzed.value,
    ...(segments && { segments }),
    filters,
    search,
    ...(sort && { sort }),
    offset: (page - 1) * PAGE,
  };
});
const page = query('customers', question);

/** The customers themselves: to search, to sort, and to look up. */
export function CustomersTable() {
  if (!analyzed.value) return null;
  const answer = page.value.result?.body;
  return (
    <section aria-labelledby="customers-heading">
      <h2 id="customers-heading">Customers</h2>
      <label class="inline">
        Search
        <input
          type="search"
          value={view.value.search}
          maxLength={MAX_SEARCH_LENGTH}
          onInput={(event) => changeTyping({ search: event.currentTarget.value })}
          onChange={commitTyping}
        />
      </label>
      {answer && <Page answer={answer} />}
      {page.value.problem && page.value.problem.kind !== 'canceled' && (
        <p class="problem">{problemText(page.value.problem)}</p>
      )}
    </section>
  );
}

function Page({ answer }: { answer: CustomersAnswer }) {
  const { rows, offset: first, total } = answer;
  const headings = [{ name: '', label: 'Segment' }, ...answer.columns];
  if (total === 0) return <p>No customers match your filters. Change your search or remove a filter.</p>;
  const last = first + rows.length;
  const { sort = null } = view.value;
  const turn = (pages: number) => change({ page: Math.floor(first / PAGE) + 1 + pages });
  return (
    <>
      <div class="wide">
        <table>
          <caption>
            Customers {formatCount(first + 1)} to {formatCount(last)} of {formatCount(total)}
          </caption>
          <thead>
            <tr>
              {headings.map(({ name, label }, column) => (
                <th
                  key={name}
                  scope="col"
                  class={isOfNumbers(rows, column) ? 'number' : ''}
                  aria-sort={ariaSort(sort, name)}
                >
                  <button type="button" onClick={() => change({ sort: nextSort(sort, name) ?? undefined })}>
                    {label}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={first + i}>
                {row.map((cell, column) => (
                  <td key={headings[column].name} class={typeof cell === 'number' ? 'number' : ''}>
                    {formatCell(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="choices">
        <button type="button" disabled={first === 0} onClick={() => turn(-1)}>
          Previous
        </button>
        <button type="button" disabled={last >= total} onClick={() => turn(1)}>
          Next
        </button>
      </div>
    </>
  );
}

/** Whether what is known of a column on this page is numbers: its heading then stands over their ends. */
function isOfNumbers(rows: CustomersAnswer['rows'], column: number): boolean {
  const known = rows.map((row) => row[column]).filter((cell) => cell !== null);
  return known.length > 0 && known.every((cell) => typeof cell === 'number');
}
