import { namesSomebody } from '../identifiers';
import { isMissing } from '../missing';
import { recognizeDates } from '../recognize/dates';
import { recognizeNumbers } from '../recognize/numbers';
import { isCode } from '../recognize/numberText';
import { toNumber } from '../toNumber';
import { relationTo, type SummedColumn, summedColumns } from './columnSums';
import type { GivenColumn, OtherRow } from './otherRow';
import { type TotalLabel, totalLabel } from './totalLabels';

/** A row with a label of totals, or one that might add the others up. */
interface Candidate {
  row: number;
  label?: TotalLabel & { text: string; column: GivenColumn };
}

/** Rows of totals, and rows that read like one without adding up. */
export interface TotalRows {
  totals: OtherRow[];
  /** They stay customers; somebody should look at them. */
  doubtful: OtherRow[];
}

/** Totals of fewer rows are told by their label alone. */
const MIN_ROWS = 3;

/** A label that comes up more often is a category. */
const MAX_SAME = 3;

/**
 * Rows of totals, subtotals and averages. A label in one of seven languages makes a candidate, and so does a first or
 * last row without an identifier; that its numbers are the sum, or the mean, of other rows makes it a total. A label in
 * the place of an identifier that looks different from all others will do where numbers do not add up.
 * @param isTaken rows that are known to be something else.
 * Cost: O(n · columns).
 */
export function totalRows(
  columns: readonly GivenColumn[],
  rows: number,
  isTaken: (row: number) => boolean,
): TotalRows {
  const key = keyColumn(columns, rows);
  const labeled = labeledRows(columns, rows, isTaken, key);
  const candidates = [...labeled, ...unlabeledEnds(columns, rows, isTaken, labeled, key)];
  if (candidates.length === 0) return { totals: [], doubtful: [] };
  candidates.sort((one, other) => one.row - other.row);
  const special = new Set(candidates.map(({ row }) => row));
  const isCustomer = (row: number) => !special.has(row) && !isTaken(row);
  const summed = summedColumns(
    columns.filter((column) => column !== key),
    isCustomer,
  );
  const totals: OtherRow[] = [];
  const doubtful: OtherRow[] = [];
  const customers = customersAround(rows, summed, key, isCustomer);
  candidates.forEach((candidate, at) => {
    const verdict = judge(candidate, { at, candidates, rows, summed, key, customers });
    if (verdict !== undefined) (verdict.isTotal ? totals : doubtful).push(verdict.other);
  });
  return { totals, doubtful };
}

/**
 * The column that says who a customer is: the first whose known values are many and nearly all different, texts or
 * with a name that says so.
 */
function keyColumn(columns: readonly GivenColumn[], rows: number): GivenColumn | undefined {
  return columns.find(({ name, cells }) => {
    const looked = Math.min(rows, 1000);
    const values = new Set<unknown>();
    let known = 0;
    for (let row = 0; row < looked; row++) {
      if (isMissing(cells[row]) || typeof cells[row] === 'boolean') continue;
      known++;
      values.add(cells[row]);
    }
    const isDistinct = known >= MIN_ROWS && known >= 0.8 * looked && values.size >= 0.9 * known;
    return isDistinct && (namesSomebody(name) || !areAmountsOrDates([...values].slice(0, ENOUGH)));
  });
}

/** So many different values show what a column holds. */
const ENOUGH = 50;

/** Whether at least half of the values are numbers, however they are written, or dates: 00123 is neither. */
function areAmountsOrDates(values: readonly unknown[]): boolean {
  const are = values.filter((value) => {
    if (typeof value !== 'string') return true;
    const text = value.trim();
    if (isCode(text)) return false;
    return (
      toNumber(text) !== undefined ||
      recognizeNumbers([text]) !== undefined ||
      recognizeDates([text]) !== undefined
    );
  });
  return are.length >= values.length / 2;
}

function labeledRows(
  columns: readonly GivenColumn[],
  rows: number,
  isTaken: (row: number) => boolean,
  key: GivenColumn | undefined,
): Candidate[] {
  const byRow = new Map<number, Candidate>();
  for (const column of columns) {
    const found: Candidate[] = [];
    const counts = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const text = column.cells[row];
      if (typeof text !== 'string' || (text[0] >= '0' && text[0] <= '9') || isTaken(row)) continue;
      const label = totalLabel(text);
      if (label === undefined) continue;
      found.push({ row, label: { ...label, text: text.trim(), column } });
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    for (const candidate of found) {
      const { row, label } = candidate;
      const isFrequent = counts.get(column.cells[row] as string)! > MAX_SAME;
      if (isFrequent && column !== key && !isMissing(key?.cells[row])) continue;
      const before = byRow.get(row)?.label;
      if (before === undefined || (label!.alone && !before.alone)) byRow.set(row, candidate);
    }
  }
  return [...byRow.values()];
}

/** The first and the last row, where they have no identifier: totals often have no label at all. */
function unlabeledEnds(
  columns: readonly GivenColumn[],
  rows: number,
  isTaken: (row: number) => boolean,
  labeled: readonly Candidate[],
  key: GivenColumn | undefined,
): Candidate[] {
  const special = new Set(labeled.map(({ row }) => row));
  const isFree = (row: number) => !isTaken(row) && !special.has(row);
  let [first, last] = [0, rows - 1];
  while (first < rows && !isFree(first)) first++;
  while (last > first && !isFree(last)) last--;
  if (last - first < MIN_ROWS || columns.length < 2) return [];
  return [first, last].filter((row) => isMissing(key?.cells[row])).map((row) => ({ row }));
}

interface Surroundings {
  at: number;
  candidates: readonly Candidate[];
  rows: number;
  summed: readonly SummedColumn[];
  key: GivenColumn | undefined;
  customers: Customers;
}

/** What candidates are compared with, found once: a file may consist of candidates. */
interface Customers {
  /** How many there are before each row; length rows + 1. */
  before: Int32Array;
  /** The largest value of any, for each of the summed columns. */
  largest: number[];
  /** Whether their identifiers have digits in them, or are numbers. */
  haveCodes: boolean;
}

function customersAround(
  rows: number,
  summed: readonly SummedColumn[],
  key: GivenColumn | undefined,
  isCustomer: (row: number) => boolean,
): Customers {
  const before = new Int32Array(rows + 1);
  const largest = new Array<number>(summed.length).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < rows; row++) {
    before[row + 1] = before[row] + (isCustomer(row) ? 1 : 0);
    if (before[row + 1] === before[row]) continue;
    summed.forEach(({ values }, j) => {
      if (values[row] > largest[j]) largest[j] = values[row];
    });
  }
  return { before, largest, haveCodes: key !== undefined && areCodes(key, rows, isCustomer) };
}

function judge(
  { row, label }: Candidate,
  around: Surroundings,
): { isTotal: boolean; other: OtherRow } | undefined {
  const { key, summed } = around;
  const relation = bestRelation(row, label, around);
  const other = (reason: string): OtherRow => ({
    ...{
      row,
      kind: 'total',
      column: label?.column.name ?? summed[0]?.name ?? '',
      label: label?.text ?? '',
      reason,
    },
  });
  const isTotal = (reason: string) => ({ isTotal: true, other: other(reason) });
  if (label === undefined)
    return relation.matched === relation.compared && relation.matched >= 2
      ? isTotal(relation.reason)
      : undefined;
  const atKey = label.column === key || isMissing(key?.cells[row]);
  const isSure = label.alone && atKey;
  const needed = isSure ? Math.max(1, relation.compared / 2) : Math.max(2, relation.compared);
  const single = label.alone && summed.length === 1 ? 1 : needed;
  if (relation.compared > 0 && relation.matched >= Math.min(needed, single)) return isTotal(relation.reason);
  if (!atKey) return undefined;
  const isSmall = label.kind === 'sum' && relation.compared > 0 && isOneOfMany(row, around);
  if (!isSmall && (label.column === key ? around.customers.haveCodes : label.alone && key !== undefined))
    return isTotal(BY_LABEL);
  return label.alone
    ? { isTotal: false, other: other('called like a row of totals, but its numbers add nothing up') }
    : undefined;
}

/** Nothing but the label says so: the numbers add nothing up. */
export const BY_LABEL = 'a row of totals by its label';

/** Whether none of its numbers is larger than that of any customer: a sum of others would be. */
function isOneOfMany(row: number, { summed, customers: { largest } }: Surroundings): boolean {
  return summed.every(({ values }, j) => Number.isNaN(values[row]) || largest[j] >= values[row]);
}

/** What the row says of all customers, or of those between it and another candidate: above it, or else below. */
function bestRelation(
  row: number,
  label: TotalLabel | undefined,
  { at, candidates, rows, summed, customers: { before } }: Surroundings,
) {
  const all = { from: 0, to: rows, reason: 'the other rows' };
  const above = candidates
    .slice(Math.max(0, at - MAX_BLOCKS), at)
    .reverse()
    .map((earlier) => ({ from: earlier.row + 1, to: row, reason: 'the rows above it' }));
  const next = candidates[at + 1]?.row ?? rows;
  const blocks =
    label === undefined
      ? [all]
      : [
          all,
          { from: 0, to: row, reason: 'the rows above it' },
          ...(label.kind === 'sum' ? above : above.slice(0, 1)),
          { from: row + 1, to: next, reason: 'the rows below it' },
        ];
  const relations = blocks
    .filter(({ from, to }) => before[to] - before[Math.min(from, to)] >= (label?.alone === true ? 1 : 2))
    .map(({ reason, ...block }) => {
      const relation = relationTo(summed, row, block, label?.kind);
      return { ...relation, reason: `${relation.what} of ${reason}` };
    });
  const none = { what: '', compared: 0, matched: 0, reason: '' };
  return relations.reduce((best, each) => (each.matched > best.matched ? each : best), relations[0] ?? none);
}

/** Subtotals of more levels than this are not looked for. */
const MAX_BLOCKS = 50;

/** Whether identifiers of customers have digits in them, or are numbers. */
function areCodes({ cells }: GivenColumn, rows: number, isCustomer: (row: number) => boolean): boolean {
  let [known, codes] = [0, 0];
  for (let row = 0; row < rows && known < 1000; row++) {
    if (!isCustomer(row) || isMissing(cells[row])) continue;
    known++;
    if (typeof cells[row] === 'number' || /\d/.test(String(cells[row]))) codes++;
  }
  return known >= MIN_ROWS && codes >= 0.95 * known;
}
