import type { Result } from '../../frames';
import type { SettingsRequest } from '../models';
import { saveFit as save } from '../savedFits';
import type { TaskContext } from '../task';

/** Saves a fit for the background process: its file, or null where none can be written. */
export const saveFit = {
  async run(request: SettingsRequest, { onProgress }: TaskContext): Promise<Result<{ path: string | null }>> {
    return { body: { path: await save(request, onProgress) }, arrays: {} };
  },
};
