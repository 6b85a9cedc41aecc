import type { Progress, Result } from '../frames';
import { chooseK } from './chooseK';
import { compare } from './compare';
import { customers } from './customers';
import { describe } from './describe';
import { download } from './download';
import { header } from './header';
import { judge } from './judge';
import { forgetModels } from './models';
import { predict } from './predict';
import { score } from './score';
import { segment } from './segment';
import { silhouettes } from './silhouettes';
import { forgetTable } from './tables';

/** What every task is given besides its request. */
export interface TaskContext {
  /** Told often; it stops the task by throwing when nobody waits for it any more. */
  onProgress: (progress: Progress) => void;
}

/** Every piece of work the engine does, by name. */
export const TASKS = {
  describe,
  header,
  segment,
  judge,
  customers,
  chooseK,
  compare,
  silhouettes,
  predict,
  score,
  download,
  /** The file behind a table is gone. */
  forget({ source }: { source: string }): Promise<Result> {
    forgetTable(source);
    forgetModels(source);
    return Promise.resolve({ body: null, arrays: {} });
  },
} satisfies Record<string, (request: never, context: TaskContext) => Promise<Result>>;

/** The name of a task. */
export type TaskName = keyof typeof TASKS;
