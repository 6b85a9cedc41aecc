import { computed, signal } from '@preact/signals';
import { formatCount, plural } from '../../../../core/format';
import type { ScoreAnswer } from '../../../engine/tasks/score';
import { FileButton } from '../../files/fileButton';
import { fileDropZone } from '../../files/fileDropZone';
import { headerOf, ReadingForm } from '../../files/readingForm';
import { RowsChoice } from '../../files/rowsChoice';
import { ownFiles } from '../../server/session';
import { query, settings } from '../../state/query';
import { change, view } from '../../state/view';
import { problemText } from '../../status/problemText';
import { Working } from '../../status/working';
import { SortableTable } from '../../tables/sortableTable';
import { save } from '../main/downloads';
import { NAME, prediction } from './prediction';

const { sending, problem, take } = fileDropZone((id) => change({ scored: id }));
const dragging = signal(false);

/** The file on view, unless it was another tab's. */
const chosen = computed(() => {
  const { tab, scored } = view.value;
  return tab === NAME ? ownFiles.value.find(({ id }) => id === scored)?.id : undefined;
});
const header = headerOf(() => chosen.value);
const question = computed(() =>
  settings.value && chosen.value !== undefined ? { ...settings.value, customers: chosen.value } : undefined,
);
const scoring = query('score', question);

/** A file of customers, all put into their segments at once. */
export function ScoreFile() {
  const work = scoring.value;
  const answer = work.result?.body.source === chosen.value ? work.result?.body : undefined;
  const failed = work.problem?.kind === 'input' ? work.problem : undefined;
  return (
    <section
      aria-labelledby="file-heading"
      class={dragging.value ? 'score dropping' : 'score'}
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      <h2 id="file-heading">A file of customers</h2>
      <p>Assign each customer in a file to a segment. The file needs the columns above, in any order.</p>
      <div class="own-file">
        <FileButton title="A file of customers" sending={sending.value} onFile={take} />
        <small>or drop it here.</small>
        {problem.value && (
          <p class="problem" role="alert">
            {problem.value}
          </p>
        )}
        {failed && (
          <p class="problem" role="alert">
            {problemText(failed)}
          </p>
        )}
        <RowsChoice mistake={failed?.mistake} header={header.value} />
        {header.value && (
          <ReadingForm
            key={header.value.source}
            header={header.value}
            detected={answer?.detected}
            failed={prediction.value.problem ? undefined : failed?.mistake}
          />
        )}
      </div>
      {!failed && <Working what="Scoring" work={work} />}
      {answer && !work.problem && <Scored answer={answer} />}
    </section>
  );
}

function over(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dragging.value = true;
}

function leave({ currentTarget, relatedTarget }: DragEvent): void {
  if (!(currentTarget as Element).contains(relatedTarget as Element | null)) dragging.value = false;
}

function drop(event: DragEvent): void {
  dragging.value = false;
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  void take(file);
}

function Scored({ answer }: { answer: ScoreAnswer }) {
  const { title, rows, scored, segments, notScored, notScoredCount, unfamiliar } = answer;
  const caption = `${formatCount(scored)} of ${plural(rows, 'customer')} of ${title} by segment`;
  return (
    <div role="status">
      {unfamiliar.length > 0 && (
        <div class="beyond">
          <p>These customers are unlike those that the model was fitted on. Use the result with caution.</p>
          <ul>
            {unfamiliar.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <SortableTable
        name="scored"
        table={{
          caption,
          columns: [
            { name: 'Segment' },
            { name: 'Customers', format: 'integer' },
            { name: 'Share', format: 'percent' },
            { name: 'Share at training', format: 'percent' },
          ],
          rows: segments.map(({ name, customers, share, shareNow }) => [name, customers, shareNow, share]),
        }}
      />
      {notScoredCount > 0 && (
        <details open={notScoredCount <= 5}>
          <summary>
            {formatCount(notScoredCount)} couldn’t be assigned
            {notScoredCount > notScored.length && `; the first ${notScored.length}`}
          </summary>
          <ul>
            {notScored.map(({ row, column, reason }) => (
              <li key={`${row} ${column}`}>
                Row {row}: {column}, {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <button type="button" onClick={() => save(answer.file)}>
          Download with segments (CSV)
        </button>
      </p>
    </div>
  );
}
