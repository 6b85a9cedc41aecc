import type { Result } from '../../frames';
import { forgetModels } from '../models';
import { forgetRestored } from '../savedFits';
import { forgetTable } from '../tables/loadCustomers';
import { forgetChoices } from './chooseK';

/** Gives back the memory of a table whose file is gone or is read in another way now. */
export const forget = {
  run({ source }: { source: string }): Promise<Result> {
    forgetTable(source);
    forgetModels(source);
    forgetRestored();
    forgetChoices(source);
    return Promise.resolve({ body: null, arrays: {} });
  },
};
