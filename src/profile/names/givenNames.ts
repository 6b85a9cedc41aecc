import { InputError } from '../../core/errors';
import { phrase } from '../../core/phrase';
import type { SegmentGroups } from '../segmentGroups';
import type { NameReason } from './nameReason';
import { nameSegments } from './segmentNames';
import type { Traits } from './traits';

/** Names by position. Noise gets no derived name, and the names you gave stay as they are. */
export function namesBySegment(
  traits: readonly Traits[],
  groups: SegmentGroups,
  given: Readonly<Record<number, string>>,
): { name: string; nameReasons: NameReason[] }[] {
  const derived = nameSegments(traits.filter((_, position) => groups.segments[position] >= 0));
  const taken = new Set(Object.values(given).map((name) => name.trim()));
  return groups.segments.map((segment, position) => {
    if (segment < 0) return { name: 'Noise', nameReasons: [] };
    if (Object.hasOwn(given, segment)) return { name: given[segment].trim(), nameReasons: [] };
    const { name, reasons } = derived[position];
    return { name: taken.has(name) ? `${name} (segment ${segment})` : name, nameReasons: reasons };
  });
}

/** @throws InputError if a name is for an unknown segment, is not text, or is given twice. */
export function checkNames(names: Readonly<Record<number, string>>, groups: SegmentGroups): void {
  const seen = new Set<string>();
  for (const [segment, name] of Object.entries(names)) {
    if (!groups.segments.includes(Number(segment)) || Number(segment) < 0) {
      const there = groups.segments.filter((label) => label >= 0).join(', ');
      throw new InputError('not-allowed', phrase`${{ option: 'names' }} names segment ${segment}`, {
        remedy: `the labels hold ${there}`,
      });
    }
    if (typeof name !== 'string' || name.trim() === '') {
      throw new InputError(
        'wrong-type',
        phrase`${{ option: 'names' }} gives segment ${segment} ${{ value: name }}`,
        { remedy: 'a name must be text' },
      );
    }
    if (seen.has(name.trim()))
      throw new InputError('duplicate', phrase`${{ option: 'names' }} gives ${{ value: name }} twice`, {
        remedy: 'names must differ',
      });
    seen.add(name.trim());
  }
}
