import type { Progress } from '../../frames';
import type { Work } from '../state/query';
import { problemText } from './problemText';

/** How far a piece of work has come, or why there is no answer. */
export function Working({ what, work }: { what: string; work: Work<unknown> }) {
  const { busy, progress, problem } = work;
  if (problem && problem.kind !== 'canceled') {
    return (
      <p class="problem" role="alert">
        {problemText(problem)}
      </p>
    );
  }
  if (!busy) return null;
  return (
    <p class="working" role="status">
      {what}
      {progress && `: ${stepOf(progress)}`}…{' '}
      {progress && <progress value={progress.done} max={progress.total} aria-label={what} />}
    </p>
  );
}

/** 'starts drawn, 3 of 10'; what is done at once needs no count. */
export function stepOf({ step, done, total }: Progress): string {
  return total > 1 ? `${step}, ${done} of ${total}` : step;
}
