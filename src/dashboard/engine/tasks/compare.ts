import type { Table } from '../../../core/table';
import { comparisonTable } from '../../../evaluate/compare/comparisonTable';
import { settingsRequest } from '../../requests';
import { type BackgroundRequest, modelFor } from '../savedFits';
import type { Task } from '../task';

/** Answer to `compare`. */
export interface CompareAnswer {
  table: Table;
  /** Which to trust and why, in sentences. */
  reasons: string[];
  names: string[];
  /** Adjusted Rand index of every pair. */
  agreement: number[][];
}

/** Algorithms side by side on the same customers: which to trust, and how far they agree. */
export const compare: Task<BackgroundRequest, CompareAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const model = await modelFor(request, onProgress);
    const comparison = model.compare({ onProgress });
    const { rows, agreement, reasons } = comparison;
    const body: CompareAnswer = {
      table: comparisonTable(comparison),
      reasons,
      names: rows.map(({ name }) => name),
      agreement: agreement.toRows(),
    };
    return { body, arrays: {} };
  },
};
