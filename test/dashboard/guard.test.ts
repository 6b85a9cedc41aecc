import { hostname, networkInterfaces } from 'node:os';
import { namesOf } from '../../src/dashboard/guard';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { json, raw, statusOf, Tab } from './tab';

/** Who may ask the dashboard, and what stands on every answer. */

test('a server is asked under the address it listens on', () => {
  expect(namesOf('127.0.0.1')).toEqual(['127.0.0.1']);
  expect(namesOf('::1')).toEqual(['[::1]']);
  expect(namesOf('shop.example')).toEqual(['shop.example']);
});

test('one that listens on all addresses, under each of them and the name of the machine', () => {
  const own = Object.values(networkInterfaces()).flat();
  for (const all of ['0.0.0.0', '::']) {
    expect(namesOf(all)).toContain(hostname());
    for (const found of own) expect(namesOf(all).join()).toContain(found!.address);
  }
});

describeWith(needsBuild, 'the dashboard', () => {
  let server: ServedDashboard;
  beforeAll(async () => {
    server = await serveDashboard({ hosts: ['Shop.Example'] });
  });
  afterAll(() => server.stop());

  const get = (path: string, headers: Record<string, string>) =>
    raw(server, request('GET', path, { connection: 'close', ...headers }));

  test('listens on loopback alone', () => {
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
  });

  test.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', 'shop.example', 'localhost:1'])(
    'answers to the name %s',
    async (host) => {
      expect(statusOf(await get('/', { host }))).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    '127.0.0.2',
    '0.0.0.0',
    'localhost.',
    '127.1',
    '2130706433',
    'localhost@evil.example',
    '[::ffff:127.0.0.1]',
    'shop.example.evil.example',
    '',
  ])('refuses the name %p, for the page and for the API', async (host) => {
    for (const path of ['/', '/app.js', '/api/sources', '/nothing']) {
      expect(statusOf(await get(path, { host }))).toBe(421);
    }
    const begin = await raw(
      server,
      request('POST', '/api/sessions', { host, connection: 'close', 'content-length': '0' }),
    );
    expect(statusOf(begin)).toBe(421);
    expect(begin).not.toContain('token');
  });

  test.each([
    'http://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://localhost:1',
    'https://localhost:1',
    'file://',
    'chrome-extension://abc',
  ])('refuses pages from %s, whatever they ask', async (origin) => {
    const host = `localhost:${server.port}`;
    for (const path of ['/', '/api/sources', '/app.js']) {
      expect(statusOf(await get(path, { host, origin }))).toBe(403);
    }
    const begin = request('POST', '/api/sessions', {
      host,
      origin,
      connection: 'close',
      'content-length': '0',
    });
    expect(statusOf(await raw(server, begin))).toBe(403);
  });

  test('answers to its own pages, and behind a proxy that ends TLS', async () => {
    const host = `localhost:${server.port}`;
    for (const origin of [`http://${host}`, `https://${host}`]) {
      expect(statusOf(await get('/api/sources', { host, origin }))).toBe(200);
    }
  });

  test.each(['cross-site', 'same-site'])(
    'of %s pages nothing is taken but a link to the page',
    async (site) => {
      const host = `localhost:${server.port}`;
      const from = { host, 'sec-fetch-site': site };
      expect(statusOf(await get('/', { ...from, 'sec-fetch-mode': 'navigate' }))).toBe(200);
      expect(statusOf(await get('/app.js', { ...from, 'sec-fetch-mode': 'no-cors' }))).toBe(403);
      expect(statusOf(await get('/api/sources', { ...from, 'sec-fetch-mode': 'navigate' }))).toBe(403);
      const post = request('POST', '/', { ...from, 'sec-fetch-mode': 'navigate', connection: 'close' });
      expect(statusOf(await raw(server, post))).toBe(403);
    },
  );

  test('knows the API however its address is written', async () => {
    const host = `localhost:${server.port}`;
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    for (const path of ['/%61pi/sources', '/ap%69/sources', 'http://localhost/api/sources']) {
      expect(await get(path, { host })).toMatch(/^HTTP\/1\.1 200 .*\r\ncache-control: no-store\r\n/is);
      expect(statusOf(await get(path, { host, ...link }))).toBe(403);
    }
  });

  test('needs a session for all that is about tables', async () => {
    for (const token of ['', 'x', '__proto__', 'constructor']) {
      const headers = { 'x-session': token, 'content-type': 'application/json' };
      const answers = await Promise.all([
        fetch(`${server.url}/api/run/describe`, {
          method: 'POST',
          headers,
          body: '{"source":"mall-customers"}',
        }),
        fetch(`${server.url}/api/uploads/x/reading`, { method: 'PUT', headers, body: '{}' }),
        fetch(`${server.url}/api/uploads`, { method: 'POST', headers: { 'x-session': token } }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    }
  });

  test('long links lead to the page: two hundred columns with long Chinese names', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `客户最近一年的消费总额与购买次数${i}`);
    const link = `/?${names.map((name) => `columns=${encodeURIComponent(name)}`).join('&')}`;
    expect(link.length).toBeGreaterThan(30_000);
    expect(statusOf(await get(link, { host: 'localhost' }))).toBe(200);
  });

  test('every answer says what it is, forbids guessing, framing and code from elsewhere', async () => {
    const tab = await Tab.open(server);
    const answers = await Promise.all([
      tab.ask('GET', '/'),
      tab.ask('GET', '/app.js'),
      tab.ask('GET', '/plotly.js'),
      tab.ask('GET', '/style.css'),
      tab.ask('GET', '/icon.svg'),
      tab.ask('HEAD', '/'),
      tab.ask('GET', '/nothing'),
      tab.ask('OPTIONS', '/'),
      tab.ask('DELETE', '/api/sessions'),
      tab.ask('GET', '/api/sources'),
      tab.run('describe', { source: 'nothing' }),
      tab.run('describe', {}),
      tab.run('describe', '{'),
      tab.ask('POST', '/api/uploads', json({})),
      tab.run('nothing', {}),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe/);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
    const ofApi = answers.slice(8);
    for (const { headers } of ofApi) expect(headers.get('cache-control')).toBe('no-store');
    expect(answers.slice(0, 10).map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200, 200, 404, 404, 404, 200,
    ]);
  });

  test.each([
    [
      'an address that cannot be read',
      'GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      400,
    ],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(262_200)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    [
      'a length and pieces (request smuggling)',
      'POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('so does the answer to %s', async (_, text, status) => {
    const answer = await raw(server, text);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatch(/content-security-policy: default-src 'none'/i);
    expect(answer).toMatch(/x-content-type-options: nosniff/i);
    expect(answer).toContain('{"problem":');
  });

  test('no mistake of its own was met', () => {
    expect(server.said()).toBe('');
  });
});

function request(method: string, path: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
