import { computed } from '@preact/signals';
import { formatCount } from '../../../../core/format';
import type { Table } from '../../../../core/table';
import { isNumericColumn } from '../../../../ui/table/columns';
import { nextSort } from '../../../../ui/table/sort';
import { TableView } from '../../../../ui/table/tableView';
import type { CustomersAnswer } from '../../../engine/tasks/customers';
import { query } from '../../state/query';
import { change, changeTyping, commitTyping, MAX_SEARCH_LENGTH, view } from '../../state/view';
import { problemText } from '../../status/problemText';
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
    <section aria-labelledby="customers-heading" aria-busy={page.value.busy}>
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
  if (total === 0) return <p>No customers match your filters. Change your search or remove a filter.</p>;
  const last = first + rows.length;
  const headings = [{ name: '', label: 'Segment' }, ...answer.columns];
  const table: Table = {
    caption: `Customers ${formatCount(first + 1)} to ${formatCount(last)} of ${formatCount(total)}`,
    columns: headings.map(({ label }) => ({ name: label })),
    rows,
  };
  const { sort } = view.value;
  const column = headings.findIndex(({ name }) => name === sort?.column);
  const sorted = sort && column >= 0 ? { ...sort, column } : null;
  const onSort = (j: number) => {
    const next = nextSort(sorted, j, isNumericColumn(table, j));
    change({ sort: next ? { ...next, column: headings[j].name } : undefined });
  };
  const turn = (pages: number) => change({ page: Math.floor(first / PAGE) + 1 + pages });
  return (
    <>
      <TableView table={table} sorting={{ sort: sorted, onSort }} />
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
