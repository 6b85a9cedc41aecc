import { once } from 'node:events';
import { connect } from 'node:net';
import type { AnswerOf, TaskName } from '../../src/dashboard/engine/tasks';
import { type Frame, frameReader, type Problem, type Result } from '../../src/dashboard/frames';
import type { ServedDashboard } from '../support/servedDashboard';

/** What came back. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  text: string;
  frames: Frame[];
  result?: Result<Body>;
  problem?: Problem;
}

/** What a task answers with; of tasks that there are not, anything. */
type BodyOf<Task extends string> = Task extends TaskName ? AnswerOf<Task> : Record<string, unknown>;

/** A tab of a browser. */
export class Tab {
  private constructor(
    private readonly url: string,
    readonly token: string,
    /** Whether it was known before. */
    readonly resumed: boolean,
  ) {}

  static open({ url }: Pick<ServedDashboard, 'url'>): Promise<Tab> {
    return Tab.begin(url, {});
  }

  /** The tab as it is when its page was left and is there again. */
  leaveAndReturn(): Promise<Tab> {
    return Tab.begin(this.url, { 'x-session': this.token });
  }

  private static async begin(url: string, headers: Record<string, string>): Promise<Tab> {
    const response = await fetch(`${url}/api/sessions`, { method: 'POST', headers });
    const { token, resumed } = await response.json();
    return new Tab(url, token, resumed);
  }

  run<Task extends string>(task: Task, body: unknown, signal?: AbortSignal): Promise<Answer<BodyOf<Task>>> {
    return this.ask<BodyOf<Task>>('POST', `/api/run/${task}`, json(body), signal);
  }

  /** The result of a piece of work; fails where there is none. */
  async result<Name extends TaskName>(task: Name, body: unknown): Promise<Result<AnswerOf<Name>>> {
    const { result, problem, text } = await this.run(task, body);
    if (!result) throw new Error(problem?.message ?? text);
    return result as Result<AnswerOf<Name>>;
  }

  upload(name: string, content: string | Uint8Array, field = 'file'): Promise<Answer> {
    const form = new FormData();
    form.append(field, new Blob([content as BlobPart]), name);
    return this.ask('POST', '/api/uploads', { body: form });
  }

  /** The id of a file sent; fails where it was refused. */
  async send(name: string, content: string | Uint8Array): Promise<string> {
    const { text } = await this.upload(name, content);
    const { id, problem } = JSON.parse(text);
    if (!id) throw new Error(problem.message);
    return id;
  }

  correct(id: string, reading: unknown): Promise<Answer> {
    return this.ask('PUT', `/api/uploads/${id}/reading`, json(reading));
  }

  async ask<Body>(
    method: string,
    path: string,
    init: RequestInit = {},
    signal?: AbortSignal,
  ): Promise<Answer<Body>> {
    const headers = { ...(init.headers as Record<string, string>), 'x-session': this.token };
    return readAnswer<Body>(await fetch(this.url + path, { ...init, method, headers, signal }));
  }
}

/** A body of JSON; a text is sent as it is. */
export function json(body: unknown): RequestInit {
  return {
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

async function readAnswer<Body>(response: Response): Promise<Answer<Body>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { status, headers } = response;
  const text = new TextDecoder().decode(bytes);
  const frames: Frame[] = [];
  if (headers.get('content-type') === 'application/octet-stream') {
    frameReader((frame) => frames.push(frame))(bytes);
  }
  const last = frames.at(-1);
  return {
    status,
    headers,
    text,
    frames,
    ...(last?.kind === 'result' && { result: last.result as Result<Body> }),
    problem: last?.kind === 'problem' ? last.problem : problemIn(text),
  };
}

function problemIn(text: string): Problem | undefined {
  return text.startsWith('{"problem"') ? JSON.parse(text).problem : undefined;
}

/**
 * Writes on a bare connection, and gives all that comes back until it is closed.
 * @param onOpen told how to write more.
 */
export async function raw(
  { port }: Pick<ServedDashboard, 'port'>,
  text: string | Uint8Array,
  onOpen: (write: (more: string) => void) => void = () => {},
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (piece) => {
    heard += piece;
  });
  socket.on('error', () => {}); // what came before counts
  socket.write(text);
  onOpen((more) => void socket.write(more));
  await once(socket, 'close');
  return heard;
}

/** Status line's number of an answer that `raw` gave. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

/** Customers in three far groups, by lines; `tag` stands in the first column, so that files differ. */
export function customersCsv(tag = 'C', rows = 90): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const group = i % 3;
    const wobble = ((i * 37) % 17) / 10;
    return `${tag}${String(i).padStart(3, '0')},${20 + 20 * group + wobble},${[900, 100, 500][group] + 7 * wobble}`;
  });
  return `Customer,Age,Spending\n${lines.join('\n')}\n`;
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
}
