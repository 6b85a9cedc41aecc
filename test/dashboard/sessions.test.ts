import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PendingUpload, type Session, Sessions } from '../../src/dashboard/sessions';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { customersCsv, raw, statusOf, Tab, until } from './tab';

/** Tabs that are left and come back, and tabs that never do. */

describe('a session', () => {
  const begun: Sessions[] = [];
  afterEach(() => {
    for (const sessions of begun.splice(0)) sessions.close();
  });
  const begin = (idle = 1000) => {
    const forgotten: string[] = [];
    const limits = { sessions: 3, unused: 10, uploads: 2, bytes: 1000, idle };
    const sessions = new Sessions(limits, ({ name }) => void forgotten.push(name));
    begun.push(sessions);
    return { sessions, forgotten };
  };
  const send = (sessions: Sessions, session: Session, name: string) =>
    sessions.keep(session, sessions.reserve(session, name), name);

  test('that is resumed is the same by another token; the one before opens nothing any more', () => {
    const { sessions } = begin();
    const session = sessions.create();
    const { token } = session;
    expect(sessions.resume(token)).toBe(session);
    expect(session.token).not.toBe(token);
    expect(sessions.find(token)).toBeUndefined();
    expect(sessions.find(session.token)).toBe(session);
    expect(sessions.resume(token)).toBeUndefined();
  });

  test('can be resumed again where the new token did not reach the page, until it is used', () => {
    const { sessions } = begin();
    const session = sessions.create();
    const { token } = session;
    for (let i = 0; i < 5; i++) expect(sessions.resume(token)).toBe(session);
    const unheard = session.token;
    expect(sessions.resume(token)).toBe(session);
    expect(sessions.find(unheard)).toBeUndefined();
    expect(sessions.resume(session.token)).toBe(session);
    expect(sessions.resume(token)).toBeUndefined();
  });

  test('that was never used goes before one in use, and a client has some of them at most', () => {
    const { sessions } = begin();
    const [first, second] = [sessions.create('a'), sessions.create('a')];
    sessions.find(first.token);
    sessions.find(second.token);
    for (let i = 0; i < 50; i++) sessions.create('b');
    expect(sessions.find(first.token)).toBe(first);
    expect(sessions.find(second.token)).toBe(second);
  });

  test.each([[undefined], [''], ['x'], ['__proto__'], [['x']], [null]])(
    'is not resumed by %p, nor is one without a former token',
    (token) => {
      const { sessions } = begin();
      sessions.create();
      expect(sessions.resume(token)).toBeUndefined();
    },
  );

  test('that was resumed is forgotten when it is silent, with its files; being resumed is a sign of life', () => {
    const { sessions, forgotten } = begin();
    const session = sessions.create();
    send(sessions, session, 'a');
    session.lastSeen = 0;
    const { lastSeen } = sessions.resume(session.token)!;
    expect(lastSeen).toBeGreaterThan(0);
    sessions.sweep(lastSeen + 1000);
    expect(sessions.resume(session.token)).toBe(session);
    sessions.sweep(session.lastSeen + 1001);
    expect(forgotten).toEqual(['a']);
    expect(sessions.resume(session.token)).toBeUndefined();
    expect(sessions.find(session.token)).toBeUndefined();
  });

  test('that was forgotten keeps nothing: neither what it has, nor what is on its way', () => {
    const { sessions, forgotten } = begin();
    const session = sessions.create();
    expect(send(sessions, session, 'a')).toBe(true);
    const coming = sessions.reserve(session, 'b');
    for (let i = 0; i < 3; i++) sessions.create().lastSeen++;
    expect(sessions.keep(session, coming, 'b')).toBe(false);
    expect(forgotten).toEqual(['a']);
  });

  const take = async (sessions: Sessions, coming: PendingUpload, lengths: number[]): Promise<number[]> => {
    const pieces = (async function* () {
      for (const length of lengths) yield Buffer.alloc(length);
    })();
    const taken: number[] = [];
    for await (const { length } of sessions.counted(coming, pieces)) taken.push(length);
    return taken;
  };

  test('holds with all others no more than it may, files on their way among them', async () => {
    const { sessions } = begin();
    const [one, other] = [sessions.create(), sessions.create()];
    const [first, second, third] = [one, other, other].map((session) => sessions.reserve(session, 'a'));
    expect(await take(sessions, first, [300, 300])).toEqual([300, 300]);
    await expect(take(sessions, second, [300, 300])).rejects.toThrow(
      'The dashboard has reached its file limit.',
    );
    sessions.giveUp(second);
    expect(await take(sessions, third, [400])).toEqual([400]);
    sessions.keep(one, first, 'a');
    await expect(take(sessions, sessions.reserve(one, 'b'), [1])).rejects.toThrow('file limit');
    sessions.giveUp(third);
    expect(await take(sessions, sessions.reserve(one, 'c'), [400])).toEqual([400]);
  });

  test('has a folder for its files even after the system has cleaned its temporary files', () => {
    const { sessions } = begin();
    const session = sessions.create();
    rmSync(join(session.folder, '..'), { recursive: true });
    expect(existsSync(dirname(sessions.reserve(session, 'a.csv').path))).toBe(true);
    expect(existsSync(sessions.create().folder)).toBe(true);
  });
});

describeWith(needsBuild, 'a tab that comes back', () => {
  let server: ServedDashboard;
  beforeAll(async () => {
    server = await serveDashboard({ idle: 60_000 });
  });
  afterAll(() => server.stop());

  test('finds its files and how they are read, and no other tab does', async () => {
    const [tab, other] = [await Tab.open(server), await Tab.open(server)];
    const id = await tab.send('mine.csv', 'a;b|c\n1;2|3\n4;9|5\n');
    await tab.correct(id, { delimiter: '|' });
    const again = await tab.leaveAndReturn();
    expect(await titlesOf(again)).toContain('mine.csv');
    expect((await again.result('header', { source: id })).body).toMatchObject({
      columns: ['a;b', 'c'],
      reading: { delimiter: '|' },
    });
    expect(await titlesOf(other)).not.toContain('mine.csv');
    const shared = await fetch(`${server.url}/api/sources`);
    expect(await shared.text()).not.toContain('mine.csv');
    expect((await tab.run('header', { source: id })).status).toBe(401);
    expect((await tab.ask('GET', '/api/sources')).status).toBe(401);
  });

  test('takes no more room each time', async () => {
    let tab = await Tab.open(server);
    const folders = () => readdirSync(server.temporary, { recursive: true }).length;
    const before = folders();
    for (let i = 0; i < 20; i++) tab = await tab.leaveAndReturn();
    expect(folders()).toBe(before);
  });

  test('too late starts over, without its files', async () => {
    const brief = await serveDashboard({ idle: 300 });
    const tab = await Tab.open(brief);
    const id = await tab.send('a.csv', customersCsv());
    const files = () =>
      readdirSync(brief.temporary, { recursive: true }).filter((name) => String(name).includes(id));
    expect(files()).toHaveLength(1);
    await until(() => files().length === 0);
    const again = await tab.leaveAndReturn();
    expect(again.resumed).toBe(false);
    expect(again.token).not.toBe(tab.token);
    expect(await titlesOf(again)).not.toContain('a.csv');
    await brief.stop();
  });

  test('no mistake of its own was met', () => {
    expect(server.said()).toBe('');
  });
});

describeWith(needsBuild, 'the dashboard goes on', () => {
  let server: ServedDashboard;
  let tab: Tab;
  beforeEach(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
  });
  afterEach(() => server.stop());

  test('when the system has cleaned its temporary files: files are taken, work is given up, tabs begin', async () => {
    await tab.run('describe', { source: 'mall-customers' });
    for (const name of readdirSync(server.temporary))
      rmSync(join(server.temporary, name), { recursive: true });
    const leaving = new AbortController();
    const left = tab.run('compare', { source: 'loyalty-members' }, leaving.signal).catch(({ name }) => name);
    await until(() => readdirSync(server.temporary).length > 0); // it runs
    for (const name of readdirSync(server.temporary))
      rmSync(join(server.temporary, name), { recursive: true });
    leaving.abort();
    expect(await left).toBe('AbortError');
    const source = await tab.send('a.csv', customersCsv());
    expect((await tab.result('describe', { source })).body).toMatchObject({ rows: 90 });
    expect((await tab.result('silhouettes', { source })).body).toMatchObject({ of: 90 });
    expect((await Tab.open(server)).resumed).toBe(false);
    expect(server.said()).toBe('');
  });

  test.each([
    ['before its file comes in', 0],
    ['in the midst of its file', 120],
  ])('when a tab is forgotten %s: it is told to begin again, and nothing is left', async (_, length) => {
    const file = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n${'1,2\n'.repeat(20)}\r\n--x--\r\n`;
    const head = `POST /api/uploads HTTP/1.1\r\nHost: localhost\r\nX-Session: ${tab.token}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${file.length}\r\n\r\n${file.slice(0, length)}`;
    let more = (_text: string) => {};
    const answer = raw(server, head, (write) => {
      more = write;
    });
    const files = () =>
      readdirSync(server.temporary, { recursive: true }).filter((name) => /csv$/.test(String(name)));
    await until(async () => files().length === Math.sign(length));
    await new Promise((done) => setTimeout(done, 100));
    for (let i = 0; i < 200; i++) {
      const { token: other } = await Tab.open(server); // no more tabs than these at once
      await fetch(`${server.url}/api/sources`, { headers: { 'x-session': other } }); // one in use goes for one in use
    }
    more(file.slice(length));
    expect(statusOf(await answer)).toBe(401);
    expect(files()).toEqual([]);
    expect(server.said()).toBe('');
  });
});

async function titlesOf(tab: Tab): Promise<string[]> {
  const { text } = await tab.ask('GET', '/api/sources');
  return (JSON.parse(text) as { title: string }[]).map(({ title }) => title);
}
