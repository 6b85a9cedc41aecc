import { signal } from '@preact/signals';
import type { FileAnswer } from '../../../engine/tasks/download';
import { fileName } from '../../files/fileName';
import { asProblem, run } from '../../server/api';
import { settings } from '../../state/query';
import { view } from '../../state/view';

const FILES = [
  ['segments', 'Segments (CSV)'],
  ['report', 'Report (HTML)'],
  ['model', 'Model (JSON)'],
] as const;

const state = signal<{ busy?: string; problem?: string }>({});

/** What can be taken home: the segments, the report, the model. */
export function Downloads() {
  const { busy, problem } = state.value;
  return (
    <div class="downloads">
      <span>Download</span>
      {FILES.map(([what, title]) => (
        <button
          type="button"
          key={what}
          disabled={busy !== undefined || !settings.value}
          onClick={() => fetchFile(what)}
        >
          {busy === what ? 'Preparing…' : what === 'segments' ? segmentsTitle() : title}
        </button>
      ))}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** With filters it is the customers on view that are taken home. */
function segmentsTitle(): string {
  const { filters, segments } = view.value;
  return filters.length > 0 || segments ? 'Customers shown (CSV)' : 'Segments (CSV)';
}

async function fetchFile(what: string): Promise<void> {
  state.value = { busy: what };
  try {
    const { filters, segments } = view.value;
    const narrowed = what === 'segments' ? { filters, ...(segments && { segments }) } : {};
    const { body } = await run('download', { ...settings.value, what, ...narrowed });
    save({ ...body, name: fileName(body.name) });
    state.value = {};
  } catch (error) {
    state.value = { problem: asProblem(error).message };
  }
}

/** Hands a file to the browser's downloads. */
export function save({ name, type, text }: FileAnswer): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
