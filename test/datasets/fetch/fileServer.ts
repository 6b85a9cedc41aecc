import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that answers as told, and remembers what it was asked. */
export interface FileServer {
  origin: string;
  requests: IncomingMessage[];
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export async function serve(answer: Answer): Promise<FileServer> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    answer(request, response, requests.length);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Serves a file as a good server does: with a tag, and from where it is asked. */
export function whole(content: Uint8Array, tag = '"one"'): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const goesOn = request.headers['if-range'] === tag && from > 0;
    const body = content.subarray(goesOn ? from : 0);
    response.writeHead(goesOn ? 206 : 200, {
      etag: tag,
      'content-length': body.length,
      ...(goesOn && { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }),
    });
    response.end(body);
  };
}

/** Sends the first half and hangs up. */
export function cut(content: Uint8Array, tag = '"one"'): Answer {
  return (_, response) => {
    response.writeHead(200, { etag: tag, 'content-length': content.length });
    response.write(content.subarray(0, content.length / 2), () => setTimeout(() => response.destroy(), 20));
  };
}

export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(code, headers).end('{"message":"no"}');
}
