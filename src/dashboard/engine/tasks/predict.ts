import {
  isWhole,
  type NumericSegmentationColumn,
  type SegmentationColumn,
} from '../../../segmentation/columns/segmentationColumn';
import type { Counterfactual } from '../../../segmentation/explain/counterfactuals';
import { asTable, type CustomerValues } from '../../../segmentation/explain/customerValues';
import type { SegmentationModel } from '../../../segmentation/segmentationModel';
import { toNumber } from '../../../table/toNumber';
import { objectSchema, settings, text } from '../../requests';
import { keyDifferencesOf } from '../keyDifferences';
import { fittedTo, type SettingsRequest } from '../models';
import type { Task } from '../task';

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
  reason: string | null;
  /** 0 on the border to the second nearest segment, 1 at the center of its own. */
  margin: number | null;
  /** How likely the segment is, or how firmly the customer belongs there; null where the algorithm knows no such thing. */
  membership: number | null;
  /** Of the customers most alike, how many are in the same segment. */
  neighbors: { asked: number; same: number } | null;
  keyDifferences: string[];
  action: string;
  /** What would change the segment, the smallest change first. */
  counterfactuals: Counterfactual[];
}

/** A customer's values by column; those not given are as is usual. */
const customerSchema = {
  type: 'object',
  maxProperties: 200,
  propertyNames: text,
  additionalProperties: { anyOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'null' }, text] },
} as const;

/** The segment of one customer, how sure it is, and which single change would lead to another. */
export const predict: Task<SettingsRequest & { customer: CustomerValues }, PredictAnswer> = {
  engine: 'interactive',
  request: objectSchema({ ...settings, customer: customerSchema }, ['source', 'customer']),
  async run(request, { onProgress }) {
    const { model } = await fittedTo(request, onProgress);
    const inputs = model.columns.map((column) => inputOf(column, request.customer));
    const customer = Object.fromEntries(inputs.map(({ name, value }) => [name, value]));
    const { labels, names, margin, membership, notScored } = model.predict(asTable([customer]));
    const [label] = labels;
    const isPlaced = notScored.length === 0;
    const profile = model.namedProfiles.find(({ segment }) => segment === label);
    const body: PredictAnswer = {
      inputs,
      segment: label,
      name: names[0] ?? 'Not placed',
      reason: isPlaced ? null : `${notScored[0].column}: ${notScored[0].reason}`,
      margin: Number.isNaN(margin[0]) ? null : margin[0],
      membership: membership && !Number.isNaN(membership[0]) ? membership[0] : null,
      neighbors: isPlaced ? neighborsOf(model, customer, label) : null,
      keyDifferences: profile ? keyDifferencesOf(profile) : [],
      action: profile?.action.action ?? '',
      counterfactuals: isPlaced ? model.counterfactuals(customer) : [],
    };
    return { body, arrays: {} };
  },
};

/** What can be set, with its real range, and what it is set to: as asked, else the median or the usual category. */
function inputOf(column: SegmentationColumn, customer: CustomerValues): InputAnswer {
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

/** How many of the customers most similar to this one are in the same segment; null where none are known. */
function neighborsOf(
  model: SegmentationModel,
  customer: CustomerValues,
  label: number,
): PredictAnswer['neighbors'] {
  if (!model.labels) return null;
  const nearest = model.nearestCustomers(customer);
  return { asked: nearest.length, same: nearest.filter(({ segment }) => segment === label).length };
}
