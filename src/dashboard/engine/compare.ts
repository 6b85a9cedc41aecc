import { comparisonTable } from '../../evaluate/compare/comparisonTable';
import type { CompareAnswer } from '../answers';
import type { Result } from '../frames';
import { fittedTo, type SettingsRequest } from './models';
import type { TaskContext } from './tasks';

/** Algorithms side by side on the same customers: which to trust, and how far they agree. */
export async function compare(
  request: SettingsRequest,
  { onProgress }: TaskContext,
): Promise<Result<CompareAnswer>> {
  const { model } = await fittedTo(request, onProgress);
  const comparison = model.compare({ onProgress });
  const { rows, agreement, because } = comparison;
  const body: CompareAnswer = {
    table: comparisonTable(comparison),
    because,
    names: rows.map(({ name }) => name),
    agreement: agreement.toRows(),
  };
  return { body, arrays: {} };
}
