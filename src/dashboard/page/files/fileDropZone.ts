import { type Signal, signal } from '@preact/signals';
import { asProblem, upload } from '../server/api';
import { lostFiles } from '../server/session';
import { refreshTables } from './offeredTables';

/** A place on the page that takes files. */
export interface FileDropZone {
  /** The name of the file that is on its way. */
  sending: Signal<string | undefined>;
  /** Why the last one did not arrive. */
  problem: Signal<string | undefined>;
  /** Sends a file of the user. */
  take(file: File): Promise<void>;
}

/** @param arrived what is shown of a file that has arrived, known by its id. */
export function fileDropZone(arrived: (id: string) => void): FileDropZone {
  const sending = signal<string | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  const take = async (file: File) => {
    sending.value = file.name;
    problem.value = undefined;
    try {
      const { id } = await upload(file);
      await refreshTables();
      lostFiles.value = [];
      arrived(id);
    } catch (error) {
      problem.value = asProblem(error).message;
    } finally {
      sending.value = undefined;
    }
  };
  return { sending, problem, take };
}
