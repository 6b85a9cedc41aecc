import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { asProblem, upload } from './api';
import { FileButton } from './fileButton';
import { ReadingForm } from './readingForm';
import { offered } from './tables';
import { change, FRESH, view } from './view';

const sending = signal<string | undefined>(undefined);
const problem = signal<string | undefined>(undefined);
const dragging = signal(false);

/** Takes a file of the user, chosen or dropped anywhere on the page, and lets its reading be corrected. */
export function OwnFile() {
  useEffect(acceptDrops, []);
  const { source } = view.value;
  const own = offered.value.some(({ id, own }) => id === source && own);
  return (
    <div class={dragging.value ? 'own-file dropping' : 'own-file'}>
      <FileButton title="Your own file" sending={sending.value} onFile={take} />
      <small>or drop it on the page: CSV, Excel, Parquet, JSON lines. It stays on this machine.</small>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {own && <ReadingForm key={source} id={source!} />}
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

async function take(file: File): Promise<void> {
  sending.value = file.name;
  problem.value = undefined;
  try {
    const { id, title } = await upload(file);
    offered.value = [...offered.value, { id, title, own: true }];
    change({ ...FRESH, source: id });
  } catch (error) {
    problem.value = asProblem(error).message;
  } finally {
    sending.value = undefined;
  }
}
