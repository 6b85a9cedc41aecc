import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { raw, statusOf, Tab } from './tab';

/** No address, id or name of a file leads to a file that is not the page's or the tab's own. */

/** Ways to write 'etc/passwd, several folders up', as they reach the server. */
const ENCODINGS = [
  '/../../../../../../etc/passwd',
  '/..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/..%2F..%2F..%2F..%2Fetc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/%2E%2E/%2E%2E/%2E%2E/etc/passwd',
  '/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '/.%2e/.%2e/.%2e/etc/passwd',
  '/%2e./%2e./%2e./etc/passwd',
  '/..%252f..%252f..%252fetc%252fpasswd',
  '/%252e%252e/%252e%252e/etc/passwd',
  '/%25%32%65%25%32%65/etc/passwd',
  '/..\\..\\..\\..\\etc\\passwd',
  '/..%5c..%5c..%5cetc%5cpasswd',
  '/%2e%2e%5c%2e%2e%5cetc%5cpasswd',
  '/..%255c..%255cetc%255cpasswd',
  '/....//....//....//etc/passwd',
  '/....\\/....\\/etc/passwd',
  '/..;/..;/..;/etc/passwd',
  '/..%00/..%00/etc/passwd',
  '/../../../../etc/passwd%00.js',
  '/app.js%00/../../../etc/passwd',
  '/..%c0%af..%c0%af..%c0%afetc%c0%afpasswd',
  '/..%c1%9c..%c1%9cetc%c1%9cpasswd',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
  '/%e0%80%ae%e0%80%ae/etc/passwd',
  '/..%u2215..%u2215etc%u2215passwd',
  '/..%ef%bc%8f..%ef%bc%8fetc%ef%bc%8fpasswd',
  '/\u2025/\u2025/etc/passwd',
  '//etc/passwd',
  '///../../../etc/passwd',
  '/./../.././../etc/passwd',
  '/app.js/../../../../../etc/passwd',
  '/page/..%2f..%2f..%2fpackage.json',
  '/../server.js',
  '/%2e%2e/server.js',
  '/..%2fengine%2fprocess.js',
  '/../../../package.json',
  '/C:%5cWindows%5cwin.ini',
  '/file:///etc/passwd',
  '/~root/.bashrc',
  '/.git/config',
  '/?file=../../../../etc/passwd',
  '/#/../../../etc/passwd',
  'http://localhost/../../../etc/passwd',
];

/** Words that stand in files which no answer may hold. */
const SECRETS = /root:|"dependencies"|startDashboard|process\.on\(|\[core\]|\[fonts\]/;

describeWith(needsBuild, 'addresses', () => {
  let server: ServedDashboard;
  let tab: Tab;
  beforeAll(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
  });
  afterAll(() => server.stop());

  const ask = (line: string, body = '') =>
    raw(
      server,
      `${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Session: ${tab.token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );

  test('there are at least thirty of them', () => {
    expect(new Set(ENCODINGS).size).toBeGreaterThanOrEqual(30);
  });

  test.each(ENCODINGS)('%s is not a file of the page', async (path) => {
    const answer = await ask(`GET ${path}`);
    expect(answer).not.toMatch(SECRETS);
    const isPage = /^\/[?#]/.test(path); // a question or a mark behind the page's own address
    expect(statusOf(answer) === 200).toBe(isPage);
    expect([200, 400, 404]).toContain(statusOf(answer));
  });

  test.each(ENCODINGS)('%s is not an upload, nor a piece of work', async (path) => {
    const id = path.replace(/^\//, '');
    const answers = [
      await ask(`PUT /api/uploads/${id}/reading`, '{}'),
      await ask(`POST /api/run/${id}`, '{"source":"mall-customers"}'),
      await ask('POST /api/run/describe', JSON.stringify({ source: path })),
    ];
    for (const answer of answers) {
      expect(answer).not.toMatch(SECRETS);
      expect([400, 404]).toContain(statusOf(answer));
    }
  });

  test.each([
    '../../../etc/passwd',
    '..\\..\\evil.csv',
    '/etc/cron.d/evil',
    'C:\\Windows\\evil.csv',
    'a\u0000.csv',
    '%2e%2e%2fevil.csv',
    '.',
    '..',
    '',
  ])('a file called %j stays in the folder of its tab', async (name) => {
    const { status, text } = await tab.upload(name, 'a,b\n1,2\n');
    expect(status).toBe(200);
    const { id, title } = JSON.parse(text);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(title).not.toMatch(/[/\\\p{Cc}]/u);
    expect(title).not.toBe('');
  });

  test('the tasks that tabs may not ask for are no addresses', async () => {
    for (const task of ['forget', '__proto__', 'constructor', 'toString', '']) {
      expect((await tab.run(task, { source: 'mall-customers' })).status).toBe(404);
    }
  });

  test('no mistake of its own was met', () => {
    expect(server.said()).toBe('');
  });
});
