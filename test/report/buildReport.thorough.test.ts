import { loadDataset } from '../../src/datasets/catalog/loadDataset';
import { compareClusterings } from '../../src/evaluate/compare/compareClusterings';
import { segmentSizesPlot } from '../../src/plot/segmentSizesPlot';
import { buildReport } from '../../src/report/buildReport';
import { plotlyJson } from '../../src/report/plotlyJson';
import type { Report, ReportBlock } from '../../src/report/report';
import { reportMarkdown } from '../../src/report/reportMarkdown';
import { Segmentation } from '../../src/segmentation/segmentation';
import { SegmentationModel } from '../../src/segmentation/segmentationModel';
import { describePublished } from '../datasets/catalog/published';
import { farApartTable, householdModel } from './madeModels';

const model = householdModel();
const report = buildReport(model);

const section = ({ sections }: Report, title: string) => sections.find((found) => found.title === title)!;
const words = (of: Report, title: string) =>
  reportMarkdown({ title: '', subtitle: '', sections: [section(of, title)] });
const blocks = <K extends ReportBlock['kind']>(of: Report, kind: K) =>
  of.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === kind)) as Extract<
    ReportBlock,
    { kind: K }
  >[];

describe('the report of a segmentation', () => {
  test('goes from the summary to how to score new customers', () => {
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Summary',
      'The segments',
      'Segment charts',
      'Segment statistics',
      'Method',
      'Data cleaning',
      'Limits',
      'Scoring new customers',
    ]);
    expect(report.subtitle).toBe('2,191 customers in four segments');
  });

  test('sums up in words: how many, how clear, the largest, the most valuable, who was left out', () => {
    const [verdict] = blocks(report, 'verdict');
    expect(verdict).toMatchObject({ verdict: model.structure, text: model.structureSummary });
    const summary = words(report, 'Summary');
    const { profiles } = model;
    const richest = profiles.reduce((a, b) => (b.shareOfSpending! > a.shareOfSpending! ? b : a));
    const percent = (share: number) => `${Math.round(100 * share)}%`;
    expect(summary).toContain('2,191 customers fall into four segments.');
    expect(summary).toContain(
      `The largest is ‘${profiles[0].name}’ (${percent(profiles[0].share)} of customers)`,
    );
    expect(summary).toContain(
      `‘${richest.name}’ bring most of the money: ${percent(richest.shareOfSpending!)} of all spending, with ${percent(richest.share)} of the customers`,
    );
    expect(summary).toContain(
      'Nine customers of 2,200 were left out, mostly for want of a usable value in ‘Income’',
    );
    for (const { name, action } of profiles) expect(summary).toContain(`**${name}.** ${action.action}`);
  });

  test('has a card for each segment: size, shares, marks, action and strategies with their grounds', () => {
    const [{ cards }] = blocks(report, 'cards');
    expect(cards.map(({ title, segment }) => [title, segment])).toEqual(
      model.profiles.map(({ name, segment }) => [name, segment]),
    );
    for (const [i, { measures, groups }] of cards.entries()) {
      const { size, share, shareOfSpending, stability, between } = model.profiles[i];
      expect(measures[0].value).toBe(size.toLocaleString('en-US'));
      expect(measures.slice(1, 4).map((measure) => measure.share)).toEqual([
        share,
        shareOfSpending,
        stability,
      ]);
      expect(measures[3].value).toMatch(
        /^(0\.\d\d|1\.00), (highly stable|stable|a pattern only|do not rely on it)$/,
      );
      expect(measures[4].value).toMatch(between === 0 ? /^none$/ : new RegExp(`^${between} \\([\\d.]+%\\)$`));
      expect(groups.map(({ heading }) => heading)).toEqual([
        'Who they are',
        'Key differences',
        'What to do',
        'Strategies',
      ]);
      for (const { points } of groups) expect(points.length).toBeGreaterThan(0);
      const [rule, typical, borderline] = groups[0].points;
      const own = model.explanation!.segments[i];
      expect(rule.text).toBe(own.sentence);
      expect(rule.reason).toContain(`${own.fits.toLocaleString('en-US')} customers fit`);
      expect(typical.text).toMatch(/^Most typical: rows \d+, \d+ and \d+\.$/);
      expect(borderline.text).toMatch(/^Closest to another segment: row \d+ \(next: .+\)/);
      for (const { text } of groups[1].points) expect(text).toMatch(/^[A-Z].*: .*\d versus .*\d/);
      expect(groups[2].points[0].text).toBe(model.profiles[i].action.action);
      expect(groups[2].points[0].reason).not.toMatch(/[gδh] = /);
      const abouts = groups[3].points.flatMap(({ about }) => about!.toLowerCase().split(', '));
      expect(abouts.sort()).toEqual(['campaigns', 'offer', 'pricing', 'retention']);
    }
  });

  test('draws sizes, spending, profiles, projection and categories, each with an alternative text', () => {
    const figures = blocks(report, 'figure');
    expect(figures.map(({ figure }) => figure.description.split('.')[0])).toEqual([
      'Bar chart of segment sizes',
      "Bar chart of each segment's share of customers and of spending",
      'Heat map of segment profiles',
      'Scatter plot of the first two principal components, by segment',
      'Bar chart of gender by segment',
    ]);
    const sizes = figures[0].figure.data[0] as { x: number[] };
    expect(sizes.x).toEqual(model.sizes);
  });

  test('writes the category figure from the shares of profiles as from the customers themselves', () => {
    const gender = blocks(report, 'figure')[4].figure;
    const [female] = gender.data as { name: string; x: number[] }[];
    const share = model.profiles.map(
      ({ features }) =>
        (features.find(({ label }) => label === `Gender: ${female.name}`) as { share: number }).share,
    );
    female.x.forEach((x, i) => {
      expect(x).toBeCloseTo(share[i], 10);
    });
  });

  test('lists every difference that stands out, and says of how many comparisons', () => {
    const differences = blocks(report, 'table')[1];
    const outstanding = model.profiles.flatMap((p) => [...p.overRepresented, ...p.underRepresented]);
    expect(differences.table.rows).toHaveLength(outstanding.length);
    const comparisons = model.profiles.reduce((sum, { features }) => sum + features.length, 0);
    expect(differences.note).toContain(`Of ${comparisons} comparisons`);
  });

  test('tells algorithm, scaling, seed, columns used and not, and how k came about', () => {
    const method = words(report, 'Method');
    expect(method).toContain('k-means');
    expect(method).toContain('mean 0 and standard deviation 1');
    expect(method).toContain('The seed of all random draws is 0');
    expect(method).toContain('The number of segments was given: 4.');
    for (const { name } of model.columns)
      expect(method).toMatch(new RegExp(`\\| ${name} \\| used for clustering \\| from`));
    expect(method).toMatch(/\| CustomerID \| identifier \|/);
    expect(method).toMatch(/\| Gender \| not used for clustering \|/);
    expect(method).toContain(`Here the mean is ${model.silhouette!.toFixed(3)}`);
  });

  test('shows the choice of k where k was chosen', () => {
    const chosen = new Segmentation().fit(farApartTable());
    const method = words(buildReport(chosen), 'Method');
    expect(chosen.choice).not.toBeNull();
    for (const reason of chosen.choice!.recommendation.reasons)
      expect(method.replaceAll('\\', '')).toContain(reason);
    expect(method).toContain('Line chart of inertia');
    expect(method).toContain('| Preferred by |');
  });

  test('has the record of cleaning', () => {
    expect(words(report, 'Data cleaning')).toMatch(/2,191 of 2,200 rows were kept.*Income.*missing/s);
    const whole = new Segmentation({ k: 3 }).fit(farApartTable());
    expect(words(buildReport(whole), 'Data cleaning')).toContain('all 182 rows were used');
  });

  test('names its limits: groups that run together, few customers, the notes of the model', () => {
    const limits = words(report, 'Limits');
    const overlap = {
      none: /no natural groups/,
      weak: /The groups overlap/,
      clear: /^(?!.*groups overlap)/s,
    };
    expect(limits).toMatch(overlap[model.structure]);
    for (const note of model.warnings) expect(limits.replaceAll('\\', '')).toContain(note);
    const apart = new Segmentation({ k: 3 }).fit(farApartTable());
    const few = buildReport(apart);
    expect(words(few, 'Limits')).toMatch(/Few customers: ‘.*’ \(12\)/);
    expect(blocks(few, 'cards')[0].cards[2].warning).toBe(
      'Only 12 customers: use these numbers with caution.',
    );
    expect(blocks(few, 'cards')[0].cards[0].warning).toBeUndefined();
  });

  test('counts noise, and gives no strategies for it', () => {
    const dense = new Segmentation({ algorithm: 'dbscan', eps: 0.08 }).fit(farApartTable());
    expect(dense.noise).toBeGreaterThan(0);
    const told = buildReport(dense);
    expect(words(told, 'Summary')).toMatch(/customers? \(\d+%\) fits? none/);
    const noise = blocks(told, 'cards')[0].cards.at(-1)!;
    expect(noise).toMatchObject({ title: 'Noise', segment: -1 });
    expect(noise.groups.map(({ heading }) => heading)).toEqual(['What to do']);
    expect(words(told, 'Method')).toContain('DBSCAN');
  });

  test('can be told of one segment', () => {
    const one = new Segmentation({ k: 1 }).fit(farApartTable());
    const told = reportMarkdown(buildReport(one));
    expect(told).toContain('182 customers fall into one segment.');
    expect(told).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  test('can be told of three customers, for whom there was one number of segments to choose from', () => {
    const few = new Segmentation().fit({ Visits: [1, 2, 9], Income: [3, 1, 5] });
    expect(few.choice?.table.map(({ k }) => k)).toEqual([2]);
    expect(words(buildReport(few), 'Method')).toContain('How the number of segments was chosen');
  });

  test('says nothing broken', () => {
    expect(reportMarkdown(report)).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
  });

  test('is the same from a loaded model', () => {
    const options = { columns: ['Income', 'Visits'] };
    for (const fitted of [model, new Segmentation(options).fit(farApartTable())]) {
      const loaded = SegmentationModel.fromJSON(JSON.parse(JSON.stringify(fitted)));
      expect(loaded.labels).toBeNull();
      expect(plain(buildReport(loaded))).toEqual(plain(buildReport(fitted)));
    }
  });

  test('quotes the model file for the shell', () => {
    const command = (modelFile: string) => blocks(buildReport(model, { modelFile }), 'code')[0].text;
    expect(command('out/model.json')).toContain('predict out/model.json new_customers.csv');
    expect(command("my model's.json")).toContain(`predict 'my model'\\''s.json' new_customers.csv`);
    expect(command('$(reboot).json')).toContain(`predict '$(reboot).json' new_customers.csv`);
  });

  test('has a section on other algorithms, and further figures, where they are given', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [(i % 2) * 9 + (i % 5) / 5, (i % 3) / 3]);
    const halves = rows.map((_, i) => i % 2);
    const comparison = compareClusterings(
      rows,
      { halves, thirds: rows.map((_, i) => i % 3) },
      { references: 3 },
    );
    const figure = segmentSizesPlot(halves, { title: 'A further figure' });
    const told = buildReport(model, { title: 'Mine', source: 'shop.csv', comparison, figures: [figure] });
    expect(told).toMatchObject({ title: 'Mine', subtitle: '2,191 customers in four segments · shop.csv' });
    const compared = words(told, 'Algorithms compared').replaceAll('\\', '');
    for (const reason of comparison.reasons) expect(compared).toContain(reason);
    expect(compared).toContain('| halves |');
    expect(words(told, 'Segment charts')).toContain('A further figure');
  });

  test('refuses unknown options, empty titles and what is no model', () => {
    expect(() => buildReport(model, { color: 'red' } as object)).toThrow('has no option `color`');
    expect(() => buildReport(model, { title: ' ' })).toThrow("`title` is ' '; it must be a text");
    expect(() => buildReport({} as SegmentationModel)).toThrow('it needs what');
  });
});

describePublished('loyalty-members', () => {
  test('the report says first that there are no natural groups', () => {
    const { frame } = loadDataset('loyalty-members');
    const told = buildReport(new Segmentation({ k: 4 }).fit(frame));
    expect(blocks(told, 'verdict')[0]).toMatchObject({
      verdict: 'none',
      text: expect.stringContaining('a convenient cut, not natural groups'),
    });
    expect(words(told, 'Limits')).toContain('The data show no natural groups.');
  });
});

/** As it will be written: figures as JSON. */
function plain(of: Report): unknown {
  return of.sections.map(({ title, blocks }) => ({
    title,
    blocks: blocks.map((block) =>
      block.kind === 'figure' ? { ...block, figure: plotlyJson(block.figure) } : block,
    ),
  }));
}
