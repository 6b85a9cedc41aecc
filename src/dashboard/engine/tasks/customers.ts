import type { SegmentationModel } from '../../../segmentation/segmentationModel';
import type { Cell } from '../../../table/cell';
import { objectSchema, settings, text } from '../../requests';
import { MAX_POINTS } from '../draw';
import { fittedTo, type SettingsRequest, tableFor } from '../models';
import { type CustomersRead, labelOf } from '../tables/customersRead';
import type { Task } from '../task';

/** Which customers to list, in which order, and which page of them. */
export interface CustomersRequest extends SettingsRequest {
  segments?: number[];
  /** Shown where any value holds it, in any case. */
  search?: string;
  filters?: CustomerFilter[];
  sort?: { column: string; descending: boolean };
  offset: number;
}

/** A range of a column or an axis of the projection ('PC1', …), or a category. */
export type CustomerFilter = { column: string; from: number; to: number } | { column: string; is: string };

const PAGE = 50;

/** Answer to `customers`: one page of them. */
export interface CustomersAnswer {
  /** The table's columns; each row begins with the name of the segment. */
  columns: { name: string; label: string }[];
  rows: Cell[][];
  offset: number;
  /** How many customers match. */
  total: number;
}

/** Which customers are meant, and in which order. */
export const listing = {
  segments: { type: 'array', items: { type: 'integer', minimum: -1, maximum: 1000 }, maxItems: 100 },
  search: text,
  filters: {
    type: 'array',
    maxItems: 100,
    items: {
      anyOf: [
        objectSchema({ column: text, from: { type: 'number' }, to: { type: 'number' } }, [
          'column',
          'from',
          'to',
        ]),
        objectSchema({ column: text, is: text }, ['column', 'is']),
      ],
    },
  },
  sort: objectSchema({ column: text, descending: { type: 'boolean' } }, ['column', 'descending']),
  offset: { type: 'integer', minimum: 0, maximum: 1e9 },
} as const;

/** The customers of some segments as a table, a page at a time. */
export const customers: Task<CustomersRequest, CustomersAnswer> = {
  engine: 'interactive',
  request: objectSchema({ ...settings, ...listing }, ['source', 'offset']),
  async run(request, { onProgress }) {
    const fitted = await fittedTo(request, onProgress);
    const { model } = fitted;
    const customers = tableFor(fitted);
    const places = inOrder(matching(model, customers, request), model, customers, request.sort);
    const names = Object.keys(customers.table);
    const offset = Math.min(request.offset, startOfLast(places.length));
    const rows = Array.from(places.slice(offset, offset + PAGE), (place) => {
      const row = model.keptRows![place];
      return [nameOf(model, place), ...names.map((name) => customers.table[name][row])];
    });
    const columns = names.map((name) => ({ name, label: labelOf(customers, name) }));
    return { body: { columns, rows, offset, total: places.length }, arrays: {} };
  },
};

/** Where the last page begins: one that lies beyond it is as if it were asked for. */
function startOfLast(total: number): number {
  return Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE;
}

/** Places among the customers that were grouped. */
export function matching(
  model: SegmentationModel,
  customers: CustomersRead,
  { segments, search = '', filters = [] }: Pick<CustomersRequest, 'segments' | 'search' | 'filters'>,
): Int32Array {
  const labels = model.labels!;
  const rows = model.keptRows!;
  const { table } = customers;
  const wanted = segments && new Set(segments);
  const tests = filters.flatMap((filter) => testOf(filter, model, customers));
  const columns = Object.values(table);
  const text = search.trim().toLowerCase();
  const holds = (row: number) =>
    columns.some((values) => values[row] !== null && String(values[row]).toLowerCase().includes(text));
  return labels
    .map((_, place) => place)
    .filter(
      (place) =>
        (!wanted || wanted.has(labels[place])) &&
        tests.every((test) => test(place)) &&
        (text === '' || holds(rows[place]) || nameOf(model, place).toLowerCase().includes(text)),
    );
}

/** What a filter asks of the place of a customer; nothing where the table has no such column. */
function testOf(
  filter: CustomerFilter,
  model: SegmentationModel,
  { table }: CustomersRead,
): ((place: number) => boolean)[] {
  const rows = model.keptRows!;
  const { column } = filter;
  const axis = /^PC([123])$/.exec(column);
  if ('from' in filter && axis) {
    const values = alongAxis(model, Number(axis[1]) - 1);
    return [(place) => values[place] >= filter.from && values[place] <= filter.to];
  }
  if (!Object.hasOwn(table, column)) return [];
  const cells = table[column];
  if ('is' in filter) return [(place) => String(cells[rows[place]]) === filter.is];
  const within = (value: number) => value >= filter.from && value <= filter.to;
  return [(place) => within(Number(cells[rows[place]] ?? Number.NaN))];
}

/** Where customers lie on an axis of the picture; NaN for those that the picture does not draw. */
function alongAxis(model: SegmentationModel, axis: number): Float64Array {
  const { coordinates, rows } = model.project(MAX_POINTS);
  const values = new Float64Array(model.clustered).fill(Number.NaN);
  if (axis < coordinates.cols)
    rows!.forEach((place, i) => {
      values[place] = coordinates.get(i, axis);
    });
  return values;
}

function inOrder(
  places: Int32Array,
  model: SegmentationModel,
  { table }: CustomersRead,
  sort: CustomersRequest['sort'],
): Int32Array {
  if (!sort) return places;
  const rows = model.keptRows!;
  const known = Object.hasOwn(table, sort.column); // else the segment's name
  const cellOf = (place: number): Cell => (known ? table[sort.column][rows[place]] : nameOf(model, place));
  const sign = sort.descending ? -1 : 1;
  return places.sort((a, b) => compareCells(cellOf(a), cellOf(b), sign) || a - b);
}

/** Missing values last in either direction. */
function compareCells(a: Cell, b: Cell, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * String(a).localeCompare(String(b), 'en', { numeric: true });
}

function nameOf(model: SegmentationModel, place: number): string {
  const label = model.labels![place];
  return label < 0 ? 'Noise' : model.names[label];
}
