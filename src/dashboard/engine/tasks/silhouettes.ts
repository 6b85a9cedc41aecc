import { InputError } from '../../../core/errors';
import { Random } from '../../../core/random';
import { silhouette } from '../../../evaluate/indices/silhouette';
import type { Result } from '../../frames';
import { settingsRequest } from '../../requests';
import { type BackgroundRequest, modelFor } from '../savedFits';
import type { Task } from '../task';

/** The silhouette's cost is the square of the rows, and a picture of more shows no more. */
const MAX_ROWS = 3000;

/** Answer to `silhouettes`; beside it come `silhouettes` and `labels` of the sample, unless there is one segment only. */
export interface SilhouettesAnswer {
  /** Names of the segments. */
  names: string[];
  sampled: number;
  of: number;
  mean: number | null;
}

/** How well each customer fits its segment; on a random sample of large tables. */
export const silhouettes: Task<BackgroundRequest, SilhouettesAnswer> = {
  engine: 'background',
  request: settingsRequest,
  async run(request, { onProgress }): Promise<Result<SilhouettesAnswer>> {
    const model = await modelFor(request, onProgress);
    const { space, labels: all } = model;
    if (!space || !all)
      throw new InputError(
        'unavailable',
        'A saved model holds no customers. Open their table to see how well they fit.',
      );
    const rows =
      space.rows > MAX_ROWS
        ? new Random(model.options.seed).sample(space.rows, MAX_ROWS).sort()
        : Int32Array.from(all.keys());
    const labels = rows.map((row) => all[row]);
    const segments = new Set(labels.filter((label) => label >= 0)).size;
    const { names } = model;
    if (segments < 2)
      return { body: { names, sampled: rows.length, of: space.rows, mean: null }, arrays: {} };
    const { mean, samples } = silhouette(space.selectRows(rows), labels);
    return {
      body: { names, sampled: rows.length, of: space.rows, mean },
      arrays: { silhouettes: Float32Array.from(samples), labels },
    };
  },
};
