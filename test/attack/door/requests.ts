import { pick } from '../pick';

/** A request as it goes over the wire, and what may come of it. */
export interface Knock {
  /** What is tried, for the message of a failure. */
  what: string;
  text: string;
  /** Statuses that are right; none of them lets anything in. */
  allowed: readonly number[];
}

type Random = () => number;

const ROUTES = ['GET /', 'GET /app.js', 'GET /api/sources', 'POST /api/sessions', 'POST /api/run/describe'];
const NAMES = ['localhost', '127.0.0.1', '[::1]'];
const FOREIGN = ['evil.example', 'localhost.evil.example', '0.0.0.0', '169.254.169.254', 'xn--evil-0ra'];
const BODY = '{"source":"mall-customers"}';

/** A request that asks under a name that is not ours, however it is written. */
export function foreignHost(random: Random): Knock {
  const own = pick(NAMES, random);
  const host = pick(
    [
      pick(FOREIGN, random),
      `${own}.${pick(FOREIGN, random)}`,
      `${own}@${pick(FOREIGN, random)}`,
      `${own}.`,
      `${own}%00`,
      `${pick(FOREIGN, random)}:${Math.floor(random() * 65536)}`,
      `evil-${own.replace(/[[\]]/g, '')}`,
      own
        .replace(/\d/, (digit) => `0${digit}x`)
        .replace('localhost', '0localhost')
        .replace('::1', '::2'),
    ],
    random,
  );
  return knock(`host ${host}`, pick(ROUTES, random), { host }, [400, 421]);
}

/** A request of a page that is not ours: of another origin, or that a browser calls cross-site. */
export function foreignPage(random: Random, port: number): Knock {
  const origin = pick(
    [
      `http://${pick(FOREIGN, random)}`,
      'null',
      'file://',
      `http://localhost.evil.example:${port}`,
      `http://localhost:${port + 1}`,
      `http://localhost:${port}@evil.example`,
      'data:text/html,x',
    ],
    random,
  );
  const site = { 'sec-fetch-site': pick(['cross-site', 'same-site'], random), 'sec-fetch-mode': 'cors' };
  const headers = random() < 0.5 ? { origin } : site;
  return knock(
    `page ${JSON.stringify(headers)}`,
    pick(ROUTES.slice(1), random),
    { host: `localhost:${port}`, ...headers },
    [403],
  );
}

/** What a form or a picture of another page can send without asking: no session, or a body that is no JSON. */
export function forged(random: Random, port: number): Knock {
  const type = pick(
    ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''],
    random,
  );
  const route = pick(['POST /api/run/segment', 'POST /api/uploads', 'PUT /api/uploads/x/reading'], random);
  return knock(
    `forged ${route} as ${type || 'nothing'}`,
    route,
    { host: `localhost:${port}`, cookie: 'session=x; token=x', ...(type && { 'content-type': type }) },
    [400, 401, 415],
  );
}

const UP = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '....', '\u2025', '%c0%ae%c0%ae', '..;'];
const SLASH = ['/', '\\', '%2f', '%5c', '%252f', '//', '%c0%af', '%ef%bc%8f', '/./'];
const TARGETS = [
  'etc/passwd',
  'package.json',
  'server.js',
  'proc/self/environ',
  '.git/config',
  'engine/process.js',
];
const STARTS = ['/', '/app.js/', '/api/uploads/', '/api/run/', '/api/', '/page/', 'http://localhost/'];

/** An address that leads up and out. */
export function traversal(random: Random, token: string): Knock {
  const depth = 1 + Math.floor(random() * 8);
  const slash = pick(SLASH, random);
  const way = `${new Array(depth).fill(pick(UP, random)).join(slash)}${slash}${pick(TARGETS, random)}`;
  const path = `${pick(STARTS, random)}${way}${pick(['', '%00.js', '?x', '/'], random)}`;
  const method = pick(['GET', 'HEAD', 'PUT', 'POST', 'DELETE'], random);
  return knock(path, `${method} ${path}`, { host: 'localhost', 'x-session': token }, [400, 404, 415]);
}

const ODD = [
  '\r\n',
  '"',
  '\0',
  '--x',
  ';',
  'filename="../../evil.csv"',
  '\u00ff',
  'a'.repeat(3000),
  "filename*=utf-8''x",
];

/** A form that is broken somewhere, sent by a tab that may send forms. */
export function brokenForm(random: Random, token: string): Knock {
  const part = (name: string, content: string, more = '') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.csv"${more}\r\n\r\n${content}\r\n`;
  let form = pick(
    [
      part('file', 'a,b\n1,2\n'),
      part('other', 'a,b\n1,2\n'),
      part('file', 'a,b\n1,2\n').repeat(3),
      part('__proto__', 'a,b\n1,2\n'),
      Array.from(
        { length: 50 },
        (_, i) => `--x\r\nContent-Disposition: form-data; name="f${i}"\r\n\r\nv\r\n`,
      ).join(''),
      part('file', 'a,b\n1,2\n', `; ${pick(ODD, random)}`),
      '--x\r\n\r\n\r\n',
      '',
    ],
    random,
  );
  form += pick(['--x--\r\n', '', '--x', '--y--\r\n'], random);
  const at = Math.floor(random() * form.length);
  if (random() < 0.6)
    form = form.slice(0, at) + pick(ODD, random) + form.slice(at + Math.floor(random() * 20));
  const type = pick(
    [
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      `multipart/form-data; boundary=${'b'.repeat(200)}`,
    ],
    random,
  );
  const headers = { host: 'localhost', 'x-session': token, 'content-type': type };
  return knock('form', 'POST /api/uploads', headers, [200, 400, 401, 406, 413, 415], form);
}

const GUESSES = [
  '',
  'x',
  '__proto__',
  'constructor',
  'toString',
  '0',
  'null',
  'undefined',
  '[object Object]',
  '../',
  '*',
  '%00',
];

/** Asks in the name of a tab that it isn't. */
export function guessedSession(random: Random, token: string): Knock {
  const changed = token.replace(/./, (first) => (first === 'A' ? 'B' : 'A'));
  const guess = pick([...GUESSES, changed, token.slice(1), `${token}x`, token.toUpperCase() + token], random);
  const headers = { host: 'localhost', 'x-session': guess, 'content-type': 'application/json' };
  return knock(`session ${guess}`, 'POST /api/run/describe', headers, [401]);
}

function knock(
  what: string,
  line: string,
  headers: Record<string, string>,
  allowed: readonly number[],
  body = line.startsWith('P') ? BODY : '',
): Knock {
  const bytes = Buffer.byteLength(body, 'latin1');
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': String(bytes) }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  if (!line.startsWith('GET') && !('content-type' in headers) && body === BODY && !what.startsWith('forged'))
    lines.push('content-type: application/json\r\n');
  return { what, text: `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`, allowed };
}
