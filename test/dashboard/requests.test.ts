import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { Tab } from './tab';

/** What no schema allows is refused before anything is computed. */

const REFUSED: readonly [what: string, task: string, body: unknown][] = [
  ['no source', 'segment', {}],
  ["a source that isn't text", 'describe', { source: 3 }],
  ['a source that is a list', 'describe', { source: ['mall-customers'] }],
  ['a field that is not known', 'describe', { source: 'mall-customers', path: '/etc/passwd' }],
  ['no body', 'describe', 'null'],
  ['a list for a body', 'describe', []],
  ['a text for a body', 'describe', '"mall-customers"'],
  ['no columns', 'segment', { source: 'mall-customers', columns: [] }],
  ['columns given twice', 'segment', { source: 'mall-customers', columns: ['Age', 'Age'] }],
  ['too many columns', 'segment', { source: 'mall-customers', columns: Array.from({ length: 201 }, String) }],
  ['a column of a very long name', 'segment', { source: 'mall-customers', columns: ['x'.repeat(501)] }],
  ['an algorithm that is not known', 'segment', { source: 'mall-customers', algorithm: 'magic' }],
  ['a property of every object', 'segment', { source: 'mall-customers', algorithm: 'toString' }],
  ['no segments', 'segment', { source: 'mall-customers', k: 0 }],
  ['half a segment', 'segment', { source: 'mall-customers', k: 2.5 }],
  ['a k as text', 'segment', { source: 'mall-customers', k: '4' }],
  ['very many segments', 'segment', { source: 'mall-customers', k: 51 }],
  ['an eps of nothing', 'segment', { source: 'mall-customers', algorithm: 'dbscan', eps: 0 }],
  ['a number without end', 'segment', '{"source":"mall-customers","eps":1e999}'],
  ['a seed below zero', 'segment', { source: 'mall-customers', seed: -1 }],
  ['a seed that is no whole number', 'segment', { source: 'mall-customers', seed: 0.5 }],
  ['no customer', 'predict', { source: 'mall-customers' }],
  ['a customer with a list for a value', 'predict', { source: 'mall-customers', customer: { Age: [1] } }],
  ['a customer with an object for a value', 'predict', { source: 'mall-customers', customer: { Age: {} } }],
  [
    'a customer of too many values',
    'predict',
    { source: 'mall-customers', customer: Object.fromEntries(Array.from({ length: 201 }, (_, i) => [i, i])) },
  ],
  ['a page before the first', 'customers', { source: 'mall-customers', offset: -1 }],
  ['no page', 'customers', { source: 'mall-customers' }],
  [
    'a filter that is none',
    'customers',
    { source: 'mall-customers', offset: 0, filters: [{ column: 'Age', from: 'a', to: 3 }] },
  ],
  ['a file that is not offered', 'download', { source: 'mall-customers', what: '../../package.json' }],
  ['what is no JSON', 'describe', '{source:1}'],
  ['what ends early', 'describe', '{"source":"mall-customers"'],
];

/** Bodies that would give every object a property, were they merged carelessly. */
const POLLUTING = [
  '{"source":"mall-customers","__proto__":{"polluted":true}}',
  '{"source":"mall-customers","constructor":{"prototype":{"polluted":true}}}',
  '{"source":"mall-customers","customer":{"__proto__":{"polluted":true}}}',
  '{"source":"mall-customers","customer":{"__proto__":1}}',
  '{"source":"mall-customers","\\u005f_proto__":{"polluted":true}}',
  '{"source":"mall-customers","sort":{"column":"Age","descending":true,"__proto__":{"polluted":true}}}',
];

describeWith(needsBuild, 'requests', () => {
  let server: ServedDashboard;
  let tab: Tab;
  beforeAll(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
  });
  afterAll(() => server.stop());

  test.each(REFUSED)('%s is refused', async (_, task, body) => {
    const { status, problem } = await tab.run(task, body);
    expect({ status, kind: problem?.kind }).toEqual({ status: 400, kind: 'input' });
    expect(problem?.message).not.toBe('');
  });

  test.each(POLLUTING)('%s is refused', async (body) => {
    for (const task of ['describe', 'predict', 'customers']) {
      expect((await tab.run(task, body)).status).toBe(400);
    }
  });

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/xml', 415],
    ['multipart/form-data; boundary=x', 400],
  ])(
    'a body of %s is refused: pages elsewhere can send no other without being asked',
    async (type, status) => {
      const answer = await tab.ask('POST', '/api/run/describe', {
        headers: { 'content-type': type },
        body: '{"source":"mall-customers"}',
      });
      expect([status, 400]).toContain(answer.status);
      expect(answer.problem?.kind).toBe('input');
    },
  );

  test('a very long body is refused', async () => {
    const { status } = await tab.run('describe', { source: 'x'.repeat(300_000) });
    expect(status).toBe(413);
  });

  test('a mixture says how many segments by its own criterion', async () => {
    const settings = { algorithm: 'gaussian-mixture', columns: ['Age'], covariance: 'spherical' };
    const { body } = await tab.result('chooseK', { source: 'mall-customers', ...settings });
    expect(body).toMatchObject({
      k: expect.any(Number),
      reasons: expect.arrayContaining([expect.stringContaining('BIC')]),
    });
  });

  test('DBSCAN is not asked for a number of segments: it finds its own', async () => {
    const { problem } = await tab.run('chooseK', { source: 'mall-customers', algorithm: 'dbscan', eps: 1 });
    expect(problem).toEqual({
      kind: 'input',
      message: expect.stringContaining('finds its own number'),
      mistake: expect.any(Object),
    });
  });

  test('sources are those that were offered, by their own names', async () => {
    for (const source of ['', '__proto__', 'constructor', 'start', 'toString']) {
      const { status, problem } = await tab.run('describe', { source });
      expect(status).toBe(400);
      expect(problem?.message).toMatch(/no longer here/);
    }
  });

  test('the answer to a wrong reading says what is wrong', async () => {
    const id = await tab.send('a.csv', 'a,b\n1,2\n');
    for (const reading of [
      { as: 'magic' },
      { delimiter: ',,' },
      { encoding: 'utf-7' },
      { roles: { customer: 3 } },
      { roles: { magic: 'a' } },
      { path: '/etc/passwd' },
      '{"roles":{"__proto__":{"a":1}}}',
    ]) {
      expect((await tab.correct(id, reading)).status).toBe(400);
    }
  });

  test('no mistake of its own was met', () => {
    expect(server.said()).toBe('');
  });
});
