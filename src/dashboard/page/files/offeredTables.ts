import { computed, signal } from '@preact/signals';
import { asProblem, type RequestProblem, sources } from '../server/api';
import { ownFiles } from '../server/session';
import { change, view } from '../state/view';

/** A table to choose: one that every tab sees, or a file of this one. */
export interface Offered {
  id: string;
  title: string;
  /** Whether it is a file of this tab. */
  own?: boolean;
}

const shared = signal<readonly Offered[]>([]);

/** The tables to choose from. */
export const offered = computed((): readonly Offered[] => [
  ...shared.value,
  ...ownFiles.value.map(({ id, title }, i) => ({ id, title: uniqueTitle(title, i), own: true })),
]);

/** A file that was sent before under the same name has a number: 'orders.csv (2)'. */
function uniqueTitle(title: string, place: number): string {
  const before = ownFiles.value.slice(0, place).filter((file) => file.title === title).length;
  return before === 0 ? title : `${title} (${before + 1})`;
}

/** Why there are no tables to choose from. */
export const tablesProblem = signal<RequestProblem | undefined>(undefined);

/** The list of tables did not come. */
export function tablesFailed(error: unknown): void {
  tablesProblem.value = asProblem(error);
}

/** Offers these tables, and shows the first where the address names none. */
export function setTables(tables: readonly Offered[]): void {
  tablesProblem.value = undefined;
  shared.value = tables.filter(({ own }) => !own);
  ownFiles.value = tables.filter(({ own }) => own).map(({ id, title }) => ({ id, title }));
  const [first] = shared.value;
  // The address names it from then on, so that the way back leads to a table too.
  if (view.value.source === undefined && first)
    change({ source: first.id, page: view.value.page }, { passing: true });
}

/** The names of the files that the server removed to free space for the last one. */
export const evictedFiles = signal<readonly string[]>([]);

/** Asks again which tables there are: of too many files, the server keeps the latest. */
export async function refreshTables(): Promise<void> {
  const before = ownFiles.value;
  setTables(await sources());
  const kept = new Set(ownFiles.value.map(({ id }) => id));
  evictedFiles.value = before.filter(({ id }) => !kept.has(id)).map(({ title }) => title);
}

// The page was left, kept as it was by the browser, and is there again.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void refreshTables().catch(tablesFailed);
});
