import type { Work } from './work';

/** How far a piece of work has come, or why there is no answer. */
export function Working({ what, work }: { what: string; work: Work<unknown> }) {
  const { busy, progress, problem } = work;
  if (problem && problem.kind !== 'cancelled') {
    return (
      <p class="problem" role="alert">
        {problem.message}
      </p>
    );
  }
  if (!busy) return null;
  return (
    <p class="working" role="status">
      {what}
      {progress && `: ${progress.step}, ${progress.done} of ${progress.total}`} …{' '}
      {progress && <progress value={progress.done} max={progress.total} aria-label={what} />}
    </p>
  );
}
