import { computed } from '@preact/signals';
import { Fragment } from 'preact';
import { formatNumber } from '../../../../core/format';
import type { KChoice } from '../../../../evaluate/chooseK/chooseK';
import { INDICES } from '../../../../evaluate/indices/registry';
import { clusterIndicesPlot } from '../../../../plot/clusterIndicesPlot';
import { elbowPlot } from '../../../../plot/elbowPlot';
import { kTreePlot } from '../../../../plot/kTreePlot';
import type { OwnChoice } from '../../../../segmentation/algorithms/algorithm';
import { FittedPicture } from '../../pictures/fittedPicture';
import { resultOf, segmented, settings } from '../../state/query';
import { regroup } from '../../state/view';
import { Working } from '../../status/working';
import { SortableTable } from '../../tables/sortableTable';
import { choice, chooseKRequest, type RecommendedK, recommendedBy } from './recommendedK';

const chosen = resultOf(choice);
const pictures = computed(() => {
  const answer = chosen.value?.body;
  if (!answer || !('recommendation' in answer)) return undefined;
  const { table, preferredBy } = answer;
  const title = recommendedBy(answer) === null ? { title: noClearK(table) } : {};
  return {
    elbow: elbowPlot(table, { knee: preferredBy.elbow, ...title }),
    indices: clusterIndicesPlot(table, { preferredBy, note: RULE }),
    tree: treeOf(answer),
  };
});

/** How customers move as k grows, with the segments on view by name where they are among those compared. */
function treeOf(answer: KChoice) {
  const { tree } = answer;
  const shown = segmented.value?.body;
  if (!tree || tree.levels.length < 2 || !shown) return undefined;
  const own = shown.segments.filter(({ segment }) => segment >= 0);
  const level = tree.levels.find(({ k }) => k === shown.k);
  const isSame = level?.sizes.every((size, i) => size === own[i]?.size);
  const named = isSame ? { k: shown.k, segments: Array.from(own.keys()) } : undefined;
  return kTreePlot(
    { ...answer, tree: named ? { ...tree, named } : tree },
    { segmentNames: own.map(({ name }) => name), ...(level && { chosen: shown.k }) },
  );
}

/** Where the data fall into no groups, the highest of several low numbers is no finding. */
function noClearK(table: KChoice['table']): string {
  const best = Math.max(...table.map(({ silhouette }) => silhouette).filter(Number.isFinite));
  return `No clear best number of segments: the mean silhouette is at most ${formatNumber(best, { decimals: 2 })}`;
}

const RULES = INDICES.flatMap(({ name, rule }) => (rule ? [`${name} (${rule})`] : [])).join(', ');
const RULE = `A large square marks the k that each index prefers: the best, except for ${RULES}.`;

/** How many segments the data support, by every index. */
export function ChooseK() {
  if (!chooseKRequest.value) return null;
  const answer = choice.value.result?.body;
  return (
    <section aria-labelledby="how-many">
      <h2 id="how-many">How many segments?</h2>
      <Working what="Comparing 2 to 10 segments" work={choice.value} />
      {answer && !('recommendation' in answer) && <ByOwnCriterion choice={answer} />}
      {answer && 'recommendation' in answer && pictures.value && (
        <div class="pictures">
          <div>
            <Recommendation answer={answer} />
            <FittedPicture figure={pictures.value.elbow} name="elbow" />
          </div>
          <div>
            <FittedPicture figure={pictures.value.indices} name="cluster-indices" />
            <Meanings />
          </div>
          {pictures.value.tree && (
            <div class="across">
              <FittedPicture figure={pictures.value.tree} name="tree-over-k" />
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function Recommendation({ answer }: { answer: KChoice }) {
  const { recommendation, structure } = answer;
  return (
    <div class="recommendation">
      <p class={`quality ${structure.verdict}`}>{structure.summary}</p>
      <p>{recommendation.reasons.join(' ')}</p>
      <UseK k={recommendedBy(answer)} />
    </div>
  );
}

function ByOwnCriterion({ choice: { k, reasons, table } }: { choice: OwnChoice }) {
  return (
    <>
      <div class="recommendation">
        <p>{reasons.join(' ')}</p>
        <UseK k={k} />
      </div>
      <SortableTable name="numbers" table={table} />
    </>
  );
}

/** Nothing where no number can be taken, or it is taken already. */
function UseK({ k }: { k: RecommendedK }) {
  const asked = settings.value && 'k' in settings.value ? settings.value.k : undefined;
  const taken = (asked ?? segmented.value?.body.k) === k;
  if (k === null || taken) return null;
  return (
    <button type="button" onClick={() => regroup({ k })}>
      Use {k} segments
    </button>
  );
}

function Meanings() {
  return (
    <details>
      <summary>What the indices mean</summary>
      <dl>
        {INDICES.map(({ key, title, help }) => (
          <Fragment key={key}>
            <dt>{title}</dt>
            <dd>{help}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
