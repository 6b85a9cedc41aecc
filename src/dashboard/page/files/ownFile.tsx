import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FORMAT_NAMES } from '../../../datasets/read/formats';
import { lostFiles } from '../server/session';
import { described, table } from '../state/query';
import { change, DEFAULT_VIEW, view } from '../state/view';
import { FileButton } from './fileButton';
import { fileDropZone } from './fileDropZone';
import { evictedFiles } from './offeredTables';
import { headerOf, ReadingForm } from './readingForm';

const { sending, problem, take } = fileDropZone((id) => change({ ...DEFAULT_VIEW, source: id }));
const dragging = signal(false);

/** What the file on view holds, where it is one of this tab. */
export const ownHeader = headerOf(() => view.value.source);

/** What was seen of a file is forgotten when it is read in another way. */
export function forgetView(): void {
  change({ ...DEFAULT_VIEW, scored: view.value.scored });
}

/** Takes a file of the user, chosen or dropped anywhere on the page, and lets its reading be corrected. */
export function OwnFile() {
  useEffect(acceptDrops, []);
  const { problem: failed } = table.value;
  return (
    <div class={dragging.value ? 'own-file dropping' : 'own-file'}>
      <FileButton title="Your own file" sending={sending.value} onFile={take} />
      <small>
        or drop it on the page: {FORMAT_NAMES.join(', ')}, or a saved model. It stays on this computer.
      </small>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {lostFiles.value.length > 0 && <Lost names={lostFiles.value} />}
      {evictedFiles.value.length > 0 && (
        <small role="status">
          Removed to free space: {evictedFiles.value.join(', ')}. Only the latest files are kept.
        </small>
      )}
      {ownHeader.value && (
        <ReadingForm
          key={ownHeader.value.source}
          header={ownHeader.value}
          detected={described.value?.detected}
          kind={described.value?.kind}
          failed={failed?.mistake}
          onRead={forgetView}
        />
      )}
    </div>
  );
}

function Lost({ names }: { names: readonly string[] }) {
  return (
    <p class="problem" role="alert">
      {names.join(', ')} {names.length === 1 ? 'is' : 'are'} no longer here. The session was closed after a
      long time without activity, or the dashboard was restarted. Send {names.length === 1 ? 'it' : 'them'}{' '}
      again.
    </p>
  );
}

/** Anywhere on the page a file may be dropped. */
function acceptDrops(): () => void {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    dragging.value = !event.defaultPrevented; // else it is over a place that takes files itself
    event.preventDefault();
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) dragging.value = false;
  };
  const drop = (event: DragEvent) => {
    dragging.value = false;
    if (event.defaultPrevented || !event.dataTransfer?.files.length) return;
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
