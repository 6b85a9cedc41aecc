import { InputError } from '../../core/errors';
import type { ChooseKAnswer } from '../answers';
import type { Result } from '../frames';
import { fittedTo, type SettingsRequest } from './models';
import type { TaskContext } from './tasks';

/** How many segments? Every k from 2 to 10, judged by six indices. */
export async function chooseK(
  request: SettingsRequest,
  { onProgress }: TaskContext,
): Promise<Result<ChooseKAnswer>> {
  const { model } = await fittedTo({ ...request, k: 'auto' }, onProgress);
  if (!model.choice)
    throw new InputError('DBSCAN finds its own number of segments: there is none to choose.');
  const { table, preferredBy, recommendation, structure, rowsJudged } = model.choice;
  return { body: { table, preferredBy, recommendation, structure, rowsJudged }, arrays: {} };
}
