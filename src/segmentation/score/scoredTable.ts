import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import { roundDecimals } from '../../core/round';
import { suggestion } from '../../datasets/nearestName';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { Cell } from '../../table/cell';
import type { TableData } from '../../table/tableData';
import type { TypedTable } from '../../table/typedTable';
import { columnFinder } from '../columns/columnFinder';
import { repeatedRows } from '../columns/repeatedRows';
import type { SegmentationModel } from '../segmentationModel';
import type { Prediction } from './prediction';

/** Customers as a file holds them. */
export interface WrittenCustomers {
  /** The values as they were understood. */
  readonly table: TableData;
  /** The values as they stand in the file. Default: `table`. */
  readonly written?: TableData;
  /** The same by what they hold, where that is known. */
  readonly columns?: TypedTable['columns'];
  /** Rows that are no customers, where that is known. */
  readonly others?: TypedTable['others'];
  readonly rows: number;
}

/** Options of `segmentsTable` and `scoredTable`. */
export interface SegmentsTableOptions {
  /** The column that identifies customers. Default the model's, where the file has it, else the number of the row from 1. */
  id?: string;
  /** Whether the file's own columns come along. Default: for files of up to 1,000,000 values. */
  withColumns?: boolean;
  /** Of `segmentsTable`: these rows of the file alone, from 0. Default: all. */
  rows?: ReadonlySet<number>;
}

/** Files with more values are given back without their columns, unless they are asked for. */
export const MAX_OWN_VALUES = 1_000_000;

/** What a row says of its segment; the columns of `scoredTable` beside the file's own, in this order. */
interface Line {
  /** From 1, as in every picture; null for customers in none. */
  segment: number | null;
  segment_name: string | null;
  action: string | null;
  margin: number | null;
  /** See `Prediction`; a column only where the algorithm knows it. */
  membership: number | null;
  /** Of the segment; null where it was not measured. */
  stability: number | null;
  /** The share of resamples that keep the customer in the segment. */
  agreement: number | null;
  /** For a customer between two segments, the names of both. */
  between: string | null;
  outside: string | null;
  reason: string | null;
}

/**
 * One line for each row of the file, in its order: the file's own columns as they stand in it (or the identifier alone),
 * then `segment` (from 1, as in every picture), `segment_name`, `action`, `margin`, `membership` (where the algorithm knows
 * it: see `Prediction`), `stability` (of the segment: see `SegmentationModel.stability`), `outside` (the columns in which a customer lies outside what the model was fitted on) and
 * `reason` (why a row has no segment). Where the file has a column of such a name, ours has a number behind: `segment_2`.
 * @throws InputError when there is no column named `id`.
 */
export function scoredTable(
  prediction: Prediction,
  model: SegmentationModel,
  input: WrittenCustomers,
  options: SegmentsTableOptions = {},
): TableData {
  return tableOf(linesOf(prediction, model), model, input, options, [
    'agreement',
    'between',
    ...unknownTo(prediction),
  ]);
}

/**
 * Who belongs where, as a table to write: one line for each row of the file that a model was fitted to, in its order. The
 * file's own columns come first, as they stand in it, then `segment` (numbered from 1, as in every chart),
 * `segment_name`, `action`, `margin` and `membership` (see `Prediction`; the latter for Gaussian mixtures and HDBSCAN),
 * `stability` (of the segment), `agreement` (the share of resamples that keep the customer in it), `between` (for a customer between two segments, the names of both, its own first: 'Budget
 * shoppers; Big spenders') and `reason`: why a row has no segment. See `SegmentationModel` for what these say. A row that
 * repeats an earlier one in every column is left out.
 *
 * @param input what `readTable` gave, or an object with `table` and `rows`.
 * @throws InputError for a model that was loaded: it holds no customers; and when there is no column named `id`.
 * Cost: that of `predict`, and of `SegmentationModel.judge` where that was not asked before.
 *
 * @example
 * const customers = { Income: [1, 2, 8, 9], Spending: [1, 1, 9, 8] };
 * const model = new Segmentation({ k: 2 }).fit(customers);
 * const { segment, segment_name } = segmentsTable(model, { table: customers, rows: 4 });
 * segment; // [1, 1, 2, 2]
 */
export function segmentsTable(
  model: SegmentationModel,
  input: WrittenCustomers,
  options: SegmentsTableOptions = {},
): TableData {
  const { columns: typed, rows, others } = input;
  const prediction = model.predict(typed ? { columns: typed, rows, others } : input.table);
  const lines = linesOf(fitted(prediction, model), model, certaintyOf(model, rows));
  const table = tableOf(lines, model, input, options, ['outside', ...unknownTo(prediction)]);
  const columns = Object.entries(input.table).map(([name, cells]) => ({ name, cells }));
  const repeated = new Set(repeatedRows(columns, model.id).map(({ row }) => row));
  const { rows: asked } = options;
  if (repeated.size === 0 && !asked) return table;
  const wanted = (row: number) => !repeated.has(row) && (asked?.has(row) ?? true);
  const once = Object.entries(table).map(([name, cells]) => [name, cells.filter((_, row) => wanted(row))]);
  return Object.fromEntries(once);
}

/** The columns for what the algorithm does not know. */
function unknownTo({ membership }: Prediction): (keyof Line)[] {
  return membership ? [] : ['membership'];
}

function tableOf(
  lines: Lines,
  model: SegmentationModel,
  input: WrittenCustomers,
  options: SegmentsTableOptions,
  without: readonly (keyof Line)[] = [],
): TableData {
  const own = ownColumns(model, input, options);
  const taken = new Set(Object.keys(own));
  const ours = (Object.keys(lines) as (keyof Line)[])
    .filter((name) => !without.includes(name))
    .map((name) => [uniqueName(name, taken), lines[name]]);
  return { ...own, ...Object.fromEntries(ours) };
}

/** The segments of the fit; where the rule for new customers would say another, the customer is on the border. */
function fitted(prediction: Prediction, { keptRows, labels, names }: SegmentationModel): Prediction {
  if (keptRows === null || labels === null)
    throw new InputError('unavailable', 'a saved model holds no customers');
  const own = {
    ...prediction,
    labels: prediction.labels.slice(),
    margin: prediction.margin.slice(),
    membership: prediction.membership?.slice() ?? null,
  };
  own.names = prediction.names.slice();
  keptRows.forEach((row, i) => {
    if (own.labels[row] === labels[i]) return;
    own.labels[row] = labels[i];
    own.margin[row] = 0;
    if (own.membership) own.membership[row] = labels[i] < 0 ? 0 : Number.NaN;
    own.names[row] = labels[i] < 0 ? 'Noise' : names[labels[i]];
  });
  return own;
}

type Lines = { [column in keyof Line]: Cell[] };

/** What resamples say of each row of a file. */
interface Certainty {
  agreement: Float64Array;
  /** The other segment, or −1. */
  between: Int32Array;
}

/** Nothing is known of rows that were not clustered, nor where nothing was resampled. */
function certaintyOf({ agreement, between, keptRows }: SegmentationModel, rows: number): Certainty {
  const known = {
    agreement: new Float64Array(rows).fill(Number.NaN),
    between: new Int32Array(rows).fill(-1),
  };
  if (agreement && between)
    keptRows?.forEach((row, i) => {
      known.agreement[row] = agreement[i];
      known.between[row] = between[i];
    });
  return known;
}

function linesOf(
  { labels, names, margin, membership, outside, notScored }: Prediction,
  { profiles }: SegmentationModel,
  certainty?: Certainty,
): Lines {
  const reasons = new Map(notScored.map(({ row, column, reason }) => [row, `${column}: ${reason}`]));
  const profileOf = new Map(profiles.map((profile) => [profile.segment, profile]));
  const lines = Array.from(names, (name, row) =>
    name === null
      ? { ...NO_SEGMENT, outside: listed(outside[row]), reason: reasons.get(row) ?? null }
      : {
          ...lineOf(labels[row], name, margin[row], profileOf.get(labels[row])),
          membership: rounded(membership?.[row]),
          ...certaintyWords(name, row, profileOf, certainty),
          outside: listed(outside[row]),
        },
  );
  const column = (name: keyof Line) => lines.map((line) => line[name]);
  return {
    segment: column('segment'),
    segment_name: column('segment_name'),
    action: column('action'),
    margin: column('margin'),
    membership: column('membership'),
    stability: column('stability'),
    agreement: column('agreement'),
    between: column('between'),
    outside: column('outside'),
    reason: column('reason'),
  };
}

const UNKNOWN = { agreement: null, between: null };
const NO_SEGMENT = {
  segment: null,
  segment_name: null,
  action: null,
  margin: null,
  membership: null,
  stability: null,
  ...UNKNOWN,
};

function certaintyWords(
  name: string,
  row: number,
  profileOf: ReadonlyMap<number, SegmentProfile>,
  certainty: Certainty | undefined,
): Pick<Line, 'agreement' | 'between'> {
  if (!certainty) return UNKNOWN;
  const { agreement, between } = certainty;
  const other = profileOf.get(between[row]);
  return {
    agreement: rounded(agreement[row]),
    between: between[row] < 0 || !other ? null : `${name}; ${other.name}`,
  };
}

function lineOf(
  label: number,
  name: string,
  margin: number,
  profile: SegmentProfile | undefined,
): Omit<Line, 'membership' | 'agreement' | 'between' | 'outside'> {
  const reason = label < 0 ? 'in no segment: too far from all of them' : null;
  return {
    segment: label < 0 ? null : label + 1,
    segment_name: name,
    action: profile?.action.action ?? null,
    margin: roundDecimals(margin, 4),
    stability: profile?.stability === undefined ? null : roundDecimals(profile.stability, 4),
    reason,
  };
}

/** Null for what is not known. */
function rounded(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : roundDecimals(value, 4);
}

function listed(columns: readonly string[]): string | null {
  return columns.length === 0 ? null : columns.join('; ');
}

function ownColumns(
  { id: modelId }: SegmentationModel,
  { table, written = table, rows }: WrittenCustomers,
  { id, withColumns = rows * Object.keys(written).length <= MAX_OWN_VALUES }: SegmentsTableOptions,
): TableData {
  if (id !== undefined && !Object.hasOwn(table, id)) {
    throw new InputError('missing-column', phrase`there is no column ${{ column: id }}`, {
      remedy: suggestion(id, Object.keys(table)),
    });
  }
  if (withColumns) return written;
  const name = id ?? (modelId === null ? undefined : columnFinder(Object.keys(table))(modelId));
  if (name !== undefined) return { id: written[name] ?? table[name] };
  return { id: Array.from({ length: rows }, (_, row) => row + 1) };
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  let [free, number] = [name, 1];
  while (taken.has(free)) free = `${name}_${++number}`;
  return free;
}
