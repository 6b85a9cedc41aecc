import { type Signal, signal } from '@preact/signals';

/** Whether there is room for the settings beside the segments; as in app.css. */
export const wide = asWideAs('52rem');

/** Whether there is room for two pictures side by side; as in app.css. */
export const twoColumns = asWideAs('80rem');

function asWideAs(width: string): Signal<boolean> {
  const query = matchMedia(`(min-width: ${width})`);
  const matching = signal(query.matches);
  query.addEventListener('change', ({ matches }) => {
    matching.value = matches;
  });
  return matching;
}
