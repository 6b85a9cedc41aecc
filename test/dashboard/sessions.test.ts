import { readdirSync } from 'node:fs';
import { Sessions, type Upload } from '../../src/dashboard/sessions';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { customersCsv, Tab, until } from './tab';

/** Tabs that are left and come back, and tabs that never do. */

describe('a session', () => {
  const begun: Sessions[] = [];
  afterEach(() => {
    for (const sessions of begun.splice(0)) sessions.close();
  });
  const begin = (idle = 1000) => {
    const forgotten: Upload[] = [];
    const limits = { sessions: 3, uploads: 2, bytes: 1000, idle };
    const sessions = new Sessions(limits, (upload) => void forgotten.push(upload));
    begun.push(sessions);
    return { sessions, forgotten };
  };
  const upload = (id: string): Upload => ({
    id,
    name: `${id}.csv`,
    path: `/nowhere/${id}`,
    bytes: 1,
    reading: {},
  });

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
    sessions.keep(session, upload('a'));
    session.lastSeen = 0;
    const { lastSeen } = sessions.resume(session.token)!;
    expect(lastSeen).toBeGreaterThan(0);
    sessions.sweep(lastSeen + 1000);
    expect(sessions.resume(session.token)).toBe(session);
    sessions.sweep(session.lastSeen + 1001);
    expect(forgotten.map(({ id }) => id)).toEqual(['a']);
    expect(sessions.resume(session.token)).toBeUndefined();
    expect(sessions.find(session.token)).toBeUndefined();
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

  test('too late begins anew, without its files', async () => {
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

async function titlesOf(tab: Tab): Promise<string[]> {
  const { text } = await tab.ask('GET', '/api/sources');
  return (JSON.parse(text) as { title: string }[]).map(({ title }) => title);
}
