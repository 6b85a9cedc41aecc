import type { StructureVerdict } from '../../../evaluate/structure/structure';
import { settingsRequest } from '../../requests';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

/** Answer to `judge`: how good the cut is. */
export interface JudgeAnswer {
  silhouette: number | null;
  verdict: StructureVerdict;
  summary: string;
}

/** How good the cut is: it takes longer than the cut itself, so the page asks for it while it draws. */
export const judge: Task<SettingsRequest, JudgeAnswer> = {
  engine: 'interactive',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model } = await fittedTo(request, onProgress);
    const { silhouette, structure, structureSummary } = model.judge(onProgress);
    return { body: { silhouette, verdict: structure, summary: structureSummary }, arrays: {} };
  },
};
