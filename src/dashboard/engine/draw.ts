import type { Projection } from '../../segmentation/fit/projector';
import type { SegmentationModel } from '../../segmentation/segmentationModel';
import { type ComparableColumn, comparable } from '../../table/column';
import type { TypedArray } from '../frames';
import { type CustomersRead, labelOf } from './tables/customersRead';

/** A column whose values come along for the customers drawn. */
export interface DrawnColumn {
  name: string;
  label: string;
  unit?: string;
  kind: 'numeric' | 'category';
  /** What the codes of a category stand for. */
  levels?: string[];
  /** Whether customers were grouped by it. */
  used: boolean;
}

/** More points than these no screen shows. */
export const MAX_POINTS = 50_000;
/** More columns than these nobody looks through. */
const MAX_COLUMNS = 60;
/** The code of a category that is missing. */
const NO_CATEGORY = 65_535;

/** The customers that the page draws, all or a sample. */
export interface Drawn {
  /** `coordinates` (customers × axes), `labels`, `rows` of the table, and `value0`, `value1`, … by column. */
  arrays: Record<string, TypedArray>;
  columns: DrawnColumn[];
  axes: Projection['axes'];
}

/** Where customers lie on the axes along which they differ most, and what is known of them. */
export function draw(model: SegmentationModel, customers: CustomersRead | null): Drawn {
  if (customers === null) return drawLoaded(model);
  const kept = model.keptRows!;
  const { coordinates, labels, rows: places, axes } = model.project(MAX_POINTS);
  const rows = places!.map((place) => kept[place]);
  const arrays: Record<string, TypedArray> = {
    coordinates: Float32Array.from(coordinates.data),
    labels,
    rows,
  };
  const shown = customers.read.table.columns
    .flatMap((column) => (column.name === model.id ? [] : (comparable(column) ?? [])))
    .slice(0, MAX_COLUMNS);
  shown.forEach((column, j) => {
    arrays[`value${j}`] = valuesOf(column, rows);
  });
  return { arrays, columns: shown.map((column) => describeDrawn(column, model, customers)), axes };
}

/** A model that was loaded has a sample of points and nothing else. */
function drawLoaded({ projection: { coordinates, labels, axes } }: SegmentationModel): Drawn {
  const rows = Int32Array.from(labels.keys());
  return { arrays: { coordinates: Float32Array.from(coordinates.data), labels, rows }, columns: [], axes };
}

function valuesOf(column: ComparableColumn, rows: Int32Array): TypedArray {
  if (column.kind === 'category') {
    return Uint16Array.from(rows, (row) => (column.codes[row] < 0 ? NO_CATEGORY : column.codes[row]));
  }
  return Float32Array.from(rows, (row) => column.values[row]);
}

function describeDrawn(
  column: ComparableColumn,
  model: SegmentationModel,
  customers: CustomersRead,
): DrawnColumn {
  const { name } = column;
  const { units } = customers;
  return {
    name,
    label: labelOf(customers, name),
    ...(Object.hasOwn(units, name) && { unit: units[name] }),
    used: model.columns.some((own) => own.name === name),
    ...(column.kind === 'category' ? { kind: 'category', levels: column.levels } : { kind: 'numeric' }),
  };
}
