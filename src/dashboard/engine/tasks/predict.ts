import { marksOf } from '../../../profile/names/marks';
import { markWords } from '../../../profile/names/wording';
import type {
  NumericSegmentationColumn,
  SegmentationColumn,
} from '../../../segmentation/columns/segmentationColumn';
import { toNumber } from '../../../table/toNumber';
import { objectSchema, settings, text } from '../../requests';
import { type Fitted, fittedTo, type SettingsRequest } from '../models';
import { isWhole, type MoveAnswer, movesOf, tableOf, type Values } from '../moves';
import type { Task } from '../task';

/** A customer's values, by column; those not given are as is usual. */
export type Customer = Readonly<Record<string, number | string | boolean | null>>;

const MAX_KEY_DIFFERENCES = 4;
/** Customers nearest to this one that are asked for their segment. */
const NEIGHBORS = 15;

/** A value of a customer that can be set on the page. */
export type InputAnswer =
  | {
      kind: 'numeric';
      name: string;
      label: string;
      unit?: string;
      range: [number, number];
      whole: boolean;
      /** Most values lie close together at the low end: a slider moves by ratios. */
      logarithmic: boolean;
      value: number;
    }
  | { kind: 'category'; name: string; label: string; levels: string[]; value: string };

/** Answer to `predict`. */
export interface PredictAnswer {
  inputs: InputAnswer[];
  /** −1: in no segment. */
  segment: number;
  name: string;
  /** Why the customer could not be placed. */
  why: string | null;
  /** 0 on the border to the second nearest segment, 1 at the center of its own. */
  margin: number | null;
  /** Of the customers most alike, how many are in the same segment. */
  neighbors: { asked: number; same: number } | null;
  marks: string[];
  action: string;
  /** What would change the segment, the smallest change first. */
  moves: MoveAnswer[];
}

/** A customer's values by column. */
const customerSchema = {
  type: 'object',
  maxProperties: 200,
  propertyNames: text,
  additionalProperties: { anyOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'null' }, text] },
} as const;

/** The segment of one customer, how sure it is, and which single change would move the customer to another. */
export const predict: Task<SettingsRequest & { customer: Customer }, PredictAnswer> = {
  engine: 'interactive',
  request: objectSchema({ ...settings, customer: customerSchema }, ['source', 'customer']),
  async run(request, { onProgress }) {
    const fitted = await fittedTo(request, onProgress);
    const { model } = fitted;
    const inputs = model.columns.map((column) => inputOf(column, request.customer));
    const customer = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const { labels, names, margin, notScored } = model.predict(tableOf([customer]));
    const [label] = labels;
    const profile = model.profiles.find(({ segment }) => segment === label);
    const body: PredictAnswer = {
      inputs,
      segment: label,
      name: names[0] ?? 'Not placed',
      why: notScored[0] ? `${notScored[0].column}: ${notScored[0].why}` : null,
      margin: Number.isNaN(margin[0]) ? null : margin[0],
      neighbors: neighborsOf(fitted, customer, label),
      marks: profile && label >= 0 ? marksOf(profile).slice(0, MAX_KEY_DIFFERENCES).map(markWords) : [],
      action: profile?.action.action ?? '',
      moves: movesOf(model, customer, label),
    };
    return { body, arrays: {} };
  },
};

/** What can be set, with its real range, and what it is set to: as asked, else the median or the usual category. */
function inputOf(column: SegmentationColumn, customer: Customer): InputAnswer {
  const { name, label } = column;
  const given = Object.hasOwn(customer, name) ? customer[name] : null;
  if (column.kind === 'category') {
    const usual = column.levels[column.shares.indexOf(Math.max(...column.shares))];
    const value = given !== null && column.levels.includes(String(given)) ? String(given) : usual;
    return { kind: 'category', name, label, levels: column.levels, value };
  }
  const value = toNumber(given) ?? column.quantiles[2];
  const { unit, range } = column;
  return {
    kind: 'numeric',
    name,
    label,
    range,
    whole: isWhole(column),
    logarithmic: isLogarithmic(column),
    value,
    ...(unit && { unit }),
  };
}

/** The upper twentieth of the values takes most of the range. */
function isLogarithmic({ range: [least, greatest], quantiles }: NumericSegmentationColumn): boolean {
  const [p5, , , , p95] = quantiles;
  return least >= 0 && greatest - p95 > 3 * (p95 - p5);
}

/** How many of the customers nearest to this one are in the same segment; null where nearness is not known. */
function neighborsOf({ model }: Fitted, customer: Values, label: number): PredictAnswer['neighbors'] {
  const space = model.space;
  const own = model.transform(tableOf([customer]));
  if (!space || !own || space.cols !== own.cols) return null;
  const distances = Float64Array.from({ length: space.rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < space.cols; j++) sum += (space.get(i, j) - own.get(0, j)) ** 2;
    return sum;
  });
  const nearest = Array.from(distances.keys())
    .sort((a, b) => distances[a] - distances[b])
    .slice(0, NEIGHBORS);
  return { asked: nearest.length, same: nearest.filter((i) => model.labels![i] === label).length };
}
