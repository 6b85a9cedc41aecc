import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorization, kaggleCredentials } from '../../../src/datasets/fetch/kaggleCredentials';

// cspell:ignore mkfifo

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kaggle-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const found = (env: NodeJS.ProcessEnv = {}) => kaggleCredentials({ KAGGLE_CONFIG_DIR: folder, ...env });

test('are found where Kaggle’s own tools look, the environment first', () => {
  expect(found()).toBeUndefined();
  put('kaggle.json', '{"username":"ann","key":"k1"}');
  expect(found()).toEqual({ username: 'ann', key: 'k1' });
  put('access_token', 'KGAT_file\n');
  expect(found()).toEqual({ token: 'KGAT_file' });
  expect(found({ KAGGLE_USERNAME: 'bob', KAGGLE_KEY: 'k2' })).toEqual({ username: 'bob', key: 'k2' });
  expect(found({ KAGGLE_USERNAME: 'bob', KAGGLE_API_TOKEN: 'KGAT_1' })).toEqual({ token: 'KGAT_1' });
});

test.each(['{"username":"ann"}', 'no JSON', 'null'])('a kaggle.json that holds none is named: %s', (text) => {
  put('kaggle.json', text);
  expect(() => found()).toThrow('kaggle.json holds no user name and key; make a new token at https://');
});

test('are shown as a token or, of the older kind, by name and key', () => {
  expect(authorization({ token: 'KGAT_1' })).toBe('Bearer KGAT_1');
  expect(authorization({ username: 'ann', key: 'KGAT_2' })).toBe('Bearer KGAT_2');
  expect(authorization({ username: 'ann', key: 'k1' })).toBe('Basic YW5uOmsx');
});

test('where the user has no home there are none, unless a folder is named', () => {
  jest.spyOn(os, 'homedir').mockImplementation(() => {
    throw Object.assign(new Error('uv_os_homedir returned ENOENT'), { code: 'ERR_SYSTEM_ERROR' });
  });
  expect(kaggleCredentials({})).toBeUndefined();
  put('kaggle.json', '{"username":"ann","key":"k1"}');
  expect(found()).toEqual({ username: 'ann', key: 'k1' });
  jest.restoreAllMocks();
});

test('a pipe is not waited for', () => {
  spawnSync('mkfifo', [join(folder, 'access_token'), join(folder, 'kaggle.json')]);
  expect(found()).toBeUndefined();
});

test.each([{ token: 'SECRET\nx: y' }, { token: 'SECRET\u20ac' }, { username: 'ann', key: 'KGAT_SECRET ' }])(
  'a token that cannot be one is refused, and not shown',
  (credentials) => {
    const refused = () => authorization(credentials as Parameters<typeof authorization>[0]);
    expect(refused).toThrow('your Kaggle token holds characters that no token has; copy it again');
    expect(refused).not.toThrow(/SECRET/);
  },
);
