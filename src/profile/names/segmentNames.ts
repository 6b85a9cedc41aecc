import { capitalized } from '../../core/columnNames';
import { customerName, typicalName, unknownName } from './customerName';
import { householdName, type NameReason } from './householdName';
import type { Traits } from './traits';
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
  const drafts = segments.map((traits): NameDraft => {
    const reasons =
      householdName(traits) ?? customerName(traits) ?? unknownName(traits) ?? typicalName(traits);
    return { ...composed(reasons), size: traits.size, features: traits.features };
  });
  return makeUnique(drafts).map(({ name, reasons }) => ({ name, reasons }));
}

function onlySegment({ size }: Traits): SegmentName {
  const because = `all ${size} customers are in one segment, so there is no other to compare it with`;
  return { name: 'All customers', reasons: [{ words: 'All customers', because }] };
}

function composed(parts: readonly NameReason[]): SegmentName {
  const name = capitalized(
    parts
      .map(({ words }) => words)
      .join(' ')
      .replaceAll(' ,', ','),
  );
  const reasons = parts
    .filter(({ because }) => because !== '')
    .map(({ words, because }) => ({ words: words.replace(/^[, ]+|,$/g, ''), because }));
  return { name, reasons };
}
