import { computed, signal } from '@preact/signals';
import { formatCell } from '../../report/formatCell';
import type { CustomersAnswer } from '../answers';
import { ariaSort, nextSort, type Sort } from './sortableTable';
import { view } from './view';
import { analysed, asking } from './work';

const search = signal('');
/** By a column's name; '' is the segment. */
const sort = signal<Sort<string>>(null);
/** The first one listed, of those that were looked for when it was turned to. */
const turned = signal<{ of: string; offset: number }>({ of: '', offset: 0 });

const wanted = computed(() => {
  if (!analysed.value) return undefined;
  const { segments, filters } = view.value;
  return {
    ...analysed.value,
    ...(segments && { segments }),
    filters,
    search: search.value,
    ...(sort.value && { sort: sort.value }),
  };
});

/** Other customers are listed from the first one on. */
const question = computed(() => {
  if (!wanted.value) return undefined;
  const { of, offset } = turned.value;
  return { ...wanted.value, offset: of === JSON.stringify(wanted.value) ? offset : 0 };
});
const page = asking<CustomersAnswer>('customers', question);

/** The customers themselves: to search, to sort, and to look up. */
export function CustomersTable() {
  if (!analysed.value) return null;
  const answer = page.value.result?.body;
  return (
    <section aria-labelledby="customers-heading">
      <h2 id="customers-heading">Customers</h2>
      <label class="inline">
        Search
        <input
          type="search"
          value={search.value}
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      </label>
      {answer && <Page answer={answer} />}
      {page.value.problem && page.value.problem.kind !== 'cancelled' && (
        <p class="problem">{page.value.problem.message}</p>
      )}
    </section>
  );
}

function Page({ answer }: { answer: CustomersAnswer }) {
  const { rows, offset: first, total } = answer;
  const headings = [{ name: '', label: 'Segment' }, ...answer.columns];
  if (total === 0) return <p>No customer is like that. Search for something else, or lift a filter.</p>;
  const last = first + rows.length;
  return (
    <>
      <div class="wide">
        <table>
          <caption>
            Customers {(first + 1).toLocaleString('en')} to {last.toLocaleString('en')} of{' '}
            {total.toLocaleString('en')}
          </caption>
          <thead>
            <tr>
              {headings.map(({ name, label }) => (
                <th key={name} scope="col" aria-sort={ariaSort(sort.value, name)}>
                  <button
                    type="button"
                    onClick={() => {
                      sort.value = nextSort(sort.value, name);
                    }}
                  >
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
        <button type="button" disabled={first === 0} onClick={() => turnTo(first - PAGE)}>
          Earlier
        </button>
        <button type="button" disabled={last >= total} onClick={() => turnTo(last)}>
          Later
        </button>
      </div>
    </>
  );
}

/** Customers on a page, as the engine lists them. */
const PAGE = 50;

function turnTo(offset: number): void {
  turned.value = { of: JSON.stringify(wanted.value), offset: Math.max(0, offset) };
}
