import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { HeaderAnswer } from '../answers';
import { TRANSACTION_ROLES } from '../reading';
import { asProblem, correctReading } from './api';
import { ColumnMeanings } from './columnMeanings';
import { fieldNamedIn, readingOf, WORDS } from './readingFields';
import { offered } from './tables';
import { change, FRESH, view } from './view';
import { asking, described, readAnew, table } from './work';

/** What the file on view holds, known even where it cannot be read yet. */
const header = asking<HeaderAnswer>(
  'header',
  computed(() => {
    const { source } = view.value;
    return offered.value.some(({ id, own }) => own && id === source) ? { source } : undefined;
  }),
);

const problem = signal<string | undefined>(undefined);

/** What was recognised can be said otherwise. It opens by itself where the file has more than one reading. */
export function ReadingForm({ id }: { id: string }) {
  const place = useRef<HTMLDetailsElement>(null);
  const answer = header.value.result?.body;
  const known = answer?.source === id ? answer : undefined;
  const failed = table.value.problem?.kind === 'input' ? table.value.problem.message : undefined;
  useEffect(() => {
    if (failed !== undefined && known) openAt(place.current!, fieldNamedIn(failed));
  }, [failed, known]);
  const correct = async (event: SubmitEvent) => {
    event.preventDefault();
    problem.value = undefined;
    try {
      await correctReading(id, readingOf(new FormData(event.currentTarget as HTMLFormElement)));
      change(FRESH);
      readAnew();
    } catch (error) {
      problem.value = asProblem(error).message;
    }
  };
  return (
    <>
      {described.value && <Recognised notes={described.value.notes} />}
      <details ref={place}>
        <summary>Read it otherwise</summary>
        <form onSubmit={correct} class="controls">
          {known && <Fields header={known} />}
          {problem.value && (
            <p class="problem" role="alert">
              {problem.value}
            </p>
          )}
          <button type="submit">Read again</button>
        </form>
      </details>
    </>
  );
}

function openAt(form: HTMLDetailsElement, field: string | undefined): void {
  form.open = true;
  const control = field && form.querySelector<HTMLElement>(`[name="${field}"]`);
  if (!control) return;
  const fold = control.closest('details');
  if (fold) fold.open = true;
  control.focus();
}

function Recognised({ notes }: { notes: readonly string[] }) {
  return (
    <ul class="recognised" aria-label="What was recognised">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** Every field shows what was said before; nothing said is as recognised. */
function Fields({ header: { columns, sheets, reading } }: { header: HeaderAnswer }) {
  return (
    <>
      <label>
        {WORDS.as}
        <select name="as" defaultValue={reading.as ?? ''}>
          <option value="">as recognised{KIND[described.value?.kind ?? 'model']}</option>
          <option value="customers">a customer</option>
          <option value="transactions">a purchase, or a line of an invoice</option>
        </select>
      </label>
      {sheets.length > 1 && (
        <label>
          {WORDS.sheet}
          <select name="sheet" defaultValue={reading.sheet ?? ''}>
            <option value="">the first</option>
            {sheets.map((sheet) => (
              <option key={sheet} value={sheet}>
                {sheet}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {WORDS.decimal}
        <select name="decimal" defaultValue={reading.decimal ?? ''}>
          <option value="">as recognised</option>
          <option value=".">point: 1.5</option>
          <option value=",">comma: 1,5</option>
        </select>
      </label>
      <label>
        {WORDS.dateFormat}
        <input
          name="dateFormat"
          type="text"
          list="date-formats"
          defaultValue={reading.dateFormat ?? ''}
          placeholder="as recognised"
          maxLength={40}
        />
      </label>
      <datalist id="date-formats">
        {['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd', 'dd/MM/yy', 'MM/dd/yy'].map((format) => (
          <option key={format} value={format} />
        ))}
      </datalist>
      <label>
        {WORDS.delimiter}
        <input
          name="delimiter"
          type="text"
          defaultValue={reading.delimiter ?? ''}
          placeholder="as recognised"
          maxLength={1}
        />
      </label>
      <label>
        {WORDS.encoding}
        <select name="encoding" defaultValue={reading.encoding ?? ''}>
          <option value="">as recognised</option>
          <option value="utf-8">UTF-8</option>
          <option value="windows-1252">Windows-1252 (Western Europe)</option>
          <option value="utf-16le">UTF-16</option>
        </select>
      </label>
      <ColumnMeanings columns={columns} said={reading.columns ?? []} />
      <details>
        <summary>Columns of a list of purchases</summary>
        {TRANSACTION_ROLES.map((role) => (
          <label key={role}>
            {WORDS[role]}
            <select name={`role-${role}`} defaultValue={reading.roles?.[role] ?? ''}>
              <option value="">as recognised</option>
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </details>
    </>
  );
}

const KIND = { customers: ': a customer', transactions: ': a purchase', model: '' } as const;
