import type { SingleBar } from 'cli-progress';
import type { OnProgress } from '../core/progress';

/** A bar on stderr that shows the step at work; silent where nobody looks. */
export function progressBar(shown: boolean): { onProgress: OnProgress; stop(): void } {
  if (!shown) return { onProgress: () => {}, stop: () => {} };
  let bar: SingleBar | undefined;
  let current = '';
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    onProgress: ({ step, done, total }) => {
      if (step !== current) stop();
      current = step;
      bar ??= newBar(step, total);
      bar.update(done);
    },
    stop,
  };
}

function newBar(step: string, total: number): SingleBar {
  const { SingleBar } = require('cli-progress') as typeof import('cli-progress');
  const bar = new SingleBar({
    format: `${step.padEnd(24)} {bar} {percentage}%, {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: false,
  });
  bar.start(total, 0);
  return bar;
}
