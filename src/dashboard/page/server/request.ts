import type { Mistake } from '../../../core/errors';
import type { Problem } from '../../frames';

/** What a request came to: the work's result, or words on why there is none. */
export class RequestProblem extends Error {
  constructor(
    readonly kind: Problem['kind'] | 'connection',
    message: string,
    /** The mistake as data, where it is the user's. */
    readonly mistake?: Mistake,
  ) {
    super(message);
  }
}

/** Asks the server. Its refusals are answers too. @throws RequestProblem when it does not answer. */
export async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new RequestProblem(
      'connection',
      'The dashboard does not answer. Is it still running in the terminal?',
    );
  }
}

/** What a refusal says, in words. */
export async function problemOf(response: Response): Promise<RequestProblem> {
  const { problem } = await response.json().catch(() => ({ problem: undefined }));
  return new RequestProblem(
    problem?.kind ?? 'defect',
    problem?.message ?? `The server answered ${response.status}.`,
    problem?.mistake,
  );
}
