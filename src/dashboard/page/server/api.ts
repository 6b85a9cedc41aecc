import type { AnswerOf, TaskName } from '../../engine/tasks';
import { frameReader, type Problem, type Progress, type Result } from '../../frames';
import type { Reading } from '../../reading';
import { problemOf, RequestProblem, request } from './request';
import { isUnknown, token } from './session';

export { RequestProblem };

/** A problem of any kind, in words. */
export function asProblem(error: unknown): RequestProblem {
  if (error instanceof RequestProblem) return error;
  console.error(error);
  return new RequestProblem('defect', 'Something went wrong on this page. Reload it.');
}

/** How a request is made. */
export interface RunOptions {
  /** Aborting stops the work on the server too. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Asks the server for a piece of work. @throws RequestProblem */
export async function run<Name extends TaskName>(
  task: Name,
  request: object,
  { signal, onProgress }: RunOptions = {},
): Promise<Result<AnswerOf<Name>>> {
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
  await readAll(response.body!, read);
  if (problem) throw new RequestProblem(problem.kind, problem.message, problem.mistake);
  if (!result) throw new RequestProblem('connection', BROKEN_OFF);
  return result as Result<AnswerOf<Name>>;
}

const BROKEN_OFF = 'The answer broke off. Try again.';

async function readAll(body: ReadableStream<Uint8Array>, read: (piece: Uint8Array) => void): Promise<void> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error) => {
      throw error.name === 'AbortError' ? error : new RequestProblem('connection', BROKEN_OFF);
    });
    if (done) return;
    read(value);
  }
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

/** The tables that every tab sees, and the files of this one. @throws RequestProblem */
export async function sources(): Promise<{ id: string; title: string; own?: boolean }[]> {
  return (await send('/api/sources', { method: 'GET' })).json();
}

async function send(path: string, init: RequestInit, again = true): Promise<Response> {
  const own = token();
  const response = await request(path, { ...init, headers: { ...init.headers, 'x-session': await own } });
  if (response.ok) return response;
  if (response.status !== 401 || !again) throw await problemOf(response);
  isUnknown(own);
  return send(path, init, false);
}
