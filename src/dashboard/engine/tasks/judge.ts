import type { Table } from '../../../core/table';
import type { StructureVerdict } from '../../../evaluate/structure/structure';
import { profileTable } from '../../../profile/profileTable';
import type { SegmentsStability } from '../../../segmentation/fit/segmentationResult';
import { settingsRequest } from '../../requests';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

/** Answer to `judge`: how good the cut is. */
export interface JudgeAnswer {
  silhouette: number | null;
  verdict: StructureVerdict;
  summary: string;
  /** How stable each segment is, and how many of its customers lie between it and another, by its number; null where that is not known. */
  stability: Pick<SegmentsStability, 'jaccard' | 'between'> | null;
  /** Segments side by side, with their stability. */
  profile: Table;
}

/** How good the cut is, and how stable: it takes longer than the cut itself, so the page asks for it while it draws. */
export const judge: Task<SettingsRequest, JudgeAnswer> = {
  engine: 'interactive',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model } = await fittedTo(request, onProgress);
    const { silhouette, structure, structureSummary, stability } = model.judge(onProgress);
    const body: JudgeAnswer = {
      silhouette,
      verdict: structure,
      summary: structureSummary,
      stability: stability && { jaccard: stability.jaccard, between: stability.between },
      profile: profileTable(model.profiles),
    };
    return { body, arrays: {} };
  },
};
