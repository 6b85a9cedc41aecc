import { useRef } from 'preact/hooks';
import { ENDINGS } from '../../../datasets/read/formats';

interface FileButtonProps {
  title: string;
  /** The file that is on its way, by name. */
  sending: string | undefined;
  onFile: (file: File) => void;
}

/** Lets a file of the reader's own be chosen. */
export function FileButton({ title, sending, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current!.click()} disabled={sending !== undefined}>
        {sending === undefined ? `${title}…` : `Sending ${sending}…`}
      </button>
      <input
        ref={input}
        type="file"
        class="hidden"
        tabIndex={-1}
        aria-label={title}
        accept={ENDINGS.join()}
        onChange={(event) => {
          const [file] = Array.from(event.currentTarget.files ?? []);
          event.currentTarget.value = ''; // the same file may be chosen again, after it was fixed
          if (file) onFile(file);
        }}
      />
    </>
  );
}
