import type { Table } from '../../../core/table';
import { agreementTable } from '../../../evaluate/compare/agreementTable';
import { comparisonTable } from '../../../evaluate/compare/comparisonTable';
import { settingsRequest } from '../../requests';
import { type BackgroundRequest, modelFor } from '../savedFits';
import type { Task } from '../task';

/** Answer to `compare`. */
export interface CompareAnswer {
  table: Table;
  /** Which to trust and why, in sentences. */
  reasons: string[];
  /** The agreement of every pair. */
  agreement: Table;
}

/** Algorithms side by side on the same customers: which to trust, and how far they agree. */
export const compare: Task<BackgroundRequest, CompareAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const model = await modelFor(request, onProgress);
    const comparison = model.compare({ onProgress });
    const body: CompareAnswer = {
      table: comparisonTable(comparison),
      reasons: comparison.reasons,
      agreement: agreementTable(comparison),
    };
    return { body, arrays: {} };
  },
};
