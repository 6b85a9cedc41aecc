import { computed, effect, signal } from '@preact/signals';
import type { ChooseKAnswer } from '../answers';
import { view } from './view';
import { analysed, asking, settings } from './work';

/** k is what is asked for, so it is no part of the question; it is asked when the answer is looked at. */
export const howManyQuestion = computed(() => {
  if (view.value.algorithm === 'dbscan' || !analysed.value) return undefined;
  return { ...analysed.value, k: 'auto' };
});

/** How many segments the data bear. */
export const choice = asking<ChooseKAnswer>('chooseK', howManyQuestion);

const known = signal<{ of: string; k: number } | undefined>(undefined);
effect(() => {
  const { busy, result } = choice.value;
  if (!busy && result) known.value = { of: keyOf(howManyQuestion.peek()), k: result.body.recommendation.k };
});

/** The number that was recommended for what is grouped now, once it is known. */
export const recommendedK = computed(() =>
  known.value?.of === keyOf(settings.value) ? known.value?.k : undefined,
);

function keyOf(request: object | undefined): string {
  return JSON.stringify({ ...request, k: 'auto' });
}
