import type { Result } from '../../frames';
import { forgetModels } from '../models';
import { forgetTable } from '../tables/loadCustomers';

/** Gives back the memory of a table whose file is gone or is read in another way now. */
export const forget = {
  run({ source }: { source: string }): Promise<Result> {
    forgetTable(source);
    forgetModels(source);
    return Promise.resolve({ body: null, arrays: {} });
  },
};
