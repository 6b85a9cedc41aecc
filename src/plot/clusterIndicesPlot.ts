import type { Data } from 'plotly.js';
import { InputError } from '../core/errors';
import { countPhrase, plural, someOf } from '../core/format';
import { checkInteger, checkOneOf } from '../core/options';
import { phrase } from '../core/phrase';
import { resolveOptions } from '../core/resolveOptions';
import { type Given, named, names, object, oneOf, optional, record, type Static, text } from '../core/schema';
import type { Better } from '../evaluate/indices/clusterIndex';
import { INDICES, type PreferredKs } from '../evaluate/indices/registry';
import type { Figure } from './base/figure';
import { FIGURE } from './base/figureOptions';
import { nameOf } from './base/label';
import { argMax, plain } from './base/numbers';
import { ACCENT, NEUTRAL } from './base/palette';
import { type Panel, panelAt, panelLayout } from './base/panels';
import { compose } from './base/theme';

/** One number of clusters with any number of indices by name, such as a row of `chooseK`'s table. */
export type IndexRow = { readonly k: number };

/** What the options may be. */
const CLUSTER_INDICES_OPTIONS = object({
  ...FIGURE,
  /**
   * Indices to draw, in order; default the known ones (inertia, silhouette …) that the rows hold, else every
   * field of numbers.
   */
  indices: optional(names()),
  /** Which end is good, for indices not known here. */
  better: named(oneOf<Better>(['higher', 'lower', 'neither']), {
    default: {},
    deep: true,
    expects: "an object with 'higher', 'lower' or 'neither' for each index",
  }),
  /**
   * The k each index prefers by a rule finer than highest or lowest: `chooseK`'s `preferredBy`. Its `elbow` marks
   * the inertia.
   */
  preferredBy: record<Partial<PreferredKs>>({ default: {} }),
  /** Replaces the line under the title, which says what the large squares mean. */
  note: text({ default: 'A large square marks the best k of each index.' }),
});

/** Options of `clusterIndicesPlot`. */
export interface ClusterIndicesOptions extends Given<typeof CLUSTER_INDICES_OPTIONS> {}

/** With every default in its place. */
type Resolved = Static<typeof CLUSTER_INDICES_OPTIONS>;

/**
 * Every index of a choice of k as a small picture of its own, its best k marked: where they agree, and where not.
 *
 * @param rows one a k; fields other than `k` that hold numbers are indices.
 * @throws InputError for fewer than two rows, no index, an unknown index or option.
 * Cost: O(rows × indices).
 *
 * @example
 * clusterIndicesPlot([{ k: 2, silhouette: 0.30, daviesBouldin: 1.2 }, { k: 3, silhouette: 0.47, daviesBouldin: 0.8 }]);
 */
export function clusterIndicesPlot(rows: readonly IndexRow[], options: ClusterIndicesOptions = {}): Figure {
  const given = resolveOptions('clusterIndicesPlot', CLUSTER_INDICES_OPTIONS, options);
  const indices = readIndices(rows, given);
  const ks = rows.map(({ k }) => k);
  const perRow = indices.length === 1 ? 1 : 2;
  return compose(
    {
      data: indices.flatMap((index, i) => drawIndex(ks, index, panelAt(i, perRow))),
      layout: panelLayout(
        indices.map(({ name, better }) => ({
          x: { title: { text: 'Number of segments k' }, nticks: 6, tickformat: 'd', zeroline: false },
          y: { title: { text: name + hint(better) }, nticks: 5, zeroline: false },
        })),
        perRow,
        { x: 0.34, y: 0.45 },
      ),
      title: finding(indices),
      note: given.note,
      kind: `Line charts of ${indices.map(({ name }) => name).join(', ')} against the number of segments`,
      plotHeight: Math.ceil(indices.length / perRow) * 190,
    },
    given,
  );
}

interface Index {
  name: string;
  values: number[];
  better: Better;
  /** The k it prefers; none when the index has no good end. It need not be among the rows. */
  best?: number;
}

function readIndices(rows: readonly IndexRow[], options: Resolved): Index[] {
  if (!Array.isArray(rows) || rows.length < 2) {
    throw new InputError('no-data', `a choice of k needs at least two rows, not ${rows?.length ?? 'none'}`);
  }
  for (const { k } of rows) checkInteger('k', k, { min: 1 });
  const found = Object.keys(rows[0]).filter(
    (field) => field !== 'k' && rows.some((row) => typeof fieldOf(row, field) === 'number'),
  );
  const known = found.filter((field) => knownIndex(field) !== undefined);
  const fields =
    options.indices?.map((field) => checkOneOf('indices', field, found)) ??
    (known.length > 0 ? known : found);
  if (fields.length === 0)
    throw new InputError(
      'no-data',
      phrase`the rows hold no index: give at least one number beside ${{ option: 'k' }}`,
    );
  return fields.map((field) => readIndex(rows, field, options));
}

function knownIndex(field: string): (typeof INDICES)[number] | undefined {
  return INDICES.find((index) => index.field === field);
}

function fieldOf(row: IndexRow, field: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[field];
}

function readIndex(rows: readonly IndexRow[], field: string, options: Resolved): Index {
  const values = rows.map((row) => {
    const value = fieldOf(row, field);
    return Number.isFinite(value) ? (value as number) : Number.NaN;
  });
  const known = knownIndex(field);
  const better = options.better[field] ?? known?.better ?? 'neither';
  const sign = { higher: 1, lower: -1, neither: 0 }[better];
  const named = options.labels !== undefined && Object.hasOwn(options.labels, field);
  const name = (!named && known?.title) || nameOf(field, options);
  const ruled = known && options.preferredBy[known.key];
  const top = sign === 0 ? -1 : argMax(values.map((value) => sign * value));
  return { name, values, better, best: ruled ?? rows[top]?.k };
}

function drawIndex(ks: readonly number[], { name, values, best }: Index, panel: Panel): Data[] {
  const line: Data = {
    type: 'scatter',
    mode: 'lines+markers',
    ...panel.axes,
    name,
    x: [...ks],
    y: plain(values),
    line: { color: NEUTRAL, width: 2 },
    marker: { color: NEUTRAL, size: 6 },
    hovertemplate: `k = %{x}: ${name} %{y:,.4~g}<extra></extra>`,
  };
  const at = best === undefined ? -1 : ks.indexOf(best);
  if (at < 0) return [line];
  const mark: Data = {
    type: 'scatter',
    mode: 'markers',
    ...panel.axes,
    name: `Best ${name}`,
    x: [ks[at]],
    y: plain([values[at]]),
    marker: { color: ACCENT, symbol: 'square', size: 12 },
    hovertemplate: `Best: k = %{x}, ${name} %{y:,.4~g}<extra></extra>`,
  };
  return [line, mark];
}

function hint(better: Better): string {
  return { higher: ' ↑', lower: ' ↓', neither: '' }[better];
}

function finding(indices: readonly Index[]): string {
  const judges = indices.flatMap(({ name, best }) => (best === undefined ? [] : [{ name, best }]));
  if (judges.length === 0) return `${indices.map(({ name }) => name).join(', ')} by number of segments`;
  const votes = new Map<number, string[]>();
  for (const { best, name } of judges) votes.set(best, [...(votes.get(best) ?? []), name]);
  const opinions = [...votes].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  if (opinions.length === 1) {
    const who =
      judges.length === 1 ? judges[0].name : `all ${countPhrase(judges.length, 'index', 'indices')}`;
    return `k = ${opinions[0][0]} is best by ${who}`;
  }
  const says = opinions.map(([k, names]) => `k = ${k} (${names.join(', ')})`);
  const [[k, most], ...others] = opinions;
  if (2 * most.length <= judges.length) return `The indices disagree: ${says.join('; ')}`;
  const differ = others.map(([other, names]) => `${names.join(', ')} k = ${other}`);
  return `${someOf(most.length, plural(judges.length, 'index', 'indices'), 'prefers', 'prefer')} k = ${k}; ${differ.join('; ')}`;
}
