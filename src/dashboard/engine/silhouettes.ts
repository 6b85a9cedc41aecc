import { Random } from '../../core/random';
import { silhouette } from '../../evaluate/indices/silhouette';
import type { SilhouettesAnswer } from '../answers';
import type { Result } from '../frames';
import { fittedTo, type SettingsRequest } from './models';
import type { TaskContext } from './tasks';

/** The silhouette's cost is the square of the rows, and a picture of more shows no more. */
const MOST_ROWS = 3000;

/** How well each customer fits its segment; on a random sample of large tables. */
export async function silhouettes(
  request: SettingsRequest,
  { onProgress }: TaskContext,
): Promise<Result<SilhouettesAnswer>> {
  const { model } = await fittedTo(request, onProgress);
  const space = model.space!;
  const all = model.labels!;
  const rows =
    space.rows > MOST_ROWS
      ? new Random(model.options.seed).sample(space.rows, MOST_ROWS).sort()
      : Int32Array.from(all.keys());
  const labels = rows.map((row) => all[row]);
  const segments = new Set(labels.filter((label) => label >= 0)).size;
  const { names } = model;
  if (segments < 2) return { body: { names, sampled: rows.length, of: space.rows, mean: null }, arrays: {} };
  const { mean, samples } = silhouette(space.takeRows(rows), labels);
  return {
    body: { names, sampled: rows.length, of: space.rows, mean },
    arrays: { silhouettes: Float32Array.from(samples), labels },
  };
}
