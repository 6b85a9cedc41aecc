import { csvText } from '../../src/datasets/write/writeCsv';
import { plotlySource } from '../../src/report/page/plotlySource';
import { identifyingColumns, peopleTable } from '../support/people';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { Tab } from './tab';

/** What the page is told of segments tells of nobody; only its list of customers, and the files it offers, do. */
describeWith(needsBuild, 'answers about a table of people', () => {
  let server: ServedDashboard;
  let tab: Tab;
  let source: string;
  const table = peopleTable(120);
  const secrets = identifyingColumns.flatMap((name) => [...new Set(table[name].map(String))]);
  beforeAll(async () => {
    server = await serveDashboard({});
    tab = await Tab.open(server);
    source = await tab.send('people.csv', csvText(table));
  });
  afterAll(() => server.stop());

  test.each(['describe', 'header', 'segment', 'judge', 'silhouettes', 'chooseK', 'compare'] as const)(
    '%s',
    async (task) => {
      const about = ['describe', 'header'].includes(task) ? { source } : { source, k: 3 };
      const { body } = await tab.result(task, about);
      const told = JSON.stringify(body);
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    },
  );

  test.each(['model', 'report'] as const)('the %s to download', async (what) => {
    const { body } = await tab.result('download', { source, k: 3, what });
    const text = body.text.replace(plotlySource(), () => '');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  test('the table of segments, which is to be matched with people, has them as they were sent', async () => {
    const { body } = await tab.result('download', { source, k: 3, what: 'segments' });
    const [header, first] = body.text.replace('\ufeff', '').split('\r\n');
    expect(header).toBe(
      `${Object.keys(table).join(',')},segment,segment_name,action,margin,stability,agreement,between,reason`,
    );
    expect(first).toContain(String(table.Email[0]));
  });
});
