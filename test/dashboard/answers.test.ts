import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readTable } from '../../src/datasets/read/readTable';
import { profileTable } from '../../src/profile/profileTable';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { PAYLOADS } from './payloads';
import { customersCsv, Tab, until } from './tab';

/** What the dashboard answers is what the library says, and never more than data. */

describeWith(needsBuild, 'answers', () => {
  let server: ServedDashboard;
  let tab: Tab;
  beforeAll(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
  });
  afterAll(async () => {
    await server.stop();
    expect(existsSync(server.temporary)).toBe(false);
  });

  describe('are those of the library', () => {
    const folder = mkdtempSync(join(tmpdir(), 'answers-'));
    const path = join(folder, 'customers.csv');
    const text = customersCsv('C', 200);
    const settings = { columns: ['Age', 'Spending'], k: 3 };
    let source: string;
    let model: SegmentationModel;
    beforeAll(async () => {
      writeFileSync(path, text);
      source = await tab.send('customers.csv', text);
      model = new Segmentation(settings).fit((await readTable(path)).table);
      model.judge(); // now: an answer is not waited for while a test computes
      await pause(50);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('segments, their sizes and names', async () => {
      const { body, arrays } = await tab.result('segment', { source, ...settings });
      expect(body).toMatchObject({
        k: model.k,
        rows: model.rows,
        clustered: model.clustered,
        inertia: model.inertia,
      });
      expect(body.segments.map(({ name, size }) => [name, size])).toEqual(
        model.profiles.map(({ name, size }) => [name, size]),
      );
      // Points come in an order of their own: `rows` says which customers they are.
      const { rows } = model.project(50_000);
      expect(arrays.rows).toEqual(rows);
      expect(arrays.labels).toEqual(rows!.map((row) => model.labels![row]));
      expect(arrays.coordinates).toEqual(Float32Array.from(model.project(50_000).coordinates.data));
    });

    test('how good the cut is', async () => {
      const { body } = await tab.result('judge', { source, ...settings });
      const { silhouette, structure: verdict, structureSummary: summary, profiles } = model;
      const { jaccard, between } = model.stability!;
      expect(body).toMatchObject({ silhouette, verdict, summary, stability: { jaccard, between } });
      expect(body.profile.rows).toEqual(profileTable(profiles).rows);
    });

    test('why customers are where they are, with customers by their identifiers', async () => {
      const { body } = await tab.result('explain', { source, ...settings });
      const { segments, importance } = model.explanation!;
      expect(body.segments.map(({ sentence }) => sentence)).toEqual(segments.map(({ sentence }) => sentence));
      expect(body.segments[0].details).toHaveLength(3);
      expect(body.importance!.rows).toEqual(importance.map(({ label, drop }) => [label, drop]));
    });

    test('the segment of a customer', async () => {
      const customer = { Age: 41, Spending: 300 };
      const { body } = await tab.result('predict', { source, ...settings, customer });
      const { labels, names, margin } = model.predict({ Age: [41], Spending: [300] });
      expect(body).toMatchObject({ segment: labels[0], name: names[0], margin: margin[0], membership: null });
      const elsewhere = body.counterfactuals[0];
      const moved = model.predict({ Age: [41], Spending: [300], [elsewhere.column]: [Number(elsewhere.to)] });
      expect(moved.labels[0]).toBe(elsewhere.segment);
    });

    test('what would move a customer is the smallest change that does', async () => {
      const customer = { Age: 41, Spending: 300 };
      const { body } = await tab.result('predict', { source, ...settings, customer });
      expect(body.counterfactuals.length).toBeGreaterThan(0);
      for (const { column, from, to } of body.counterfactuals) {
        const [own, other] = [Number(from), Number(to)];
        const nearly = own + (other - own) * 0.97;
        const { labels } = model.predict({ Age: [41, 41], Spending: [300, 300], [column]: [nearly, other] });
        expect(labels[0]).toBe(body.segment);
        expect(labels[1]).not.toBe(body.segment);
      }
    });

    test('a slider goes by ratios where a few customers are far out, and by steps elsewhere', async () => {
      const rows = Array.from({ length: 100 }, (_, i) => `${20 + (i % 50)},${i < 98 ? 10 + i : 5000 * i}`);
      const skewed = await tab.send('skewed.csv', ['Age,Spending', ...rows].join('\n'));
      const { body } = await tab.result('predict', {
        source: skewed,
        ...settings,
        customer: {},
      });
      expect(body.inputs).toMatchObject([
        { name: 'Age', logarithmic: false },
        { name: 'Spending', logarithmic: true, range: [10, 495_000] },
      ]);
    });

    test('how many segments', async () => {
      const { body } = await tab.result('chooseK', { source, ...settings });
      const { choice } = new Segmentation({ columns: settings.columns }).fit((await readTable(path)).table);
      if (!('recommendation' in body)) throw new Error('the indices choose');
      expect(body.recommendation).toEqual(choice!.recommendation);
      expect(body.table).toEqual(JSON.parse(JSON.stringify(choice!.table)));
    });

    test('a change is fitted once: what takes long goes on from that fit, and needs no table', async () => {
      const once = await tab.send('once.csv', customersCsv('O', 120));
      const request = { source: once, columns: ['Age', 'Spending'], k: 4 };
      const { arrays } = await tab.result('segment', request);
      const file = readdirSync(server.temporary, { recursive: true, encoding: 'utf8' }).find((name) =>
        name.includes(once),
      )!;
      rmSync(join(server.temporary, file));
      const silhouettes = await tab.result('silhouettes', request);
      const byRow = (labels: ArrayLike<number>, rows: ArrayLike<number>) =>
        Array.from(rows)
          .map((row, i) => [row, labels[i]])
          .sort(([a], [b]) => a - b);
      expect(byRow(arrays.labels as Int32Array, arrays.rows as Int32Array).map(([, label]) => label)).toEqual(
        Array.from(silhouettes.arrays.labels as Int32Array),
      );
      expect((await tab.result('chooseK', request)).body).toHaveProperty('recommendation');
      const { agreement } = (await tab.result('compare', request)).body;
      expect(agreement.rows.map(([name]) => name)).toContain('k-means');
      const { problem } = await tab.run('compare', { ...request, columns: ['Nobody'] });
      expect(problem).toMatchObject({ kind: 'input', message: expect.stringContaining('Nobody') });
    });

    test('customers page by page; what lies beyond the last page is the last', async () => {
      const page = async (offset: number, search = '') =>
        (await tab.result('customers', { source, ...settings, offset, search })).body;
      const names = Array.from({ length: 200 }, (_, i) => `C${String(i).padStart(3, '0')}`);
      for (const [asked, first] of [
        [0, 0],
        [50, 50],
        [150, 150],
        [200, 150],
        [999_950, 150],
      ]) {
        const { rows, offset, total } = await page(asked);
        expect({ offset, total }).toEqual({ offset: first, total: 200 });
        expect(rows.map(([, name]) => name)).toEqual(names.slice(first, first + 50));
      }
      expect(await page(100, 'nobody')).toMatchObject({ rows: [], offset: 0, total: 0 });
    });

    test('the model, which answers as the one fitted here', async () => {
      const { body } = await tab.result('download', { source, ...settings, what: 'model' });
      const loaded = SegmentationModel.fromJSON(JSON.parse(body.text));
      const fresh = { Age: [20, 33, 61], Spending: [880, 140, 520] };
      expect(loaded.predict(fresh)).toEqual(model.predict(fresh));
    });
  });

  describe('hold hostile text as text', () => {
    const rows = 150;
    const numeric = PAYLOADS.slice(0, 20);
    const header = ['Age', 'Spending', 'Note', ...PAYLOADS];
    const lines = Array.from({ length: rows }, (_, i) => [
      20 + (i % 3) * 20 + (i % 7),
      [900, 100, 500][i % 3] + (i % 11),
      PAYLOADS[i % PAYLOADS.length],
      ...PAYLOADS.map((_, j) => (i * (j + 3)) % 17),
    ]);
    const csv = [header, ...lines].map((line) => line.map(quoted).join(',')).join('\n');
    const settings = { columns: ['Age', 'Spending', ...numeric], k: 3 };
    let source: string;
    beforeAll(async () => {
      source = await tab.send('<img src=x onerror=alert(1)>.csv', csv);
    });

    test('there are fifty payloads', () => {
      expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(50);
    });

    test('in cells and in names of columns: bytes that no browser takes for a page', async () => {
      const answers = await Promise.all([
        tab.run('describe', { source }),
        tab.run('segment', { source, ...settings }),
        tab.run('customers', { source, ...settings, offset: 0, search: PAYLOADS[0] }),
        tab.run('predict', { source, ...settings, customer: { [PAYLOADS[0]]: 3 } }),
      ]);
      for (const { status, headers, result } of answers) {
        expect(status).toBe(200);
        expect(headers.get('content-type')).toBe('application/octet-stream');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(result).toBeDefined();
      }
      const [{ result: described }, , { result: listed }] = answers;
      expect(described!.body.columns.map(({ name }) => name)).toEqual(header);
      expect(listed!.body.rows.length).toBeGreaterThan(0);
    });

    test('in names of files', async () => {
      const hostile = await Tab.open(server);
      for (const payload of PAYLOADS) {
        const { headers, text } = await hostile.upload(`${payload}.csv`, 'a,b\n1,2\n');
        expect(headers.get('content-type')).toMatch(/^application\/json/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(() => JSON.parse(text)).not.toThrow();
      }
    });

    test('in what is refused', async () => {
      for (const payload of PAYLOADS.filter((text) => text.length < 500)) {
        for (const { headers } of [
          await tab.run('describe', { source: payload }),
          await tab.run(encodeURIComponent(payload), {}),
          await tab.ask('GET', `/${encodeURIComponent(payload)}`),
        ]) {
          expect(headers.get('content-type')).toMatch(/^application\/json/);
        }
      }
    });

    test('in the report: tags become text', async () => {
      const { body } = await tab.result('download', { source, ...settings, what: 'report' });
      for (const payload of PAYLOADS.filter((text) => text.includes('<'))) {
        expect(body.text).not.toContain(payload);
      }
      expect(body.text).toContain('&lt;img src=x onerror=alert(1)');
    });

    test('the table of segments holds the customers on view alone, where they are filtered', async () => {
      const asked = { source: 'mall-customers', what: 'segments' };
      const linesOf = async (narrowed: object) =>
        (await tab.result('download', { ...asked, ...narrowed })).body.text.trim().split('\r\n').length - 1;
      const [all, first, women] = [
        await linesOf({}),
        await linesOf({ segments: [0] }),
        await linesOf({ filters: [{ column: 'Gender', is: 'Female' }] }),
      ];
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(all);
      expect(women).toBeGreaterThan(0);
      expect(women).toBeLessThan(all);
    });

    test('in the table of segments: no cell is a formula', async () => {
      const { body } = await tab.result('download', { source, ...settings, what: 'segments' });
      expect(body.text).not.toMatch(/(^|,)"?[=+@]/m);
    });
  });

  describe('come also after', () => {
    const childrenOf = () =>
      execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number))
        .filter(([, parent]) => parent === server.pid)
        .map(([pid]) => pid);

    test('the computing process was killed in the midst of work', async () => {
      await tab.run('describe', { source: 'mall-customers' });
      const asked = tab.run('compare', { source: 'loyalty-members' });
      await until(() => childrenOf().length > 0);
      await new Promise((done) => setTimeout(done, 300));
      for (const pid of childrenOf()) process.kill(pid, 'SIGKILL');
      expect((await asked).problem).toMatchObject({
        kind: 'defect',
        message: expect.stringMatching(/SIGKILL.*Nothing is lost/),
      });
      await until(() => childrenOf().length === 0);
      const { result } = await tab.run('describe', { source: 'mall-customers' });
      expect(result?.body).toMatchObject({ source: 'mall-customers' });
    });

    test('long work was given up: it stops soon', async () => {
      const request = { source: 'loyalty-members', columns: ['age', 'income'] };
      await tab.run('silhouettes', request); // the process runs and knows the table
      const leaving = new AbortController();
      const left = tab.run('compare', request, leaving.signal).catch(({ name }) => name);
      await new Promise((done) => setTimeout(done, 200));
      const began = performance.now();
      leaving.abort();
      expect(await left).toBe('AbortError');
      await tab.result('silhouettes', request);
      expect(performance.now() - began).toBeLessThan(8000);
    });
  });

  test('no more than a few temporary files are there at the end, and no mistake of its own was met', () => {
    expect(readdirSync(server.temporary).filter((name) => !name.startsWith('segmentation-'))).toEqual([]);
    expect(server.said()).toBe('');
  });
});

function quoted(value: string | number): string {
  return `"${String(value).replaceAll('"', '""')}"`;
}
