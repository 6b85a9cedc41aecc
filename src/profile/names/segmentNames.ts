import { capitalized } from '../../core/columnNames';
import { materialityBetween, type NumericFeature } from '../features/featureProfile';
import type { ColumnRole } from '../roles/roleLexicon';
import { customerName, typicalName, unknownName } from './customerName';
import { householdName } from './householdName';
import type { NameReason } from './nameReason';
import { direction, type Traits } from './traits';
import { makeUnique, type NameDraft } from './uniqueNames';

/** A segment's name, and the numbers behind each of its words. */
export interface SegmentName {
  name: string;
  reasons: NameReason[];
}

/**
 * Returns a short name for each segment, by rules on its numbers only. They try the household first, then how
 * customers buy, then features without a known meaning, and end with 'Average customers'. All names differ. They
 * depend neither on the order of columns nor on the numbering of segments.
 */
export function nameSegments(segments: readonly Traits[]): SegmentName[] {
  if (segments.length === 1 && segments[0].others === 0) return [onlySegment(segments[0])];
  const drafts = segments.map((each): NameDraft => {
    const traits = { ...each, surpassed: surpassedIn(each, segments) };
    const reasons =
      householdName(traits) ?? customerName(traits) ?? unknownName(traits) ?? typicalName(traits);
    return { ...composed(reasons), size: traits.size, features: traits.features };
  });
  return makeUnique(drafts).map(({ name, reasons }) => ({ name, reasons }));
}

/** Segments below this share of all customers surpass nobody. */
const LARGE_ENOUGH = 0.05;
/** Times the least that matters by which another segment goes further. */
const FURTHER = 2;
/** How long ago something was is short or long by itself. */
const ABSOLUTE: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['recency', 'activityRecency']);

/** The columns in which another segment goes much further the same way: of 480 beside 120 and 1,200, who is 'big'? */
function surpassedIn({ features, size, others }: Traits, segments: readonly Traits[]): Set<string> {
  const rivals = segments.filter((other) => other.size >= LARGE_ENOUGH * (size + others));
  const numbers = features.filter((feature) => feature.kind === 'numeric' && !ABSOLUTE.has(feature.role));
  const surpassed = numbers.filter((feature) => {
    const side = direction(feature);
    return side !== 0 && rivals.some((rival) => goesFurther(feature as NumericFeature, rival, side));
  });
  return new Set(surpassed.map(({ column }) => column));
}

function goesFurther(own: NumericFeature, { features }: Traits, side: number): boolean {
  const other = features.find(({ column, kind }) => column === own.column && kind === 'numeric');
  if (other?.kind !== 'numeric') return false;
  const [here, there] = [own.segment[own.typical], other.segment[own.typical]];
  return side * (there - here) > 0 && materialityBetween(own, here, there) >= FURTHER;
}

function onlySegment({ size }: Traits): SegmentName {
  const reason = `all ${size} customers are in one segment, so there is no other to compare it with`;
  return { name: 'All customers', reasons: [{ text: 'All customers', reason }] };
}

function composed(parts: readonly NameReason[]): SegmentName {
  const name = capitalized(
    parts
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(' ,', ','),
  );
  const reasons = parts
    .filter(({ reason }) => reason !== '')
    .map(({ text, reason }) => ({ text: text.replace(/^[, ]+|,$/g, ''), reason }));
  return { name, reasons };
}
