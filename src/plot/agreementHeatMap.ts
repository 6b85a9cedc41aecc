import { InputError } from '../core/errors';
import { formatNumber, formatShare } from '../core/format';
import { resolveOptions } from '../core/resolveOptions';
import { array, type Given, object, optional, text } from '../core/schema';
import { adjustedRand } from '../evaluate/stability/adjustedRand';
import type { Figure } from './base/figure';
import { FIGURE, SEGMENT_NAMES } from './base/figureOptions';
import { columnAxis, heatMapTraces } from './base/heatMap';
import { escapePlotlyText } from './base/label';
import { SEQUENTIAL } from './base/palette';
import { findPartners } from './base/partners';
import { type SegmentGroup, segmentGroups } from './base/segments';
import { axisName, compose, nameAxis } from './base/theme';

/** What the options may be. */
const AGREEMENT_OPTIONS = object({
  ...FIGURE,
  /** What the two ways are called; default 'First' and 'Second'. */
  methods: array<readonly [string, string]>({
    default: ['First', 'Second'],
    deep: true,
    items: text(),
    minItems: 2,
    maxItems: 2,
    expects: 'an array of two names',
  }),
  /** Names of the second way's segments; `segmentNames` are those of the first. */
  otherSegmentNames: optional(SEGMENT_NAMES),
});

/** Options of `agreementHeatMap`. */
export interface AgreementHeatMapOptions extends Given<typeof AGREEMENT_OPTIONS> {}

/**
 * Two ways to segment the same customers side by side: how many of each segment of the first (rows) fall into
 * each segment of the second (columns). Columns are ordered so that partners stand on the diagonal.
 *
 * @param first segment of each customer, length n; −1 is noise.
 * @param second the same by the other way, length n.
 * @throws InputError when lengths differ, a label is no segment number, or names are too few.
 * Cost: O(n + k³). Source: Hubert and Arabie (1985) for the adjusted Rand index in the title: 1 is the same
 * partition, 0 what chance would give.
 *
 * @example
 * agreementHeatMap([0, 0, 1, 1], [1, 1, 0, 0], { methods: ['K-means', 'Hierarchical'] });
 */
export function agreementHeatMap(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  options: AgreementHeatMapOptions = {},
): Figure {
  const given = resolveOptions('agreementHeatMap', AGREEMENT_OPTIONS, options);
  const [one, other] = given.methods.map(escapePlotlyText);
  if (first?.length !== second?.length) {
    throw new InputError(
      'wrong-shape',
      `${one} has ${first?.length ?? 'no'} labels and ${other} ${second?.length ?? 'no'}`,
      { remedy: 'both must label the same customers' },
    );
  }
  const rows = segmentGroups(first, first?.length ?? 0, given.segmentNames);
  const columns = segmentGroups(second, first.length, given.otherSegmentNames);
  const counts = crossTabulate(rows, columns, second);
  const { order, shared } = pairUp(counts);
  const below = columnAxis(
    order.map((j) => columns[j].name),
    other,
  );
  const share = counts.map((row, i) => order.map((j) => row[j] / rows[i].rows.length));
  return compose(
    {
      data: heatMapTraces({
        z: share,
        x: below.ticks,
        y: rows.map(({ name }) => axisName(name)),
        text: counts.map((row, i) =>
          order.map((j, c) => `${formatNumber(row[j])}<br>${formatShare(share[i][c])}`),
        ),
        hover: counts.map((row, i) =>
          order.map(
            (j, c) =>
              `${formatNumber(row[j])} of ${formatNumber(rows[i].rows.length)} (${formatShare(share[i][c])})<br>${one}: ${rows[i].name}<br>${other}: ${columns[j].name}`,
          ),
        ),
        range: [0, 1],
        scale: SEQUENTIAL,
      }),
      layout: {
        xaxis: below.axis,
        yaxis: { ...nameAxis(one), type: 'category', autorange: 'reversed' },
      },
      title: finding(shared / first.length, adjustedRand(first, second), one, other),
      note: "Customers, and their share of the row's segment.",
      kind: `Heat map of ${one} against ${other} segments`,
      plotHeight: 90 + 56 * rows.length,
    },
    given,
  );
}

function crossTabulate(
  rows: readonly SegmentGroup[],
  columns: readonly SegmentGroup[],
  second: ArrayLike<number>,
): number[][] {
  const columnOf = new Map(columns.map(({ index }, j) => [index, j]));
  return rows.map((group) => {
    const counts = new Array<number>(columns.length).fill(0);
    for (const row of group.rows) counts[columnOf.get(second[row])!]++;
    return counts;
  });
}

/** Columns in the order of their partner rows, then those without; and how many customers the pairs share. */
function pairUp(counts: readonly (readonly number[])[]): { order: number[]; shared: number } {
  const partner = findPartners(counts);
  const paired = counts.flatMap((_, i) => (partner.has(i) ? [partner.get(i)!] : []));
  const left = counts[0].map((_, j) => j).filter((j) => !paired.includes(j));
  const shared = [...partner].reduce((sum, [i, j]) => sum + counts[i][j], 0);
  return { order: [...paired, ...left], shared };
}

function finding(share: number, rand: number, one: string, other: string): string {
  return `${one} and ${other} put ${formatShare(share)} of customers into partner segments (adjusted Rand index ${formatNumber(rand, { decimals: 2 })})`;
}
