import { formatNumber, formatShare, plural, withUnit } from '../../core/format';
import type { Table } from '../../core/table';
import type { KChoice } from '../../evaluate/chooseK/chooseK';
import { chooseKTable } from '../../evaluate/chooseK/chooseKTable';
import { clusterIndicesPlot } from '../../plot/clusterIndicesPlot';
import { elbowPlot } from '../../plot/elbowPlot';
import { kTreePlot } from '../../plot/kTreePlot';
import { algorithmOf } from '../../segmentation/algorithms';
import type { SegmentationScale } from '../../segmentation/options';
import type { ReportBlock, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';

/** How the segments came about: columns, scaling, algorithm, number of segments, silhouette. */
export function methodSection(model: ReportedModel): ReportSection {
  return {
    title: 'Method',
    blocks: [
      { kind: 'paragraph', text: algorithmWords(model) },
      { kind: 'table', table: columnsTable(model) },
      ...kBlocks(model),
      { kind: 'paragraph', text: silhouetteWords(model) },
      ...stabilityBlocks(model),
    ],
  };
}

const scaleWords: Record<SegmentationScale, string> = {
  standard:
    'Before that every column was brought to mean 0 and standard deviation 1, so that all count alike.',
  minmax: 'Before that every column was brought to the range from 0 to 1, so that all count alike.',
  robust:
    'Before that every column was centered on its median and divided by its interquartile range, so that all count alike and extremes count less.',
  none: 'Columns were left on their own scales, so those with large numbers weigh most.',
};

function algorithmWords({ options, inertia, algorithm, found }: ReportedModel): string {
  const sentences = [algorithmOf(algorithm).describe(found, options), scaleWords[options.scale]];
  if (options.pca !== 0) sentences.push(pcaWords(options.pca));
  sentences.push(
    `The seed of all random draws is ${options.seed}: the same data and options give the same segments again.`,
  );
  if (inertia !== null) {
    const value = formatNumber(inertia, { decimals: inertia < 10_000 ? 2 : 0 });
    sentences.push(`The inertia (sum of squared distances to the segments' centers) is ${value}.`);
  }
  return sentences.join(' ');
}

function pcaWords(pca: number): string {
  const kept =
    pca < 1
      ? `as many principal components as hold ${formatShare(pca)} of the variance`
      : `${pca} principal components`;
  return `Grouping was done on ${kept}.`;
}

function columnsTable({ columns, ignoredColumns, id }: ReportedModel): Table {
  const ignored = ignoredColumns.filter(({ name }) => name !== id);
  const all = columns.length + ignored.length + (id === null ? 0 : 1);
  const identifier = id === null ? [] : [[id, 'identifier', 'identifies customers; not used for clustering']];
  return {
    caption: `${columns.length} of ${plural(all, 'column')} decided the segments`,
    columns: [{ name: 'Column' }, { name: 'Role' }, { name: 'Details' }],
    rows: [
      ...columns.map((column) => [column.name, 'used for clustering', usedWords(column)]),
      ...identifier,
      ...byReason(ignored).map(([reason, names]) => [names.join(', '), 'not used for clustering', reason]),
    ],
  };
}

/** Columns left out for the same reason share a row. */
function byReason(ignored: ReportedModel['ignoredColumns']): [reason: string, names: string[]][] {
  const names = new Map<string, string[]>();
  for (const { name, reason } of ignored) names.set(reason, [...(names.get(reason) ?? []), name]);
  return [...names];
}

function usedWords(column: ReportedModel['columns'][number]): string {
  if (column.kind === 'category') {
    const levels = column.levels.map((level, i) => `${level} ${formatShare(column.shares[i])}`);
    return `${plural(levels.length, 'category', 'categories')}: ${levels.slice(0, 8).join(', ')}${levels.length > 8 ? ' …' : ''}`;
  }
  const { unit, range, quantiles, log } = column;
  const [least, greatest, median] = [...range, quantiles[2]].map((value) =>
    formatNumber(value, { grouping: 'min2' }),
  );
  const logged = log ? '; its logarithm was taken' : '';
  return `from ${least} to ${withUnit(greatest, unit)}, median ${withUnit(median, unit)}${logged}`;
}

function kBlocks({ choice, ownChoice, algorithm, k, names }: ReportedModel): ReportBlock[] {
  if (ownChoice) return [...reasonBlocks(ownChoice.reasons), { kind: 'table', table: ownChoice.table }];
  if (!choice) {
    const text = algorithmOf(algorithm).findsK?.reason ?? `The number of segments was given: ${k}.`;
    return [{ kind: 'paragraph', text }];
  }
  return [
    ...reasonBlocks(choice.recommendation.reasons),
    ...curveBlocks(choice, k),
    ...treeBlocks(choice, k, names),
    { kind: 'table', table: chooseKTable(choice) },
  ];
}

function reasonBlocks(reasons: readonly string[]): ReportBlock[] {
  return [
    { kind: 'paragraph', text: 'How the number of segments was chosen:' },
    { kind: 'list', points: reasons.map((text) => ({ text })) },
  ];
}

/** None where so few customers differ that there was a single k to choose. */
function curveBlocks({ table, preferredBy }: KChoice, k: number): ReportBlock[] {
  if (table.length < 2) return [];
  return [
    { kind: 'figure', figure: elbowPlot(table, { knee: preferredBy.elbow, chosen: k }) },
    { kind: 'figure', figure: clusterIndicesPlot(table, { preferredBy }) },
  ];
}

/** None in models of older versions, and where there was a single k to choose. */
function treeBlocks(choice: KChoice, k: number, names: readonly string[]): ReportBlock[] {
  if (!choice.tree || choice.tree.levels.length < 2) return [];
  const figure = kTreePlot(choice, { chosen: k, segmentNames: names });
  return [{ kind: 'figure', figure, reading: TREE }];
}

const TREE =
  'Each row shows the segments of one k, each line the customers who go from one to another as k grows. Segments that go on as one line stay whatever the number.';

function silhouetteWords({ silhouette, silhouetteRows, clustered, noise }: ReportedModel): string {
  const meaning =
    'The silhouette of a customer compares the distance to its own segment with that to the next one: 1 is well inside its own, 0 on the border, below 0 nearer to another. Means above 0.5 show separate groups, below 0.25 hardly any (Kaufman and Rousseeuw 1990).';
  if (silhouette === null) return `${meaning} There is none here: it needs two segments.`;
  const over =
    silhouetteRows < clustered - noise ? ` over a sample of ${formatNumber(silhouetteRows)} customers` : '';
  return `${meaning} Here the mean is ${formatNumber(silhouette, { decimals: 3 })}${over}.`;
}

function stabilityBlocks({ stability, clustered }: ReportedModel): ReportBlock[] {
  if (!stability) return [];
  const { resamples, rows } = stability;
  const of = rows < clustered ? ` of ${formatNumber(rows)} random customers` : '';
  const text = `The stability of a segment says how well it is found again: customers were drawn with replacement and grouped again, ${formatNumber(resamples)} times${of}. It is the mean Jaccard similarity, among the customers drawn, of the segment and the one most like it: from 0.85 highly stable, from 0.75 stable, from 0.60 a pattern whose customers are doubtful; below, do not rely on it (Hennig 2007). A customer lies between two segments where fewer than three in four resamples keep it in its own, or where the second is less than 11% farther away.`;
  return [{ kind: 'paragraph', text }];
}
