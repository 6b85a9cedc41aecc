import { signal } from '@preact/signals';

const query = matchMedia('(min-width: 52rem)');

/** Whether there is room for the settings beside the segments; as in app.css. */
export const wide = signal(query.matches);
query.addEventListener('change', ({ matches }) => {
  wide.value = matches;
});
