import type { Progress, Result } from '../frames';

/**
 * Which process does a piece of work. 'interactive' answers within a second: pictures, predictions. 'background' takes
 * its time: choosing k, comparing algorithms, whole files. It is given the fit that the interactive process made.
 */
export type EngineName = 'interactive' | 'background';

/** What every task is given besides its request. */
export interface TaskContext {
  /** Called often; it stops the task by throwing once nobody waits for it any more. */
  onProgress: (progress: Progress) => void;
}

/** A piece of work that the page can ask for. A new one is a file beside the others and a line in `TASKS`. */
export interface Task<Request, Answer> {
  engine: EngineName;
  /** JSON schema of what the page may send. Anything else is refused before it is read. */
  request: object;
  /** @param request what the page sent, with each source's id replaced by the source. */
  run(request: Request, context: TaskContext): Promise<Result<Answer>>;
}
