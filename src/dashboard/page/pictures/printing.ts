import { signal } from '@preact/signals';
import { options } from 'preact';

/** Whether the page is being printed. */
export const printing = signal(false);

// Paper is laid out as soon as the handlers of this event are done: pictures are drawn again at once, not at the
// next frame as otherwise.
addEventListener('beforeprint', () => {
  options.requestAnimationFrame = queueMicrotask;
  printing.value = true;
});
addEventListener('afterprint', () => {
  options.requestAnimationFrame = undefined;
  printing.value = false;
});
