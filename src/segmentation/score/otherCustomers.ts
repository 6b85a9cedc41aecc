import { InputError } from '../../core/errors';
import { profileSegments, type SegmentProfile } from '../../profile/segmentProfile';
import { takeRows } from '../../table/takeRows';
import { type CustomerTable, typedTable } from '../../table/typedTable';
import type { SegmentationFacts } from '../fit/segmentationResult';
import type { Prediction } from './prediction';

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
interface Model extends Pick<SegmentationFacts, 'options' | 'profiles' | 'id'> {
  readonly names: readonly string[];
  predict(table: CustomerTable): Prediction;
}

/** See `SegmentationModel.profile`. */
export function profileOthers(model: Model, table: CustomerTable): SegmentProfile[] {
  const customers = typedTable(table, { infinite: 'unreadable' });
  const { labels, names } = model.predict(customers);
  const rows = scoredRows(names);
  const columns = takeRows(customers, rows).columns.filter(({ name }) => name !== model.id);
  const segments = rows.map((row) => labels[row]);
  const there = new Set(segments);
  const { value, labels: called, units } = model.options;
  const has = ([column]: [string, unknown]) => columns.some(({ name }) => name === column);
  return profileSegments({ rows: rows.length, columns }, segments, {
    names: Object.fromEntries(Array.from(model.names.entries()).filter(([segment]) => there.has(segment))),
    labels: Object.fromEntries(Object.entries(called).filter(has)),
    units: Object.fromEntries(Object.entries(units).filter(has)),
    ...(value !== null && has([value, null]) && { value }),
  });
}

/** See `SegmentationModel.drift`. */
export function driftOf({ profiles }: Model, { labels, names }: Prediction): SegmentDrift[] {
  const rows = scoredRows(names);
  const now = (segment: number) => rows.filter((row) => labels[row] === segment).length / rows.length;
  return profiles.map(({ segment, name, share }) => ({
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
