import { LRUCache } from 'lru-cache';
import type { KChoice } from '../../../evaluate/chooseK/chooseK';
import type { OwnChoice } from '../../../segmentation/algorithms/algorithm';
import { settingsRequest } from '../../requests';
import { settingsIn } from '../models';
import { type BackgroundRequest, modelFor } from '../savedFits';
import type { Task } from '../task';

/** Answer to `chooseK`: by the indices, or by a criterion of the algorithm's own. */
export type ChooseKAnswer = KChoice | OwnChoice;

/** Lately chosen: back and forth between two settings costs nothing. */
const known = new LRUCache<string, ChooseKAnswer>({ max: 50 });

/** How many segments? Every k from 2 to 10, judged by every index. The k of the request changes nothing. */
export const chooseK: Task<BackgroundRequest, ChooseKAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }) {
    const key = JSON.stringify([request.source.id, { ...settingsIn(request), k: undefined }]);
    const body = known.get(key) ?? (await modelFor(request, onProgress)).chooseK(onProgress);
    if (request.source.kind !== 'model') known.set(key, body);
    return { body, arrays: {} };
  },
};

/** Forgets what was chosen for a table that is read in another way now. */
export function forgetChoices(id: string): void {
  for (const key of known.keys()) if (JSON.parse(key)[0] === id) known.delete(key);
}
