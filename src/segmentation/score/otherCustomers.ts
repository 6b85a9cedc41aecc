import { InputError } from '../../core/errors';
import type { ColumnRole } from '../../profile/roles/roleLexicon';
import { profileSegments, type SegmentProfile } from '../../profile/segmentProfile';
import type { TypedColumn } from '../../table/column';
import { selectRows } from '../../table/selectRows';
import { type CustomerTable, typedTable } from '../../table/typedTable';
import { elapsed } from '../columns/elapsedTime';
import type { SegmentationFacts } from '../fit/segmentationResult';
import type { Prediction, PredictOptions } from './prediction';

/** How large a segment was, and is among other customers. */
export interface SegmentDrift {
  /** −1 is noise. */
  segment: number;
  name: string;
  /** Share of the customers of the fit, 0 … 1. */
  share: number;
  /** Share of the other customers, of those that could be scored. */
  shareNow: number;
  /** `shareNow` − `share`. */
  change: number;
}

/** What is needed of a model. */
interface Model extends Pick<SegmentationFacts, 'options' | 'id' | 'columns'> {
  readonly names: readonly string[];
  readonly namedProfiles: readonly SegmentProfile[];
  predict(table: CustomerTable, options?: PredictOptions): Prediction;
}

/** See `SegmentationModel.profile`. */
export function profileOthers(model: Model, table: CustomerTable, options: PredictOptions): SegmentProfile[] {
  const customers = typedTable(table, { infinite: 'unreadable' });
  const { labels, names } = model.predict(customers, options);
  const rows = scoredRows(names);
  const { columns, roles } = inTime(selectRows(customers, rows).columns, model, options);
  const segments = rows.map((row) => labels[row]);
  const there = new Set(segments);
  const { value, labels: called, units } = model.options;
  const has = ([column]: [string, unknown]) => columns.some(({ name }) => name === column);
  return profileSegments({ rows: rows.length, columns }, segments, {
    names: Object.fromEntries(Array.from(model.names.entries()).filter(([segment]) => there.has(segment))),
    labels: Object.fromEntries(Object.entries(called).filter(has)),
    units: Object.fromEntries(Object.entries(units).filter(has)),
    roles,
    ...(value !== null && has([value, null]) && { value }),
  });
}

/** The columns that say something, dates as the time since where the model has it so. */
function inTime(columns: readonly TypedColumn[], { id, columns: fitted }: Model, { asOf }: PredictOptions) {
  const since = new Map(fitted.map((column) => [column.name, column.kind === 'numeric' && column.since]));
  const roles: Record<string, ColumnRole> = {};
  const read = columns.flatMap((column): TypedColumn[] => {
    if (column.name === id) return [];
    const counted = since.get(column.name);
    if (!counted) return [column];
    const { column: time, role = 'other' } = elapsed(column, asOf ?? counted.asOf);
    roles[column.name] = role;
    return [time];
  });
  return { columns: read, roles };
}

/** See `SegmentationModel.drift`. */
export function driftOf({ namedProfiles }: Model, { labels, names }: Prediction): SegmentDrift[] {
  const rows = scoredRows(names);
  const now = (segment: number) => rows.filter((row) => labels[row] === segment).length / rows.length;
  return namedProfiles.map(({ segment, name, share }) => ({
    segment,
    name,
    share,
    shareNow: now(segment),
    change: now(segment) - share,
  }));
}

function scoredRows(names: readonly (string | null)[]): Int32Array {
  const rows = Int32Array.from(names.keys()).filter((row) => names[row] !== null);
  if (rows.length > 0) return rows;
  throw new InputError('missing-value', 'no row of the table could be scored', {
    remedy: '`predict` says why (`notScored`)',
  });
}
