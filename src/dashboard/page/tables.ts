import { signal } from '@preact/signals';
import { asProblem, type RequestProblem } from './api';
import { change, view } from './view';

/** A table to choose: one that every tab sees, or a file of this one. */
export interface Offered {
  id: string;
  title: string;
  /** Whether it is a file of this tab. */
  own?: boolean;
}

/** The tables to choose from. */
export const offered = signal<Offered[]>([]);

/** Why there are no tables to choose from. */
export const tablesProblem = signal<RequestProblem | undefined>(undefined);

/** The list of tables did not come. */
export function noTables(error: unknown): void {
  tablesProblem.value = asProblem(error);
}

/** Offers these tables, and shows the first where the address names none. */
export function offer(tables: readonly Offered[]): void {
  offered.value = [...offered.value, ...tables];
  const first = offered.value[0];
  // The address names it from then on, so that the way back leads to a table too.
  if (view.value.source === undefined && first) change({ source: first.id }, { passing: true });
}
