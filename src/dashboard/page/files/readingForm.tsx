import { computed, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mistake } from '../../../core/errors';
import { ROLE_NAMES } from '../../../features/rfm/transactionRoles';
import type { DescribeAnswer } from '../../engine/tasks/describe';
import type { HeaderAnswer } from '../../engine/tasks/header';
import { READING_OPTIONS, type Reading } from '../../reading';
import { asProblem, correctReading } from '../server/api';
import { ownFiles } from '../server/session';
import { query, reload } from '../state/query';
import { problemText } from '../status/problemText';
import { ColumnMeanings } from './columnTypes';
import { Menu } from './menu';
import { choicesOf, DETECTED, fieldOf, readingOf, TITLES } from './readingFields';
import { TextField } from './textField';

/** What a file of this tab holds, known even where it cannot be read yet. */
export function headerOf(id: () => string | undefined): ReadonlySignal<HeaderAnswer | undefined> {
  const own = computed(() => ownFiles.value.find((file) => file.id === id())?.id);
  const question = computed(() => (own.value === undefined ? undefined : { source: own.value }));
  const header = query('header', question);
  return computed(() => {
    const answer = header.value.result?.body;
    return answer?.source === own.value ? answer : undefined;
  });
}

interface ReadingFormProps {
  /** What the file holds. */
  header: HeaderAnswer;
  /** What was detected, in sentences. */
  detected: readonly string[] | undefined;
  /** What a row was taken for. */
  kind?: DescribeAnswer['kind'];
  /** Why it cannot be read as it is read now. */
  failed: Mistake | undefined;
  /** Told when the file is read in another way, before everything is asked again. */
  onRead?: () => void;
}

/** What was detected can be corrected. It opens by itself where the file has more than one reading. */
export function ReadingForm({ header, detected, kind, failed, onRead }: ReadingFormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { source, sheets, reading, columns } = header;
  useEffect(() => {
    if (failed === undefined) return;
    // where no field is named, another sheet may hold what is missed
    openAt(place.current!, fieldOf(failed) ?? (sheets.length > 1 ? 'sheet' : undefined));
  }, [JSON.stringify(failed), columns.join()]);
  const correct = async (said: Reading) => {
    setProblem(undefined);
    try {
      await correctReading(source, said);
      onRead?.();
      reload();
    } catch (error) {
      setProblem(problemText(asProblem(error)));
    }
  };
  return (
    <>
      {detected && <Detected detected={detected} />}
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
          <summary>Change how this file is read</summary>
          <div class="controls">
            <Fields key={columns.join()} header={header} kind={kind} />
            <button type="submit">Read again</button>
          </div>
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
    <Menu
      label={TITLES.sheet}
      name="sheet"
      said={reading.sheet}
      options={sheets.map((sheet) => [sheet, sheet])}
      onChoice={(sheet) => {
        const { columns, roles, ...rest } = reading;
        onSheet({ ...rest, sheet });
      }}
    />
  );
}

function Detected({ detected }: { detected: readonly string[] }) {
  return (
    <ul class="detected" aria-label="Detected in the file">
      {detected.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Every field shows what was said before; nothing said means as detected. */
function Fields({ header: { columns, reading }, kind }: Pick<ReadingFormProps, 'header' | 'kind'>) {
  return (
    <>
      <Menu
        label={TITLES.as}
        name="as"
        said={reading.as}
        options={[['', `Detect automatically${KIND[kind ?? 'model']}`], ...choicesOf(OPTIONS.as)]}
      />
      <Menu
        label={TITLES.decimal}
        name="decimal"
        said={reading.decimal}
        options={[DETECTED, ...choicesOf(OPTIONS.decimal)]}
      />
      <TextField
        label={TITLES.dateFormat}
        name="dateFormat"
        said={reading.dateFormat}
        maxLength={40}
        suggestions={DATE_FORMATS}
      />
      <label>
        {TITLES.asOf}
        <input name="asOf" type="date" defaultValue={reading.asOf ?? ''} />
      </label>
      <TextField
        label={TITLES.missingCodes}
        name="missingCodes"
        said={reading.missingCodes}
        title="Values that mean missing, such as Age=999, Visits=-1; auto for those detected; none to keep all"
        maxLength={500}
      />
      <TextField label={TITLES.delimiter} name="delimiter" said={reading.delimiter} maxLength={1} />
      <Menu
        label={TITLES.encoding}
        name="encoding"
        said={reading.encoding}
        options={[DETECTED, ...choicesOf(OPTIONS.encoding)]}
      />
      <ColumnMeanings columns={columns} said={reading.columns ?? []} />
      <PurchaseFields columns={columns} reading={reading} />
    </>
  );
}

const DATE_FORMATS = ['dd/MM/yyyy', 'MM/dd/yyyy', 'dd.MM.yyyy', 'yyyy-MM-dd', 'dd/MM/yy', 'MM/dd/yy'];

/** What says how the rows of a list of purchases are read. */
function PurchaseFields({ columns, reading }: Pick<HeaderAnswer, 'columns' | 'reading'>) {
  return (
    <details>
      <summary>Columns of a list of purchases</summary>
      {ROLE_NAMES.map((role) => (
        <Menu
          key={role}
          label={TITLES[role]}
          name={`role-${role}`}
          said={reading.roles?.[role]}
          options={[DETECTED, ...columns.map((column) => [column, column] as const)]}
        />
      ))}
      <Menu
        label={TITLES.money}
        name="money"
        said={reading.money}
        options={choicesOf(OPTIONS.money).map(([word, title]) => [word === 'net' ? '' : word, title])}
      />
      <TextField
        label={TITLES.onlyCurrency}
        name="onlyCurrency"
        said={reading.onlyCurrency}
        placeholder="The file has one"
        maxLength={20}
      />
      <Menu
        label={TITLES.amountPer}
        name="amountPer"
        said={reading.amountPer}
        options={[DETECTED, ...choicesOf(OPTIONS.amountPer)]}
      />
    </details>
  );
}

const OPTIONS = READING_OPTIONS.properties;

const KIND = { customers: ': a customer', transactions: ': a purchase', model: '' } as const;
