import { chooseK } from './tasks/chooseK';
import { compare } from './tasks/compare';
import { customers } from './tasks/customers';
import { describe } from './tasks/describe';
import { download } from './tasks/download';
import { explain } from './tasks/explain';
import { forget } from './tasks/forget';
import { header } from './tasks/header';
import { judge } from './tasks/judge';
import { predict } from './tasks/predict';
import { saveFit } from './tasks/saveFit';
import { score } from './tasks/score';
import { segment } from './tasks/segment';
import { silhouettes } from './tasks/silhouettes';

/** Every piece of work that the page can ask for, by name. */
export const TASKS = {
  describe,
  header,
  segment,
  judge,
  explain,
  customers,
  chooseK,
  compare,
  silhouettes,
  predict,
  score,
  download,
};

/** What the server asks of the processes for itself. */
export const SERVER_TASKS = { forget, saveFit };

/** The name of any task. */
export type AnyTaskName = TaskName | keyof typeof SERVER_TASKS;

/** The name of a task that the page can ask for. */
export type TaskName = keyof typeof TASKS;

/** What a task answers with. */
export type AnswerOf<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]['run']>>['body'];
