import { readdirSync } from 'node:fs';
import { raw, statusOf, Tab } from '../../dashboard/tab';
import { describeWith } from '../../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../../support/servedDashboard';
import { randomStream } from '../random';
import {
  brokenForm,
  foreignHost,
  foreignPage,
  forged,
  guessedSession,
  type Knock,
  traversal,
} from './requests';

/** Requests of each kind; another seed makes others. */
const EACH = Number(process.env.DOOR_REQUESTS ?? 200);
const SEED = Number(process.env.DOOR_SEED ?? 1);

/** What stands in files and memory that no answer may hold. */
const SECRETS = /root:x?:|"dependencies"|startDashboard|process\.on\(|\[core\]|PATH=|node_modules/;

describeWith(needsBuild, `the door of the dashboard (seed ${SEED})`, () => {
  let server: ServedDashboard;
  let tab: Tab;
  let mine: string;
  beforeAll(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
    mine = await tab.send('mine.csv', 'a,b\n1,secret-of-mine\n2,x\n');
  });
  afterAll(() => server.stop());

  test.each<[string, (random: () => number) => Knock]>([
    ['foreign hosts', foreignHost],
    ['foreign pages', (random) => foreignPage(random, server.port)],
    ['forged requests', (random) => forged(random, server.port)],
    ['ways up and out', (random) => traversal(random, tab.token)],
    ['sessions that were guessed', (random) => guessedSession(random, tab.token)],
  ])(`${EACH} requests of %s let nothing in`, async (_kind, make) => {
    const random = randomStream(SEED);
    for (let i = 0; i < EACH; i++) await refused(make(random));
    await tabGoesOn();
  });

  test(`${EACH} broken forms are read or refused, and nothing of them is left in other places`, async () => {
    const random = randomStream(SEED);
    const other = await Tab.open(server);
    for (let i = 0; i < EACH; i++) await refused(brokenForm(random, other.token));
    await tabGoesOn();
    const files = readdirSync(server.temporary, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /evil|\.\./.test(name))).toEqual([]);
  });

  test('the file of a tab is no other tab’s, by whatever address it is asked for', async () => {
    const other = await Tab.open(server);
    for (const source of [mine, `../${mine}`, `${mine}/`, mine.toUpperCase(), `./${mine}`]) {
      for (const task of ['header', 'describe', 'segment', 'customers', 'download']) {
        const { text, status } = await other.run(task, { source });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain('secret-of-mine');
      }
    }
    expect((await other.correct(mine, { delimiter: ';' })).status).toBe(400);
  });

  test('five hundred tabs that a program asks for do not close the one in use', async () => {
    for (let i = 0; i < 500; i++) await Tab.open(server);
    await tabGoesOn();
  });

  async function refused({ what, text, allowed }: Knock): Promise<void> {
    const answer = await raw(server, Buffer.from(text, 'latin1'));
    const status = statusOf(answer);
    if (!allowed.includes(status) || SECRETS.test(answer))
      throw new Error(`${what}: ${status}, ${answer.slice(0, 500)}`);
  }

  async function tabGoesOn(): Promise<void> {
    expect((await tab.result('header', { source: mine })).body.columns).toEqual(['a', 'b']);
    expect(server.said()).toBe('');
  }
});
