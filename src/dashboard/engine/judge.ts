import type { JudgeAnswer } from '../answers';
import type { Result } from '../frames';
import { fittedTo, type SettingsRequest } from './models';
import type { TaskContext } from './tasks';

/** How good the cut is: it takes longer than the cut itself, so the page asks for it while it draws. */
export async function judge(
  request: SettingsRequest,
  { onProgress }: TaskContext,
): Promise<Result<JudgeAnswer>> {
  const { model } = await fittedTo(request, onProgress);
  const { silhouette, structure, structureWords } = model.judge(onProgress);
  return { body: { silhouette, verdict: structure, words: structureWords }, arrays: {} };
}
