import { formatCount, formatList, plural } from '../../core/format';
import type { SegmentExplanation } from './explanation';

/** Typical and borderline customers of a segment in sentences. */
export interface ExampleTexts {
  /** 'Most typical: rows 12, 45 and 301.' */
  typical: string;
  /** 'Closest to another segment: row 17 (next: Big spenders) …'; absent where there is one segment. */
  borderline?: string;
}

/**
 * @param names of the segments.
 * @param called what a row is called: by default its number, otherwise its identifier, where the file is at hand.
 */
export function exampleTexts(
  { typical, borderline }: Pick<SegmentExplanation, 'typical' | 'borderline'>,
  names: readonly string[],
  called?: (row: number) => string,
): ExampleTexts {
  const noun = called ? 'customer' : 'row';
  const write = called ?? String;
  const only = names.length === 2; // there is but one other, which needs no name
  const near = borderline.map(
    ({ row, next }) => `${noun} ${write(row)}${only ? '' : ` (next: ${names[next]})`}`,
  );
  return {
    typical: `Most typical: ${noun}${typical.length === 1 ? '' : 's'} ${formatList(typical.map(write))}.`,
    ...(near.length > 0 && {
      borderline: `Closest to ${only ? 'the other' : 'another'} segment: ${formatList(near)}.`,
    }),
  };
}

/** What is known of who the customers of a fit are. */
interface Known {
  readonly id: string | null;
  readonly ids: readonly (string | number)[] | null;
  readonly keptRows: Int32Array | null;
}

/**
 * What a row of the table is called, for views of the file itself: by the identifier that it has; undefined where there is
 * none, or the model was loaded. Never for a report or a model file.
 */
export function identifierOf({ id, ids, keptRows }: Known): ((row: number) => string) | undefined {
  if (id === null || ids === null || keptRows === null) return undefined;
  const idOf = new Map(Array.from(keptRows, (row, at) => [row + 1, ids[at]]));
  return (row) => `${idOf.get(row)}`;
}

/** '218 customers fit, 182 of them among the 200 of this segment.' */
export function countsText(
  { fits, fitsInSegment, conditions }: Pick<SegmentExplanation, 'fits' | 'fitsInSegment' | 'conditions'>,
  size: number,
): string | undefined {
  if (conditions.length === 0) return undefined;
  const [own, of] = [fitsInSegment, size].map((count) => formatCount(count));
  return `${plural(fits, 'customer fits', 'customers fit')}, ${own} of them among the ${of} of this segment.`;
}
