import { computed } from '@preact/signals';
import { clusterIndicesPlot } from '../../plot/clusterIndicesPlot';
import { elbowPlot } from '../../plot/elbowPlot';
import type { ChooseKAnswer } from '../answers';
import { Picture } from './picture';
import { change, view } from './view';
import { analysed, asking, settings } from './work';
import { Working } from './working';

/** k is what is asked for, so it is no part of the question; it is asked when the answer is looked at. */
const question = computed(() => {
  if (view.value.algorithm === 'dbscan' || !analysed.value) return undefined;
  return { ...analysed.value, k: 'auto' };
});
const choice = asking<ChooseKAnswer>('chooseK', question);

const pictures = computed(() => {
  const answer = choice.value.result?.body;
  if (!answer) return undefined;
  const { table, preferredBy } = answer;
  return {
    elbow: elbowPlot(table, { knee: preferredBy.elbow }),
    indices: clusterIndicesPlot(table, { preferredBy }),
  };
});

/** How many segments the data bear, by six indices. */
export function HowMany() {
  if (!question.value) return null;
  const answer = choice.value.result?.body;
  return (
    <section aria-labelledby="how-many">
      <h2 id="how-many">How many segments?</h2>
      <Working what="Judging every number from 2 to 10" work={choice.value} />
      {answer && pictures.value && (
        <>
          <Recommendation answer={answer} />
          <div class="pictures">
            <Picture figure={pictures.value.elbow} name="elbow" />
            <Picture figure={pictures.value.indices} name="cluster-indices" />
          </div>
        </>
      )}
    </section>
  );
}

function Recommendation({ answer: { recommendation, structure } }: { answer: ChooseKAnswer }) {
  const taken = settings.value && 'k' in settings.value && settings.value.k === recommendation.k;
  return (
    <>
      <p>
        {recommendation.reasons.join(' ')} {structure.words}
      </p>
      {!taken && (
        <button type="button" onClick={() => change({ k: recommendation.k })}>
          Take {recommendation.k} segments
        </button>
      )}
    </>
  );
}
