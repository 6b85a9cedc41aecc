import { computed, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DescribeAnswer, HeaderAnswer } from '../answers';
import { type Reading, TRANSACTION_ROLES } from '../reading';
import { asProblem, correctReading } from './api';
import { ColumnMeanings } from './columnMeanings';
import { fieldNamedIn, readingOf, WORDS } from './readingFields';
import { ownFiles } from './session';
import { asking, readAnew } from './work';

/** What a file of this tab holds, known even where it cannot be read yet. */
export function headerOf(id: () => string | undefined): ReadonlySignal<HeaderAnswer | undefined> {
  const own = computed(() => ownFiles.value.find((file) => file.id === id())?.id);
  const question = computed(() => (own.value === undefined ? undefined : { source: own.value }));
  const header = asking<HeaderAnswer>('header', question);
  return computed(() => {
    const answer = header.value.result?.body;
    return answer?.source === own.value ? answer : undefined;
  });
}

interface ReadingFormProps {
  /** What the file holds. */
  header: HeaderAnswer;
  /** What was recognised, in sentences. */
  notes: readonly string[] | undefined;
  /** What a row was taken for. */
  kind?: DescribeAnswer['kind'];
  /** Why it cannot be read as it is read now. */
  failed: string | undefined;
  /** Told when the file is read otherwise, before all is asked anew. */
  onRead?: () => void;
}

/** What was recognised can be said otherwise. It opens by itself where the file has more than one reading. */
export function ReadingForm({ header, notes, kind, failed, onRead }: ReadingFormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { source, sheets, reading, columns } = header;
  useEffect(() => {
    if (failed !== undefined) openAt(place.current!, fieldNamedIn(failed));
  }, [failed, columns.join()]);
  const correct = async (said: Reading) => {
    setProblem(undefined);
    try {
      await correctReading(source, said);
      onRead?.();
      readAnew();
    } catch (error) {
      setProblem(asProblem(error).message);
    }
  };
  return (
    <>
      {notes && <Recognised notes={notes} />}
      <form
        ref={place}
        class="controls"
        onSubmit={(event) => {
          event.preventDefault();
          void correct(readingOf(new FormData(event.currentTarget)));
        }}
      >
        {sheets.length > 1 && (
          <Sheets sheets={sheets} reading={reading} onSheet={(said) => void correct(said)} />
        )}
        <details>
          <summary>Read it otherwise</summary>
          <Fields key={columns.join()} header={header} kind={kind} />
          <button type="submit">Read again</button>
        </details>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </form>
    </>
  );
}

/** Opens the form at a field, which may be in a fold of its own. */
function openAt(form: HTMLFormElement, field: string | undefined): void {
  const control = field && form.querySelector<HTMLElement>(`[name="${field}"]`);
  const start = control || form.querySelector('summary')!;
  for (let fold = start.closest('details'); fold; fold = fold.parentElement!.closest('details'))
    fold.open = true;
  if (control) control.focus();
}

interface SheetsProps {
  sheets: readonly string[];
  reading: Reading;
  onSheet: (reading: Reading) => void;
}

/** Of many sheets one is read. It is chosen at once: the others have columns of their own. */
function Sheets({ sheets, reading, onSheet }: SheetsProps) {
  return (
    <label>
      {WORDS.sheet}
      <select
        name="sheet"
        defaultValue={reading.sheet ?? sheets[0]}
        onChange={(event) => {
          const { columns, roles, ...rest } = reading;
          onSheet({ ...rest, sheet: event.currentTarget.value });
        }}
      >
        {sheets.map((sheet) => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </select>
    </label>
  );
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
function Fields({ header: { columns, reading }, kind }: Pick<ReadingFormProps, 'header' | 'kind'>) {
  return (
    <>
      <label>
        {WORDS.as}
        <select name="as" defaultValue={reading.as ?? ''}>
          <option value="">as recognised{KIND[kind ?? 'model']}</option>
          <option value="customers">a customer</option>
          <option value="transactions">a purchase, or a line of an invoice</option>
        </select>
      </label>
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
