import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';

/** How a user shows Kaggle who they are: a token, or a user name with its (older) key. */
export type KaggleCredentials = { token: string } | { username: string; key: string };

/** Variables by name, as `process.env`. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The user's own credentials, where Kaggle's own tools look for them: KAGGLE_API_TOKEN; KAGGLE_USERNAME with
 * KAGGLE_KEY; then, in the folder that KAGGLE_CONFIG_DIR names or in `~/.kaggle` or `~/.config/kaggle`, the files
 * `access_token` and `kaggle.json`. Undefined where there are none.
 *
 * @throws InputError for a kaggle.json that holds no user name and key.
 */
export function kaggleCredentials(env: Environment = process.env): KaggleCredentials | undefined {
  const { KAGGLE_API_TOKEN: token, KAGGLE_USERNAME: username, KAGGLE_KEY: key } = env;
  if (token) return { token: token.trim() };
  if (username && key) return { username, key };
  for (const folder of foldersOf(env)) {
    const found = inFolder(folder);
    if (found) return found;
  }
  return undefined;
}

/**
 * The value of the Authorization header. Keys of the new kind are tokens, wherever they were written down.
 * @throws InputError for a token that cannot be one, without showing it: what sends a request would quote it.
 */
export function authorization(credentials: KaggleCredentials): string {
  if ('token' in credentials) return bearer(credentials.token);
  const { username, key } = credentials;
  if (key.startsWith('KGAT_')) return bearer(key);
  return `Basic ${Buffer.from(`${username}:${key}`).toString('base64')}`;
}

function bearer(token: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return `Bearer ${token}`;
  throw new InputError('damaged-file', 'your Kaggle token holds characters that no token has', {
    remedy: `copy it again, or make a new one at ${TOKEN_PAGE}`,
  });
}

function foldersOf({ KAGGLE_CONFIG_DIR, XDG_CONFIG_HOME }: Environment): string[] {
  if (KAGGLE_CONFIG_DIR) return [KAGGLE_CONFIG_DIR];
  const home = homeFolder();
  const settings = XDG_CONFIG_HOME || (home && join(home, '.config'));
  return [...(home ? [join(home, '.kaggle')] : []), ...(settings ? [join(settings, 'kaggle')] : [])];
}

/** A user that the system does not know, as in a container, has none. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

function inFolder(folder: string): KaggleCredentials | undefined {
  for (const name of ['access_token', 'access_token.txt']) {
    const token = textOf(join(folder, name))?.trim();
    if (token) return { token };
  }
  const path = join(folder, 'kaggle.json');
  const text = textOf(path);
  return text === undefined ? undefined : parsed(text, path);
}

function parsed(text: string, path: string): KaggleCredentials {
  try {
    const { username, key } = JSON.parse(text) as { username?: unknown; key?: unknown };
    if (typeof username === 'string' && typeof key === 'string') return { username, key };
  } catch {
    // not JSON: the same remedy
  }
  throw new InputError('damaged-file', phrase`${{ file: path }} holds no user name and key`, {
    remedy: `make a new token at ${TOKEN_PAGE}`,
  });
}

/** Where a user gets credentials. */
export const TOKEN_PAGE = 'https://www.kaggle.com/settings/api';

function textOf(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined; // a pipe would be waited for
  } catch {
    return undefined;
  }
}
