import { computed } from '@preact/signals';
import { clusterIndicesPlot } from '../../plot/clusterIndicesPlot';
import { elbowPlot } from '../../plot/elbowPlot';
import type { ChooseKAnswer } from '../answers';
import { Picture } from './picture';
import { choice, howManyQuestion } from './recommendedK';
import { regroup } from './view';
import { settings } from './work';
import { Working } from './working';

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
  if (!howManyQuestion.value) return null;
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
        <button type="button" onClick={() => regroup({ k: recommendation.k })}>
          Take {recommendation.k} segments
        </button>
      )}
    </>
  );
}
