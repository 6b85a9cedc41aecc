import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CFB } from 'xlsx';
import { InputError } from '../../../src/core/errors';
import { CATALOG } from '../../../src/datasets/catalog/catalog';
import { loadDataset } from '../../../src/datasets/catalog/loadDataset';
import type { DatasetName } from '../../../src/datasets/catalog/schema';
import { type FetchDatasetOptions, fetchDataset } from '../../../src/datasets/fetch/fetchDataset';
import { describePublished } from '../catalog/published';
import { type Answer, cut, type FileServer, serve, status, whole } from './fileServer';

const patience = { attempts: 2, firstDelay: 1, silence: 2000 };
const credentials = { username: 'ann', key: 'k1' };
/** Stands for the published file: the catalog is told its checksum. */
const content = Buffer.from(`CustomerID,Gender\n${'1,Female\n'.repeat(300)}`);
let folder: string;
let server: FileServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fetch-'));
  const entry = CATALOG['mall-customers'] as { sha256: string };
  jest.replaceProperty(entry, 'sha256', createHash('sha256').update(content).digest('hex'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

async function from(answer: Answer, options: FetchDatasetOptions = {}, name: DatasetName = 'mall-customers') {
  server ??= await serve(answer);
  return fetchDataset(name, { folder, credentials, patience, mirror: server.origin, ...options });
}
const at = (name = 'Mall_Customers.csv') => join(folder, name);

test('the file takes its place, and no credentials go to a mirror', async () => {
  const fetched = await from(whole(content));
  expect(fetched).toMatchObject({ name: 'mall-customers', path: at(), outcome: 'fetched' });
  expect(fetched.message).toMatch(/^Mall_Customers\.csv came from 127\.0\.0\.1:\d+; the checksum agrees\.$/);
  expect(readFileSync(at()).equals(content)).toBe(true);
  expect(readdirSync(folder)).toEqual(['Mall_Customers.csv']);
  const [{ url, headers }] = server!.requests;
  expect(url).toBe(
    '/api/v1/datasets/download/vjchoudhary7/customer-segmentation-tutorial-in-python/Mall_Customers.csv',
  );
  expect(headers.authorization).toBeUndefined();
});

test('the credentials go to their own host, by TLS', async () => {
  const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(content));
  await fetchDataset('mall-customers', { folder, credentials, patience, mirror: '' });
  const [url, { headers }] = asked.mock.calls[0] as [string, { headers: Record<string, string> }];
  expect(url).toMatch(/^https:\/\/www\.kaggle\.com\//);
  expect(headers.authorization).toBe('Basic YW5uOmsx');
});

test.each(['http://www.kaggle.com', 'https://www.kaggle.com.example.org', 'https://example.org'])(
  'no credentials go to %s',
  async (mirror) => {
    const asked = jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(content));
    await fetchDataset('mall-customers', { folder, credentials, patience, mirror });
    const [, { headers }] = asked.mock.calls[0] as [string, { headers: Record<string, string> }];
    expect(headers.authorization).toBeUndefined();
  },
);

test('a file sent as a zip is unpacked', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Mall_Customers.csv', content);
  await from(whole(CFB.write(container, { type: 'buffer', fileType: 'zip' } as never) as Uint8Array));
  expect(readFileSync(at()).equals(content)).toBe(true);
  expect(readdirSync(folder)).toEqual(['Mall_Customers.csv']);
});

test('the credentials do not follow to another host', async () => {
  const store = await serve(whole(content));
  await from(status(302, { location: `${store.origin}/signed` }));
  expect(readFileSync(at()).equals(content)).toBe(true);
  expect(store.requests[0].headers.authorization).toBeUndefined();
  await store.close();
});

test.each(['', '.gz'])(
  'a good file is left alone and nothing asked: Mall_Customers.csv%s',
  async (ending) => {
    writeFileSync(at(`Mall_Customers.csv${ending}`), ending ? gzipSync(content) : content);
    expect(await from(status(500))).toMatchObject({ outcome: 'present', bytes: content.length });
    expect(server!.requests).toHaveLength(0);
  },
);

test('another file of that name is never replaced', async () => {
  writeFileSync(at(), 'mine');
  await expect(from(whole(content))).rejects.toThrow('move it away to fetch that one');
  expect(readFileSync(at(), 'utf8')).toBe('mine');
});

test('what stopped goes on at the next call', async () => {
  const answers = [cut(content), whole(content)];
  const once = { patience: { ...patience, attempts: 1 } };
  const answer: Answer = (request, response, count) => answers[count - 1](request, response, count);
  await expect(from(answer, once)).rejects.toThrow('could not be fetched');
  expect(readdirSync(folder).sort()).toEqual(['Mall_Customers.csv.part', 'Mall_Customers.csv.part.json']);
  await from(answer, once);
  expect(server!.requests[1].headers.range).toBe(`bytes=${content.length / 2}-`);
  expect(readdirSync(folder)).toEqual(['Mall_Customers.csv']);
});

test('a file with another checksum is not kept', async () => {
  await expect(from(whole(Buffer.from('CustomerID\n1\n')))).rejects.toThrow(
    /what came is not the published Mall_Customers\.csv \(SHA-256 .*\), so it was not kept\. By hand: /,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test('a zip bomb is not kept', async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Mall_Customers.csv', Buffer.alloc(30_000_000));
  const bomb = CFB.write(container, {
    type: 'buffer',
    fileType: 'zip',
    compression: true,
  } as never) as Uint8Array;
  await expect(from(whole(bomb))).rejects.toThrow(InputError);
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, Answer, RegExp]>([
  ['refused', status(401), /Kaggle refused the credentials: it answered 401 .*settings\/api/],
  ['forbidden', status(403), /accept terms/],
  ['gone', status(404), /has it no more at the address known/],
  ['broken', status(500), /does not serve it: it answered 500/],
  [
    'a login page',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    /wants something else first/,
  ],
])('when %s, it says why and what to do by hand', async (_, answer, reason) => {
  const work = from(answer);
  await expect(work).rejects.toThrow(InputError);
  await expect(work).rejects.toThrow(reason);
  await expect(work).rejects.toThrow(
    `By hand: download Mall_Customers.csv from https://www.kaggle.com/datasets/vjchoudhary7/customer-segmentation-tutorial-in-python into ${folder}; with CUSTOMER_DATA_DIR=${folder} it is found there.`,
  );
  expect(existsSync(at())).toBe(false);
});

test('without network, too; UCI needs no credentials', async () => {
  const gone = await serve(status(500));
  await gone.close();
  const work = from(status(500), { mirror: gone.origin, credentials: null }, 'online-retail');
  await expect(work).rejects.toThrow(
    /archive\.ics\.uci\.edu was not reached \(ECONNREFUSED\)\. By hand: download https:\/\/archive\.ics\.uci\.edu\/static\/public\/352\/data\.csv and save it as .*online-retail-dataset\.csv; /,
  );
});

test('without credentials Kaggle is not asked', async () => {
  await expect(from(whole(content), { credentials: null, mirror: '' })).rejects.toThrow(
    /no credentials of yours were found.*KAGGLE_API_TOKEN.*By hand:/,
  );
  expect(server!.requests).toHaveLength(0);
});

test('what is off in the call is refused', async () => {
  await expect(fetchDataset('mall' as never)).rejects.toThrow("`name` is 'mall'; it must be one of");
  await expect(fetchDataset('mall-customers', { out: folder } as never)).rejects.toThrow('no option `out`');
  await expect(from(whole(content), { mirror: 'no address' })).rejects.toThrow("the mirror 'no address'");
  await expect(from(whole(content), { mirror: 'file:///etc/' })).rejects.toThrow("the mirror 'file:///etc/'");
});

describePublished('mall-customers', () => {
  test('the published file, served from this machine, is recognized and then loaded', async () => {
    jest.restoreAllMocks();
    const published = join(
      process.env.CUSTOMER_DATA_DIR ?? join(__dirname, '../../../data'),
      'Mall_Customers.csv',
    );
    const { bytes } = await from(whole(readFileSync(published)));
    expect(bytes).toBe(CATALOG['mall-customers'].download.bytes);
    expect(loadDataset('mall-customers', { folder }).checksumMatches).toBe(true);
  });
});

test.each([
  'https://ann:SECRET@127.0.0.1/',
  'http://SECRET@127.0.0.1/',
  'ftp://ann:SECRET@127.0.0.1/',
  'ann:SECRET@127.0.0.1',
])('a password in the address of a mirror is neither sent nor shown: %#', async (mirror) => {
  const asked = jest.spyOn(globalThis, 'fetch');
  const fetched = fetchDataset('online-retail', { folder, patience, mirror });
  await expect(fetched).rejects.toThrow("write e.g. 'https://data.example.org'");
  await expect(fetched).rejects.not.toThrow('SECRET');
  expect(asked).not.toHaveBeenCalled();
});
