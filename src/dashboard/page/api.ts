import { frameReader, type Problem, type Progress, type Result } from '../frames';
import type { Reading } from '../reading';

/** What a request came to: the work's result, or words on why there is none. */
export class RequestProblem extends Error {
  constructor(
    readonly kind: Problem['kind'] | 'connection',
    message: string,
  ) {
    super(message);
  }
}

/** A problem of any kind, in words. */
export function asProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  console.error(error);
  return new RequestProblem('defect', 'Something went wrong in this page. Load it again.');
}

/** How a request is made. */
export interface RunOptions {
  /** Aborting stops the work on the server too. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

let token: Promise<string> | undefined;

/** Asks the server for a piece of work. @throws RequestProblem */
export async function run<Body>(
  task: string,
  request: object,
  { signal, onProgress }: RunOptions = {},
): Promise<Result<Body>> {
  const response = await send(`/api/run/${task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  let result: Result | undefined;
  let problem: Problem | undefined;
  const read = frameReader((frame) => {
    if (frame.kind === 'progress') onProgress?.(frame.progress);
    else if (frame.kind === 'result') result = frame.result;
    else problem = frame.problem;
  });
  for (const reader = response.body!.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read(value);
  }
  if (problem) throw new RequestProblem(problem.kind, problem.message);
  if (!result) throw new RequestProblem('connection', 'The answer broke off. Try again.');
  return result as Result<Body>;
}

/** Sends a file of this tab. @throws RequestProblem */
export async function upload(file: File, signal?: AbortSignal): Promise<{ id: string; title: string }> {
  const form = new FormData();
  form.append('file', file);
  const response = await send('/api/uploads', { method: 'POST', body: form, signal });
  return response.json();
}

/** Says how a file of this tab is to be read. @throws RequestProblem */
export async function correctReading(id: string, reading: Reading): Promise<void> {
  await send(`/api/uploads/${id}/reading`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reading),
  });
}

/** The tables that every tab sees. */
export async function sources(): Promise<{ id: string; title: string }[]> {
  return (await send('/api/sources', { method: 'GET' })).json();
}

async function send(path: string, init: RequestInit, again = true): Promise<Response> {
  token ??= begin();
  const headers = { ...init.headers, 'x-session': await token };
  const response = await reach(path, { ...init, headers });
  if (response.ok) return response;
  const { problem } = await response.json().catch(() => ({ problem: undefined }));
  if (response.status === 401 && again) {
    token = undefined;
    return send(path, init, false);
  }
  throw new RequestProblem(
    problem?.kind ?? 'defect',
    problem?.message ?? `The server answered ${response.status}.`,
  );
}

async function begin(): Promise<string> {
  const response = await reach('/api/sessions', { method: 'POST' });
  return (await response.json()).token;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
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
