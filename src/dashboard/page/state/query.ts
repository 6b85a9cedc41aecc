import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import { concerns } from '../../../segmentation/options';
import type { AnswerOf, TaskName } from '../../engine/tasks';
import type { Progress, Result } from '../../frames';
import { SETTINGS, type SettingName } from '../../settings';
import { asProblem, type RequestProblem, run } from '../server/api';
import { type View, view } from './view';

/** A piece of work as the page sees it: an older result stays on view while a newer one is on its way. */
export interface Work<Body> {
  busy: boolean;
  progress?: Progress;
  result?: Result<Body>;
  problem?: RequestProblem;
}

/** Counts how often the table on view was read again. */
const revision = signal(0);

/** Asks everything again: the table on view is read in another way now. */
export function reload(): void {
  revision.value++;
}

/**
 * Keeps asking: whenever `request` changes, the older question is given up and the newer one asked.
 *
 * @param request what to ask; undefined: nothing, and what was answered before is forgotten.
 * @param ignored a part of the request that may change without the question being another.
 */
export function query<Name extends TaskName>(
  task: Name,
  request: Signal<object | undefined>,
  ignored?: string,
): Signal<Work<AnswerOf<Name>>> {
  const work = signal<Work<AnswerOf<Name>>>({ busy: false });
  const key = computed(() =>
    JSON.stringify(request.value, (name, value) => (name === ignored ? undefined : value)),
  );
  effect(() => {
    revision.value; // the same question of a table that is read again
    if (key.value === undefined) {
      work.value = { busy: false };
      return undefined;
    }
    const asked = untracked(() => request.value!);
    const giveUp = new AbortController();
    const update = (patch: Partial<Work<AnswerOf<Name>>>) => {
      if (!giveUp.signal.aborted) work.value = { ...work.peek(), ...patch };
    };
    work.value = { ...work.peek(), busy: true, progress: undefined, problem: undefined };
    run(task, asked, { signal: giveUp.signal, onProgress: (progress) => update({ progress }) })
      .then((result) => update({ busy: false, result, progress: undefined }))
      .catch((error) => {
        if (!giveUp.signal.aborted) update({ busy: false, progress: undefined, problem: asProblem(error) });
      });
    return () => giveUp.abort();
  });
  return work;
}

/** What was answered last, the same object for as long as the next is on its way: what it is drawn into is drawn once. */
export function resultOf<Body>(work: Signal<Work<Body>>): ReadonlySignal<Result<Body> | undefined> {
  return computed(() => work.value.result);
}

/** What the chosen table holds. */
export const table = query(
  'describe',
  computed(() => (view.value.source === undefined ? undefined : { source: view.value.source })),
);

/** What is known of the chosen table, once it is the one chosen. */
export const described = computed(() => {
  const answer = table.value.result?.body;
  return answer?.source === view.value.source ? answer : undefined;
});

/** What the engine is asked to group, and how; undefined until the table is known. */
export const settings = computed(() => {
  const known = described.value;
  if (!known) return undefined;
  const { algorithm, columns = known.defaults.columns, k = known.defaults.k ?? undefined } = view.value;
  const chosen: View = { ...view.value, columns, k };
  const names = (Object.keys(SETTINGS) as SettingName[]).filter((name) => concerns(name, algorithm));
  return { source: known.source, ...Object.fromEntries(names.map((name) => [name, chosen[name]])) };
});

/** The segments. */
export const segmentation = query('segment', settings);

/** The segments that were answered last. */
export const segmented = resultOf(segmentation);

/** The settings of the cut on view, once it is there; nothing while another is on its way. */
const cut = computed(() => {
  const { busy, result } = segmentation.value;
  return busy || !result ? undefined : settings.value;
});

/** How good the cut on view is. */
export const judged = query('judge', cut);

/** What describes its segments. */
export const explained = query('explain', cut);
