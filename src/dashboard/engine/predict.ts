import { marksOf } from '../../profile/marks';
import { markWords } from '../../profile/wording';
import { toNumber } from '../../segmentation/readFeatures';
import type { SegmentationColumn } from '../../segmentation/segmentationColumn';
import type { SegmentationModel } from '../../segmentation/segmentationModel';
import type { InputAnswer, MoveAnswer, PredictAnswer } from '../answers';
import type { Result } from '../frames';
import { type Fitted, fittedTo, type SettingsRequest } from './models';
import type { TaskContext } from './tasks';

/** A customer's values, by column; those not given are as is usual. */
export type Customer = Readonly<Record<string, number | string | boolean | null>>;

const MOST_MARKS = 4;
/** Values tried of each column when looking for what would move the customer. */
const TRIED = 60;
/** Customers nearest to this one that are asked for their segment. */
const NEIGHBOURS = 15;

/** The segment of one customer, how sure it is, and which single change would move the customer to another. */
export async function predict(
  request: SettingsRequest & { customer: Customer },
  { onProgress }: TaskContext,
): Promise<Result<PredictAnswer>> {
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
    neighbours: neighboursOf(fitted, customer, label),
    marks: profile && label >= 0 ? marksOf(profile).slice(0, MOST_MARKS).map(markWords) : [],
    action: profile?.action.action ?? '',
    moves: movesOf(model, customer, label),
  };
  return { body, arrays: {} };
}

type Values = Record<string, number | string>;

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
    whole: Number.isInteger(range[0]) && Number.isInteger(range[1]),
    value,
    ...(unit && { unit }),
  };
}

function tableOf(customers: readonly Values[]): Record<string, (number | string)[]> {
  return Object.fromEntries(
    Object.keys(customers[0]).map((name) => [name, customers.map((customer) => customer[name])]),
  );
}

/** For each column the smallest change of it alone that leads to another segment, the nearest first. */
function movesOf(model: SegmentationModel, customer: Values, label: number): MoveAnswer[] {
  const tried = model.columns.flatMap((column) =>
    valuesToTry(column).map((value) => ({ column, value, customer: { ...customer, [column.name]: value } })),
  );
  const { labels, names } = model.predict(tableOf(tried.map((one) => one.customer)));
  return model.columns
    .flatMap((column): MoveAnswer[] => {
      const elsewhere = tried
        .map((one, i) => ({ ...one, segment: labels[i], to: names[i] }))
        .filter((one) => one.column === column && one.segment !== label && one.segment >= 0);
      const nearest = elsewhere.sort(
        (a, b) => effort(column, customer, a.value) - effort(column, customer, b.value),
      )[0];
      if (!nearest) return [];
      const { name, label: called } = column;
      const from = customer[name];
      return [
        {
          column: name,
          label: called,
          from,
          to: nearest.value,
          segment: nearest.segment,
          name: nearest.to ?? '',
          effort: effort(column, customer, nearest.value),
        },
      ];
    })
    .sort((a, b) => a.effort - b.effort);
}

function valuesToTry(column: SegmentationColumn): (number | string)[] {
  if (column.kind === 'category') return column.levels;
  const [least, greatest] = column.range;
  const whole = Number.isInteger(least) && Number.isInteger(greatest);
  const tried = Array.from({ length: TRIED + 1 }, (_, i) => least + ((greatest - least) * i) / TRIED);
  return whole ? Array.from(new Set(tried.map(Math.round))) : tried;
}

/** Share of the column's middle nine tenths that the change spans; for categories always the whole of it. */
function effort(column: SegmentationColumn, customer: Values, value: number | string): number {
  if (column.kind === 'category') return value === customer[column.name] ? 0 : 1;
  const [p5, , , , p95] = column.quantiles;
  return Math.abs(Number(value) - Number(customer[column.name])) / (p95 - p5 || 1);
}

/** How many of the customers nearest to this one are in the same segment; null where nearness is not known. */
function neighboursOf({ model }: Fitted, customer: Values, label: number): PredictAnswer['neighbours'] {
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
    .slice(0, NEIGHBOURS);
  return { asked: nearest.length, same: nearest.filter((i) => model.labels![i] === label).length };
}
