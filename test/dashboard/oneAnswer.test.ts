import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../src/datasets/read/readTable';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { cli } from '../cli/cli';
import { customers } from '../segmentation/customers';
import { describeWith } from '../support/requirement';
import { needsBuild, type ServedDashboard, serveDashboard } from '../support/servedDashboard';
import { customersCsv, Tab } from './tab';

/** A file of customers says the same whichever way it is opened: in a notebook, by the command line, on the page. */

const DATA = join(__dirname, '..', '..', 'data');

const FILES: [name: string, text: string][] = [
  ['clear.csv', csvOf(customers(160))],
  ['three.csv', customersCsv()],
  ['mall.csv', readFileSync(join(DATA, 'Mall_Customers.sample.csv'), 'utf8')],
];

function csvOf(table: Readonly<Record<string, readonly unknown[]>>): string {
  const names = Object.keys(table);
  const rows = table[names[0]].map((_, row) => names.map((name) => table[name][row]).join());
  return `${[names.join(), ...rows].join('\n')}\n`;
}

describeWith(needsBuild, 'one answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'one-answer-'));
  let server: ServedDashboard;
  let tab: Tab;
  beforeAll(async () => {
    server = await serveDashboard();
    tab = await Tab.open(server);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test.each(FILES)('for %s', async (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);

    const model = new Segmentation().fit(await readTable(path));
    const notebook = answerOf(model);

    const out = join(folder, `out-${name}`);
    const { code, stdout } = await cli(['fit', path, '--json', '--out', out]);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    const { k, sizes, names, stability, between, structure } = document;
    expect({ k, sizes, names, stability, between, structure }).toEqual(notebook);
    expect(answerOf(SegmentationModel.load(join(out, 'model.json')))).toEqual(notebook);

    const source = await tab.send(name, text);
    const { defaults } = (await tab.result('describe', { source })).body;
    expect(defaults.k).toBeNull(); // the page asks for no number, then
    const asked = { source, columns: defaults.columns };
    const { body: segments } = await tab.result('segment', asked);
    const { body: judged } = await tab.result('judge', asked);
    const onPage = {
      k: segments.k,
      sizes: segments.segments.map(({ size }) => size),
      names: segments.segments.map(({ name }) => name),
      stability: judged.stability!.jaccard,
      between: judged.stability!.between,
      structure: { verdict: judged.verdict, summary: judged.summary },
    };
    expect(onPage).toEqual(notebook);
    const saved = (await tab.result('download', { ...asked, what: 'segments' })).body.text;
    expect(segmentsOf(saved)).toEqual(segmentsOf(readFileSync(join(out, 'segments.csv'), 'utf8')));
  });
});

function answerOf({ k, sizes, names, stability, structure, structureSummary }: SegmentationModel) {
  return {
    k,
    sizes,
    names,
    stability: stability!.jaccard,
    between: stability!.between,
    structure: { verdict: structure, summary: structureSummary },
  };
}

function segmentsOf(csv: string): string {
  return csv.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
