import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Reading, TRANSACTION_ROLES } from '../reading';
import { correctReading, upload } from './api';
import { offered } from './tables';
import { change, FRESH, view } from './view';
import { described, readAnew, wordsFor } from './work';

const sending = signal<string | undefined>(undefined);
const problem = signal<string | undefined>(undefined);
const dragging = signal(false);

/** Takes a file of the user, chosen or dropped anywhere on the page, and lets its reading be corrected. */
export function OwnFile() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(acceptDrops, []);
  const own = offered.value.find(({ id }) => id === view.value.source)?.own;
  return (
    <div class={dragging.value ? 'own-file dropping' : 'own-file'}>
      <button type="button" onClick={() => input.current!.click()} disabled={sending.value !== undefined}>
        {sending.value === undefined ? 'Your own file …' : `Sending ${sending.value} …`}
      </button>
      <input
        ref={input}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label="Your own file"
        accept=".csv,.tsv,.txt,.gz,.json,.jsonl,.ndjson,.xlsx,.xls,.ods,.parquet"
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <small>or drop it on the page: CSV, Excel, Parquet, JSON lines. It stays on this machine.</small>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {own && <Correction key={view.value.source} id={view.value.source!} />}
    </div>
  );
}

/** Anywhere on the page a file may be dropped. */
function acceptDrops(): () => void {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    dragging.value = true;
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dragging.value = false;
  };
  const drop = (event: DragEvent) => {
    dragging.value = false;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  addEventListener('dragover', over);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
  };
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  sending.value = file.name;
  problem.value = undefined;
  try {
    const { id, title } = await upload(file);
    offered.value = [...offered.value, { id, title, own: true }];
    change({ ...FRESH, source: id });
  } catch (error) {
    problem.value = wordsFor(error).message;
  } finally {
    sending.value = undefined;
  }
}

/** What was recognised can be said otherwise; nothing is run before that is asked for. */
function Correction({ id }: { id: string }) {
  const correct = async (event: SubmitEvent) => {
    event.preventDefault();
    problem.value = undefined;
    try {
      await correctReading(id, readingOf(new FormData(event.currentTarget as HTMLFormElement)));
      change(FRESH);
      readAnew();
    } catch (error) {
      problem.value = wordsFor(error).message;
    }
  };
  return (
    <details>
      <summary>Read it otherwise</summary>
      <form onSubmit={correct} class="controls">
        <label>
          One row is
          <select name="as">
            <option value="">recognised: {described.value?.kind ?? '–'}</option>
            <option value="customers">a customer</option>
            <option value="transactions">a purchase (or a line of an invoice)</option>
          </select>
        </label>
        <label>
          Decimal mark
          <select name="decimal">
            <option value="">recognised</option>
            <option value=".">point</option>
            <option value=",">comma</option>
          </select>
        </label>
        <label>
          Dates are written
          <input name="dateFormat" type="text" placeholder="recognised, e.g. dd/MM/yyyy" maxLength={40} />
        </label>
        <label>
          Between values stands
          <input name="delimiter" type="text" placeholder="recognised" maxLength={1} />
        </label>
        <label>
          Sheet
          <input name="sheet" type="text" placeholder="the first" maxLength={100} />
        </label>
        <details>
          <summary>Columns of purchases</summary>
          {TRANSACTION_ROLES.map((role) => (
            <label key={role}>
              {role}
              <input name={`role-${role}`} type="text" placeholder="recognised" maxLength={200} />
            </label>
          ))}
        </details>
        <button type="submit">Read again</button>
      </form>
    </details>
  );
}

function readingOf(form: FormData): Reading {
  const given = Array.from(form.entries()).filter((entry): entry is [string, string] => entry[1] !== '');
  const roles = given
    .filter(([name]) => name.startsWith('role-'))
    .map(([name, value]) => [name.slice(5), value]);
  const rest = given.filter(([name]) => !name.startsWith('role-'));
  return { ...Object.fromEntries(rest), ...(roles.length > 0 && { roles: Object.fromEntries(roles) }) };
}
