import { computed } from '@preact/signals';
import type { DrawnColumn } from '../../engine/draw';
import type { SegmentAnswer } from '../../engine/tasks/segment';
import type { Result } from '../../frames';
import { segmented } from '../state/query';
import { type CategoryFilter, change, type Filter, view } from '../state/view';

/** The customers drawn, as columns. */
export interface Customers {
  answer: SegmentAnswer;
  /** Segment of each; −1 is noise. */
  labels: Int32Array;
  /** Row of each in the table. */
  rows: Int32Array;
  /** Customers × axes. */
  coordinates: Float32Array;
  /** Values of a column: numbers, or codes into its levels. */
  values(name: string): ArrayLike<number>;
}

const all = computed(() => segmented.value && openCustomers(segmented.value));
const filters = computed(() => view.value.filters);
const segments = computed(() => view.value.segments);

/** The customers that pass every filter on columns, whatever segments are looked at. */
const filtered = computed((): Customers | undefined => {
  const customers = all.value;
  if (!customers || filters.value.length === 0) return customers;
  const tests = filters.value.flatMap((filter) => testOf(filter, customers));
  const places = customers.rows.map((_, i) => i).filter((i) => tests.every((test) => test(i)));
  return take(customers, places);
});

/** The customers that pass every filter, in the segments looked at: what all pictures show. */
export const shownCustomers = computed((): Customers | undefined => {
  const customers = filtered.value;
  if (!customers || !segments.value) return customers;
  const wanted = new Set(segments.value);
  return take(
    customers,
    customers.rows.map((_, i) => i).filter((i) => wanted.has(customers.labels[i])),
  );
});

/** How many customers of each segment pass the filters on columns; undefined where there are none of these. */
export const filteredSizes = computed((): ReadonlyMap<number, number> | undefined => {
  if (filters.value.length === 0 || !filtered.value) return undefined;
  const sizes = new Map<number, number>();
  for (const label of filtered.value.labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
});

/** Whether the pictures hold every customer, rather than a sample of very many. */
export const drawsAll = computed(() => all.value?.labels.length === all.value?.answer.clustered);

/** How many customers there are to show without filters. */
export const customerCount = computed(() => all.value?.labels.length ?? 0);

/** Narrows what is shown to ranges or categories of columns, instead of earlier ones of these columns. */
export function filterBy(...added: Filter[]): void {
  const names = added.map(({ column }) => column);
  const kept = view.value.filters.filter(({ column }) => !names.includes(column));
  change({ filters: [...kept, ...added] });
}

/** Looks at a segment too, or no longer; looking at none or at all of them is looking at all. */
export function toggleSegment(segment: number): void {
  const { segments = [] } = view.value;
  const there = segments.includes(segment);
  const next = there ? segments.filter((other) => other !== segment) : [...segments, segment];
  const all = segmented.value?.body.segments.length;
  change({ segments: next.length === 0 || next.length === all ? undefined : next.sort((a, b) => a - b) });
}

/** Shows all customers again. */
export function clearFilters(): void {
  change({ filters: [], segments: undefined });
}

/** The numeric columns of the customers drawn. */
export function drawnNumericColumns(answer: SegmentAnswer): DrawnColumn[] {
  return answer.columns.filter(({ kind }) => kind === 'numeric');
}

function openCustomers({ body, arrays }: Result<SegmentAnswer>): Customers {
  return {
    answer: body,
    labels: arrays.labels as Int32Array,
    rows: arrays.rows as Int32Array,
    coordinates: arrays.coordinates as Float32Array,
    values: (name) => arrays[`value${body.columns.findIndex((column) => column.name === name)}`],
  };
}

function take(customers: Customers, places: Int32Array): Customers {
  const width = customers.answer.axes.length;
  const coordinates = new Float32Array(places.length * width);
  places.forEach((place, i) => {
    coordinates.set(customers.coordinates.subarray(place * width, (place + 1) * width), i * width);
  });
  return {
    answer: customers.answer,
    labels: places.map((place) => customers.labels[place]),
    rows: places.map((place) => customers.rows[place]),
    coordinates,
    values: (name) => {
      const values = customers.values(name);
      return Float64Array.from(places, (place) => values[place]);
    },
  };
}

/** A filter on a column or, as 'PC1' …, on an axis; none where the table has no such column. */
function testOf(filter: Filter, customers: Customers): ((place: number) => boolean)[] {
  if ('is' in filter) return testOfCategory(filter, customers);
  const { column, from, to } = filter;
  const axis = /^PC(\d)$/.exec(column);
  const width = customers.answer.axes.length;
  const at = axis ? Number(axis[1]) - 1 : -1;
  if (at >= 0 && at < width) {
    const { coordinates } = customers;
    return [(i) => coordinates[i * width + at] >= from && coordinates[i * width + at] <= to];
  }
  if (!customers.answer.columns.some(({ name }) => name === column)) return [];
  const values = customers.values(column);
  return [(i) => values[i] >= from && values[i] <= to];
}

function testOfCategory(
  { column, is }: CategoryFilter,
  customers: Customers,
): ((place: number) => boolean)[] {
  const levels = customers.answer.columns.find(({ name }) => name === column)?.levels;
  if (!levels) return [];
  const [code, values] = [levels.indexOf(is), customers.values(column)];
  return [(i) => values[i] === code];
}
