import { InputError } from '../../../core/errors';
import type { KChoice } from '../../../evaluate/chooseK/chooseK';
import { algorithmOf } from '../../../segmentation/algorithms';
import { settingsRequest } from '../../requests';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

/** Answer to `chooseK`. */
export type ChooseKAnswer = KChoice;

/** How many segments? Every k from 2 to 10, judged by every index. */
export const chooseK: Task<SettingsRequest, ChooseKAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model } = await fittedTo({ ...request, k: 'auto' }, onProgress);
    if (!model.choice)
      throw new InputError(
        `${algorithmOf(model.algorithm).title} finds its own number of segments: there is none to choose.`,
      );
    const { table, preferredBy, recommendation, structure, rowsJudged } = model.choice;
    return { body: { table, preferredBy, recommendation, structure, rowsJudged }, arrays: {} };
  },
};
