import { Matrix } from '../../../core/matrix';
import type { Figure } from '../../../plot/base/figure';
import { escapePlotlyText } from '../../../plot/base/label';
import { projection2d } from '../../../plot/projection2d';
import { projection3d } from '../../../plot/projection3d';
import { segmentScatter } from '../../../plot/segmentScatter';
import type { SegmentAnswer } from '../../engine/tasks/segment';
import { type Customers, drawnNumericColumns } from '../filters/filters';

/** Points of a picture that stays fluid without a graphics card. */
const MAX_POINTS = 3000;

/** What figures are told of names, labels and units. */
export function wording({ segments, columns }: SegmentAnswer) {
  return {
    segmentNames: segments.filter(({ segment }) => segment >= 0).map(({ name }) => name),
    labels: Object.fromEntries(columns.map(({ name, label }) => [name, label])),
    units: Object.fromEntries(columns.flatMap(({ name, unit }) => (unit ? [[name, unit]] : []))),
  };
}

/**
 * Customers on the axes along which they differ most; flat where they have but two. Of many a sample is drawn, as
 * everywhere in the library: more points would cover each other, and need a graphics card to stay fluid. A filter
 * samples again among those that are left, so that a part looked at more closely shows more of its customers.
 */
export function projection(customers: Customers, dimensions: 2 | 3): Figure {
  const { answer, labels, coordinates } = customers;
  const points = new Matrix(Float64Array.from(coordinates), labels.length, answer.axes.length);
  const options = {
    ...wording(answer),
    maxPoints: MAX_POINTS,
    explainedVarianceRatio: answer.axes.map(({ explained }) => explained),
  };
  return dimensions === 3 && answer.axes.length >= 3
    ? projection3d(points, labels, options)
    : projection2d(points, labels, options);
}

/** Customers by two columns. */
export function scatter(customers: Customers, x: string, y: string): Figure {
  const table = { [x]: numbers(customers, x), [y]: numbers(customers, y) };
  return segmentScatter(table, customers.labels, {
    ...wording(customers.answer),
    maxPoints: MAX_POINTS,
    x,
    y,
  });
}

/** The segment that a legend calls so. */
export function segmentNamed({ segments }: SegmentAnswer, legend: string): number | undefined {
  return segments.find(({ name }) => escapePlotlyText(name) === legend)?.segment;
}

/** The values of a numeric column. */
export function numbers(customers: Customers, name: string): Float64Array {
  return Float64Array.from(customers.values(name));
}

/** The two columns chosen, or the first two that customers were grouped by; measurements come before mere counts. */
export function pairOf(customers: Customers, x?: string, y?: string): [string, string] | undefined {
  const columns = drawnNumericColumns(customers.answer);
  const rank = new Map(
    columns.map(({ name, used }) => [name, 2 * Number(used) + Number(hasManyValues(customers.values(name)))]),
  );
  const names = columns.map(({ name }) => name).sort((a, b) => rank.get(b)! - rank.get(a)!);
  const first = x !== undefined && names.includes(x) ? x : names.find((name) => name !== y);
  const second =
    y !== undefined && names.includes(y) && y !== first ? y : names.find((name) => name !== first);
  return first !== undefined && second !== undefined ? [first, second] : undefined;
}

/** More than a picture shows as lines of points: the number of children is no axis to see much along. */
const MANY_VALUES = 15;

function hasManyValues(values: ArrayLike<number>): boolean {
  const seen = new Set<number>();
  for (let i = 0; i < values.length && seen.size <= MANY_VALUES; i++) seen.add(values[i]);
  return seen.size > MANY_VALUES;
}
