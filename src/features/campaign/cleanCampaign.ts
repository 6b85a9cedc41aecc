import type { DataFrame } from '../../datasets/frame/danfoTypes';
import { parseDates } from '../../preprocess/clean/dates';
import { dropWhere } from '../../preprocess/clean/dropWhere';
import { dropDuplicates } from '../../preprocess/clean/duplicates';
import { dropMissing } from '../../preprocess/clean/missing';
import type { ChangeRecord } from '../../preprocess/clean/record';

/** A table that was cleaned, and what each step removed. */
export interface CleanedCampaign {
  data: DataFrame;
  dropped: ChangeRecord[];
}

/**
 * The marketing-campaign table as the study cleans it: without customers whose income is unknown, or whose income or
 * year of birth is impossible, and without repeated rows. The enrollment becomes a date.
 * Cost: O(rows).
 */
export function cleanCampaign(frame: DataFrame): CleanedCampaign {
  const known = dropMissing(frame, { columns: ['Income'] });
  const credible = dropWhere(known.data, 'Income', { atLeast: 600_000 }, 'absurd income');
  const alive = dropWhere(credible.data, 'Year_Birth', { below: 1925 }, 'impossible year of birth');
  const distinct = dropDuplicates(alive.data, { ignore: ['ID'] });
  const { data } = parseDates(distinct.data, 'Dt_Customer', { format: 'dd-MM-yyyy' });
  return { data, dropped: [known, credible, alive, distinct].map(({ record }) => record) };
}
