import { computed, signal } from '@preact/signals';
import type { ScoreAnswer } from '../answers';
import { asProblem, upload } from './api';
import { save } from './downloads';
import { FileButton } from './fileButton';
import { SortableTable } from './sortableTable';
import { view } from './view';
import { asking, settings } from './work';
import { Working } from './working';

/** The file of customers that was sent last, and its way here. */
const file = signal<{ id?: string; sending?: string; problem?: string }>({});

const question = computed(() => {
  const { id } = file.value;
  if (view.value.tab !== 'prediction' || !settings.value || id === undefined) return undefined;
  return { ...settings.value, customers: id };
});
const scoring = asking<ScoreAnswer>('score', question);

/** A file of customers, all put into their segments at once. */
export function ScoreFile() {
  const { sending, problem } = file.value;
  const answer = question.value && scoring.value.result?.body;
  return (
    <section aria-labelledby="file-heading" class="score">
      <h2 id="file-heading">A file of customers</h2>
      <p>
        Every customer of a file is put into one of these segments. It needs the columns above, in any order.
      </p>
      <FileButton title="A file of customers" sending={sending} onFile={take} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Working what="Scoring" work={scoring.value} />
      {answer && !scoring.value.problem && <Scored answer={answer} />}
    </section>
  );
}

async function take(chosen: File): Promise<void> {
  file.value = { sending: chosen.name };
  try {
    file.value = { id: (await upload(chosen)).id };
  } catch (error) {
    file.value = { problem: asProblem(error).message };
  }
}

function Scored({ answer }: { answer: ScoreAnswer }) {
  const { title, rows, scored, segments, notScored, notScoredCount } = answer;
  const caption = `${scored.toLocaleString('en')} of ${rows.toLocaleString('en')} customers of ${title} by segment`;
  return (
    <div role="status">
      <SortableTable
        table={{
          caption,
          columns: [
            { name: 'Segment' },
            { name: 'Customers', format: 'integer' },
            { name: 'Share', format: 'percent' },
            { name: 'Share when the segments were made', format: 'percent' },
          ],
          rows: segments.map(({ name, customers, share, shareNow }) => [name, customers, shareNow, share]),
        }}
      />
      {notScoredCount > 0 && (
        <details open={notScoredCount <= 5}>
          <summary>
            {notScoredCount.toLocaleString('en')} could not be placed
            {notScoredCount > notScored.length && `; the first ${notScored.length}`}
          </summary>
          <ul>
            {notScored.map(({ row, column, why }) => (
              <li key={`${row} ${column}`}>
                Row {row}: {column}, {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <button type="button" onClick={() => save(answer.file)}>
          Download them with their segments (CSV)
        </button>
      </p>
    </div>
  );
}
