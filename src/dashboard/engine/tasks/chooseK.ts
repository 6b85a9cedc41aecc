import { InputError } from '../../../core/errors';
import type { KChoice } from '../../../evaluate/chooseK/chooseK';
import { algorithmOf } from '../../../segmentation/algorithms';
import type { OwnChoice } from '../../../segmentation/algorithms/algorithm';
import { settingsRequest } from '../../requests';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

/** Answer to `chooseK`: by the indices, or by a criterion of the algorithm's own. */
export type ChooseKAnswer = KChoice | OwnChoice;

/** How many segments? Every k from 2 to 10, judged by every index. */
export const chooseK: Task<SettingsRequest, ChooseKAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const { model } = await fittedTo({ ...request, k: 'auto' }, onProgress);
    if (model.ownChoice) return { body: model.ownChoice, arrays: {} };
    if (!model.choice)
      throw new InputError(
        'conflict',
        `${algorithmOf(model.algorithm).title} finds its own number of segments: there is none to choose.`,
      );
    const { table, preferredBy, recommendation, structure, rowsJudged } = model.choice;
    return { body: { table, preferredBy, recommendation, structure, rowsJudged }, arrays: {} };
  },
};
