import { InputError } from '../../core/errors';
import { toNumber } from '../../table/toNumber';
import type { CustomerTable } from '../../table/typedTable';
import {
  isWhole,
  type NumericSegmentationColumn,
  type SegmentationColumn,
  usualRange,
} from '../columns/segmentationColumn';
import type { Prediction } from '../score/prediction';
import { asTable, type CustomerValues } from './customerValues';

/** The smallest change of one value that leads to another segment. */
export interface Counterfactual {
  column: string;
  label: string;
  unit?: string;
  from: number | string;
  to: number | string;
  /** Where the change leads. */
  segment: number;
  name: string;
  /** Share of the column's usual range (its middle nine tenths) that the change spans; 1 for a category. */
  effort: number;
}

/** What is needed of a model. */
interface Model {
  columns: readonly SegmentationColumn[];
  predict(table: CustomerTable): Prediction;
}

/** A customer as the model reads it: numbers as numbers, categories as text. */
type Values = Record<string, number | string>;

/** One change of one value. */
interface Trial {
  column: SegmentationColumn;
  value: number | string;
}

/** A trial that leads to another segment. */
interface Found extends Trial {
  segment: number;
  name: string;
}

/** Values tried between two neighboring quantiles before the border is looked for between two of them. */
const TRIED = 12;
/** Halvings of the way between a value that stays and one that leads elsewhere: to a thousandth of the usual range. */
const HALVINGS = 16;

/** See `SegmentationModel.counterfactuals`. */
export function counterfactuals(model: Model, customer: CustomerValues): Counterfactual[] {
  const { labels, notScored } = model.predict(asTable([customer]));
  if (notScored.length > 0) {
    const [{ column, reason }] = notScored;
    throw new InputError('missing-value', `the customer cannot be placed: ${column} is ${reason}`, {
      remedy: 'give a value for it',
    });
  }
  const values = valuesOf(model.columns, customer);
  const outcomes = (trials: readonly Trial[]) => outcomesOf(model, values, labels[0], trials);
  const found = outcomes(model.columns.flatMap((column) => trialsOf(column, values)));
  const nearest = model.columns.flatMap((column): Found[] => {
    const own = found.flatMap((trial) => (trial?.column === column ? [trial] : []));
    return own.sort((a, b) => effortOf(a, values) - effortOf(b, values)).slice(0, 1);
  });
  return atTheBorder(nearest, values, outcomes)
    .map((trial) => describe(trial, values))
    .sort((a, b) => a.effort - b.effort);
}

function valuesOf(columns: readonly SegmentationColumn[], customer: CustomerValues): Values {
  const read = ({ kind, name }: SegmentationColumn) =>
    kind === 'category' ? String(customer[name]) : toNumber(customer[name])!;
  return Object.fromEntries(columns.map((column) => [column.name, read(column)]));
}

type Outcomes = (trials: readonly Trial[]) => (Found | undefined)[];

/** Where each trial leads, if it is another segment. */
function outcomesOf(
  model: Model,
  customer: Values,
  label: number,
  trials: readonly Trial[],
): (Found | undefined)[] {
  if (trials.length === 0) return [];
  const table = asTable(trials.map(({ column, value }) => ({ ...customer, [column.name]: value })));
  const { labels, names } = model.predict(table);
  return trials.map((trial, i) =>
    labels[i] >= 0 && labels[i] !== label ? { ...trial, segment: labels[i], name: names[i]! } : undefined,
  );
}

function trialsOf(column: SegmentationColumn, customer: Values): Trial[] {
  const values = column.kind === 'category' ? column.levels : numbersToTry(column, customer);
  return values.map((value) => ({ column, value }));
}

/** More of them where customers are closer together, so that skewed columns are searched as finely as others. */
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
function atTheBorder(found: readonly Found[], customer: Values, outcomes: Outcomes): Found[] {
  const best = [...found];
  const stays = best.map(({ column }) => customer[column.name]);
  for (let halving = 0; halving < HALVINGS; halving++) {
    const open = Array.from(best.keys()).filter((i) => best[i].column.kind === 'numeric');
    const halfway = open.map((i) => ({ column: best[i].column, value: middle(stays[i], best[i]) }));
    const next = outcomes(halfway);
    open.forEach((i, at) => {
      if (next[at]) best[i] = next[at];
      else stays[i] = halfway[at].value;
    });
  }
  return rounded(best, customer, outcomes);
}

/** Between a value that stays and one that leads elsewhere; the latter when no whole number is between. */
function middle(stays: number | string, { column, value }: Found): number {
  const half = (Number(stays) + Number(value)) / 2;
  if (!isWhole(column as NumericSegmentationColumn)) return half;
  return Number(value) > Number(stays) ? Math.ceil(half) : Math.floor(half);
}

/** Numbers that people would say, a little further than the border, where these lead elsewhere too. */
function rounded(found: readonly Found[], customer: Values, outcomes: Outcomes): Found[] {
  const next = outcomes(found.map((trial) => ({ column: trial.column, value: roundAway(trial, customer) })));
  return found.map((trial, i) => next[i] ?? trial);
}

function roundAway({ column, value }: Trial, customer: Values): number | string {
  if (column.kind === 'category' || isWhole(column)) return value;
  const [least, greatest] = column.range;
  const unit = 10 ** Math.floor(Math.log10(usualRange(column) / 100));
  const away = Number(value) > Number(customer[column.name]) ? Math.ceil : Math.floor;
  const multiple = Number((away(Number(value) / unit) * unit).toPrecision(12));
  return Math.min(greatest, Math.max(least, multiple));
}

function effortOf({ column, value }: Trial, customer: Values): number {
  if (column.kind === 'category') return value === customer[column.name] ? 0 : 1;
  return Math.abs(Number(value) - Number(customer[column.name])) / usualRange(column);
}

function describe(found: Found, customer: Values): Counterfactual {
  const { column, value, segment, name } = found;
  return {
    column: column.name,
    label: column.label,
    ...(column.kind === 'numeric' && column.unit && { unit: column.unit }),
    from: customer[column.name],
    to: value,
    segment,
    name,
    effort: effortOf(found, customer),
  };
}
