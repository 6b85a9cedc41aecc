import { roundDigits } from '../../core/round';
import type {
  CategorySegmentationColumn,
  NumericSegmentationColumn,
  SegmentationColumn,
} from '../../segmentation/columns/segmentationColumn';
import type { SegmentationModel } from '../../segmentation/segmentationModel';

/** The smallest change of one value that leads to another segment. */
export interface MoveAnswer {
  column: string;
  label: string;
  unit?: string;
  from: number | string;
  to: number | string;
  segment: number;
  name: string;
  /** Share of the column's usual range that the change spans. */
  effort: number;
}

/** A customer's values, by column. */
export type Values = Record<string, number | string>;

/** One change of one value. */
interface Trial {
  column: SegmentationColumn;
  value: number | string;
}

/** A trial that leads to another segment. */
interface Move extends Trial {
  segment: number;
  name: string;
}

/** Values tried between two neighboring quantiles before the border is looked for between two of them. */
const TRIED = 12;
/** Halvings of the way between a value that stays and one that moves: to a thousandth of the usual range and finer. */
const HALVINGS = 16;

/**
 * For each column the smallest change of it alone that leads to another segment, the least effort first.
 * Cost: some 80 predictions for each column, and one more for each halving.
 */
export function movesOf(model: SegmentationModel, customer: Values, label: number): MoveAnswer[] {
  const leads = (trials: readonly Trial[]) => leadsElsewhere(model, customer, label, trials);
  const found = leads(model.columns.flatMap((column) => valuesToTry(column, customer)));
  const nearest = model.columns.flatMap((column): Move[] => {
    const own = found.flatMap((move) => (move?.column === column ? [move] : []));
    return own.sort((a, b) => effort(a, customer) - effort(b, customer)).slice(0, 1);
  });
  return atTheBorder(nearest, customer, leads)
    .map((move) => answerOf(move, customer))
    .sort((a, b) => a.effort - b.effort);
}

/** Customers side by side as a table. */
export function tableOf(customers: readonly Values[]): Record<string, (number | string)[]> {
  return Object.fromEntries(
    Object.keys(customers[0]).map((name) => [name, customers.map((customer) => customer[name])]),
  );
}

/** Whether the column's values are whole numbers, as far as its ends tell. */
export function isWhole({ range: [least, greatest] }: NumericSegmentationColumn): boolean {
  return Number.isInteger(least) && Number.isInteger(greatest);
}

type Leads = (trials: readonly Trial[]) => (Move | undefined)[];

/** Where each trial leads, if it is another segment. */
function leadsElsewhere(
  model: SegmentationModel,
  customer: Values,
  label: number,
  trials: readonly Trial[],
): (Move | undefined)[] {
  if (trials.length === 0) return [];
  const table = tableOf(trials.map(({ column, value }) => ({ ...customer, [column.name]: value })));
  const { labels, names } = model.predict(table);
  return trials.map((trial, i) =>
    labels[i] >= 0 && labels[i] !== label ? { ...trial, segment: labels[i], name: names[i]! } : undefined,
  );
}

function valuesToTry(column: SegmentationColumn, customer: Values): Trial[] {
  const values = column.kind === 'category' ? column.levels : numbersToTry(column, customer);
  return values.map((value) => ({ column, value }));
}

/** More of them where customers are closer together, so that skewed columns are looked through as finely as others. */
function numbersToTry(column: NumericSegmentationColumn, customer: Values): number[] {
  const [least, greatest] = column.range;
  const knots = [least, ...column.quantiles, greatest];
  const between = knots.slice(1).flatMap((to, i) => {
    const from = knots[i];
    return Array.from({ length: TRIED }, (_, step) => from + ((to - from) * (step + 1)) / TRIED);
  });
  const tried = [least, ...between].map((value) => (isWhole(column) ? Math.round(value) : value));
  return Array.from(new Set(tried)).filter((value) => value !== customer[column.name]);
}

/** Brings every number as near to the customer's own as it can come and still lead elsewhere. */
function atTheBorder(moves: readonly Move[], customer: Values, leads: Leads): Move[] {
  let best = [...moves];
  const stays = best.map(({ column }) => customer[column.name]);
  for (let halving = 0; halving < HALVINGS; halving++) {
    const open = Array.from(best.keys()).filter((i) => best[i].column.kind === 'numeric');
    const halfway = open.map((i) => ({ column: best[i].column, value: middle(stays[i], best[i]) }));
    const found = leads(halfway);
    open.forEach((i, at) => {
      if (found[at]) best[i] = found[at];
      else stays[i] = halfway[at].value;
    });
  }
  best = rounded(best, customer, leads);
  return best;
}

/** Between a value that stays and one that moves; of whole numbers the one that moves when there is none between. */
function middle(stays: number | string, { column, value }: Move): number {
  const half = (Number(stays) + Number(value)) / 2;
  if (!isWhole(column as NumericSegmentationColumn)) return half;
  return Number(value) > Number(stays) ? Math.ceil(half) : Math.floor(half);
}

/** Numbers that people would say, a little further than the border, where these lead elsewhere too. */
function rounded(moves: readonly Move[], customer: Values, leads: Leads): Move[] {
  const said = moves.map((move) => ({ column: move.column, value: roundAway(move, customer) }));
  const found = leads(said);
  return moves.map((move, i) => found[i] ?? move);
}

function roundAway({ column, value }: Trial, customer: Values): number | string {
  if (column.kind === 'category' || isWhole(column)) return value;
  const [least, greatest] = column.range;
  const unit = 10 ** Math.floor(Math.log10(usualRange(column) / 100));
  const away = Number(value) > Number(customer[column.name]) ? Math.ceil : Math.floor;
  const multiple = roundDigits(away(Number(value) / unit) * unit, 12);
  return Math.min(greatest, Math.max(least, multiple));
}

/** Share of the column's middle nine tenths that the change spans; for categories always the whole of it. */
function effort({ column, value }: Trial, customer: Values): number {
  if (column.kind === 'category') return value === customer[column.name] ? 0 : 1;
  return Math.abs(Number(value) - Number(customer[column.name])) / usualRange(column);
}

function usualRange({ quantiles: [p5, , , , p95] }: NumericSegmentationColumn): number {
  return p95 - p5 || 1;
}

function answerOf(move: Move, customer: Values): MoveAnswer {
  const { column, value, segment, name } = move;
  return {
    column: column.name,
    label: column.label,
    ...unitOf(column),
    from: customer[column.name],
    to: value,
    segment,
    name,
    effort: effort(move, customer),
  };
}

function unitOf(column: NumericSegmentationColumn | CategorySegmentationColumn): { unit?: string } {
  return column.kind === 'numeric' && column.unit ? { unit: column.unit } : {};
}
