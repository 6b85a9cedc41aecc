import { computed, effect, signal } from '@preact/signals';
import { algorithmOf } from '../../../../segmentation/algorithms';
import type { ChooseKAnswer } from '../../../engine/tasks/chooseK';
import { query, settings } from '../../state/query';
import { view } from '../../state/view';
import { analyzed } from './analyzed';

/** Asked when the answer is looked at. */
export const chooseKRequest = computed(() => {
  if (algorithmOf(view.value.algorithm).findsK || !analyzed.value) return undefined;
  return analyzed.value;
});

/** How many segments the data support: with any k the question is the same. */
export const choice = query('chooseK', chooseKRequest, 'k');

const known = signal<{ of: string; recommended: RecommendedK } | undefined>(undefined);
effect(() => {
  const { busy, result } = choice.value;
  if (busy || !result) return;
  known.value = { of: keyOf(chooseKRequest.peek()), recommended: recommendedBy(result.body) };
});

/** A number of segments; null where none is better than another, as the data fall into no groups. */
export type RecommendedK = number | null;

/** The number that is recommended: by the indices only if the data fall into groups at all. */
export function recommendedBy(answer: ChooseKAnswer): RecommendedK {
  if (!('recommendation' in answer)) return answer.k;
  return answer.structure.verdict === 'none' ? null : answer.recommendation.k;
}

/** What is recommended for what is grouped now, once it is known. */
export const recommendedK = computed(() =>
  known.value?.of === keyOf(settings.value) ? known.value.recommended : undefined,
);

function keyOf(request: object | undefined): string {
  return JSON.stringify({ ...request, k: 'auto' });
}
