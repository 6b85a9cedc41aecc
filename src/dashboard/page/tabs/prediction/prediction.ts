import { computed, signal } from '@preact/signals';
import { query, settings } from '../../state/query';
import { change, view } from '../../state/view';

/** What the address calls this tab. */
export const NAME = 'prediction';

/** A value that is still being moved; it becomes part of the address when it is let go. */
const moving = signal<[string, string] | undefined>(undefined);

const question = computed(() => {
  if (view.value.tab !== NAME || !settings.value) return undefined;
  const values = [...view.value.customer, ...(moving.value ? [moving.value] : [])];
  return { ...settings.value, customer: Object.fromEntries(values) };
});

/** The segment of the customer on view. */
export const prediction = query('predict', question);

/** Sets one value of the customer; the others stay. */
export function set(name: string, value: number | string): void {
  moving.value = undefined;
  const others = view.value.customer.filter(([other]) => other !== name);
  change({ customer: [...others, [name, String(value)]] });
}

/** Shows what a value would do while it is being moved. */
export function move(name: string, value: number | string): void {
  moving.value = [name, String(value)];
}
