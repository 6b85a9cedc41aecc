import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DownloadError, type DownloadOptions, download } from '../../../src/datasets/fetch/download';
import { type Answer, cut, type FileServer, serve, status, whole } from './fileServer';

const content = randomBytes(100_000);
const patience = { attempts: 3, firstDelay: 1, silence: 2000 };
let folder: string;
let part: string;
let server: FileServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
  part = join(folder, 'sub', 'file.part');
});
afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** Downloads from a server that answers so. */
async function from(answer: Answer, options: Partial<DownloadOptions> = {}): Promise<void> {
  await server?.close();
  server = await serve(answer);
  await download(`${server.origin}/file`, part, { limit: 1e6, patience, ...options });
}

const trouble = (work: Promise<void>) =>
  work.then(
    () => 'none',
    (error: DownloadError) => error.trouble,
  );

test('the whole file comes, told piece by piece, and nothing stays beside it', async () => {
  const told: number[] = [];
  await from(whole(content), { onProgress: ({ done, total }) => told.push(done / total!) });
  expect(readFileSync(part).equals(content)).toBe(true);
  expect(readdirSync(join(folder, 'sub'))).toEqual(['file.part']);
  expect(told.at(-1)).toBe(1);
});

test('a cut connection goes on where it was', async () => {
  await from((request, response, count) =>
    (count === 1 ? cut(content) : whole(content))(request, response, count),
  );
  expect(readFileSync(part).equals(content)).toBe(true);
  const { range, 'if-range': ifRange } = server!.requests[1].headers;
  expect([range, ifRange]).toEqual(['bytes=50000-', '"one"']);
});

test('a later call goes on where an earlier one stopped; progress counts from there', async () => {
  const answers: Answer[] = [cut(content), whole(content)];
  server = await serve((request, response, count) => answers[count - 1](request, response, count));
  const once = { limit: 1e6, patience: { ...patience, attempts: 1 } };
  await expect(download(`${server.origin}/file`, part, once)).rejects.toThrow(DownloadError);
  expect(readFileSync(part).length).toBe(50_000);
  const told: number[] = [];
  await download(`${server.origin}/file`, part, { ...once, onProgress: ({ done }) => told.push(done) });
  expect(readFileSync(part).equals(content)).toBe(true);
  expect(told[0]).toBeGreaterThan(50_000);
});

test('a file that changed meanwhile starts again', async () => {
  const changed = randomBytes(70_000);
  await from((request, response, count) =>
    (count === 1 ? cut(content) : whole(changed, '"two"'))(request, response, count),
  );
  expect(readFileSync(part).equals(changed)).toBe(true);
});

test('without a mark to know the file again, it starts again', async () => {
  const untagged: Answer = (_, response, count) => {
    response.writeHead(200, { etag: 'W/"weak"', 'content-length': content.length });
    if (count === 1) response.write(content.subarray(0, 99), () => setTimeout(() => response.destroy(), 20));
    else response.end(content);
  };
  await from(untagged);
  expect(server!.requests[1].headers.range).toBeUndefined();
  expect(readFileSync(part).equals(content)).toBe(true);
});

test('what another address left is not gone on with', async () => {
  await trouble(from(cut(content), { patience: { ...patience, attempts: 1 } }));
  await from(whole(content)); // another port
  expect(server!.requests[0].headers.range).toBeUndefined();
  expect(readFileSync(part).equals(content)).toBe(true);
});

test('a server that sends another part than asked for is not believed', async () => {
  const wrong: Answer = (request, response, count) => {
    if (count === 1) return cut(content)(request, response, count);
    if (count > 2) return whole(content)(request, response, count);
    response.writeHead(206, { 'content-range': 'bytes 7-9/100000', 'content-length': 3 }).end('abc');
  };
  await from(wrong);
  expect(readFileSync(part).equals(content)).toBe(true);
});

test('a range that does not exist any more starts again', async () => {
  await from((request, response, count) => {
    if (count === 1) return cut(content)(request, response, count);
    return (request.headers.range ? status(416) : whole(content))(request, response, count);
  });
  expect(readFileSync(part).equals(content)).toBe(true);
});

test.each([500, 503, 429])('%i is asked again, three times at most', async (code) => {
  expect(await trouble(from(status(code, { 'retry-after': '0' })))).toBe('server');
  expect(server!.requests).toHaveLength(3);
});

test.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'missing'],
  [400, 'server'],
] as const)('%i is final: %s', async (code, expected) => {
  expect(await trouble(from(status(code)))).toBe(expected);
  expect(server!.requests).toHaveLength(1);
  expect(existsSync(part)).toBe(false);
});

test('a web page is not the file', async () => {
  const page: Answer = (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Log in</html>');
  expect(await trouble(from(page))).toBe('web-page');
  expect(existsSync(part)).toBe(false);
});

test('more than the limit is stopped, and thrown away', async () => {
  expect(await trouble(from(whole(content), { limit: 1000 }))).toBe('too-large');
  expect(existsSync(part)).toBe(false);
});

test('a server that falls silent is given up', async () => {
  const silent: Answer = (_, response) => {
    response.writeHead(200, { 'content-length': content.length }).write('abc');
  };
  const work = from(silent, { patience: { attempts: 2, firstDelay: 1, silence: 500 } });
  await expect(work).rejects.toThrow('nothing came for 0.5 s');
  expect(server!.requests).toHaveLength(2);
});

test('nobody there is a matter of the network', async () => {
  const gone = await serve(whole(content));
  await gone.close();
  const work = download(gone.origin, part, { limit: 1e6, patience });
  await expect(work).rejects.toMatchObject({ trouble: 'network', message: 'ECONNREFUSED' });
});

test('a name that nobody knows is not asked for again', async () => {
  const failed = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
  const asked = jest.spyOn(globalThis, 'fetch').mockRejectedValue(failed);
  const work = download('http://no-such-host.invalid/', part, { limit: 1, patience });
  await expect(work).rejects.toMatchObject({ trouble: 'network', message: 'ENOTFOUND' });
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test("the disk's troubles are not tried again", async () => {
  writeFileSync(join(folder, 'sub'), 'a file where the folder should be');
  await expect(from(whole(content))).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(server!.requests).toHaveLength(0);
});
