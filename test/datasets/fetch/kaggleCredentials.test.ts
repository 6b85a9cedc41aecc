import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorization, kaggleCredentials } from '../../../src/datasets/fetch/kaggleCredentials';

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
