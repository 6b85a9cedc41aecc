import { formatCount, formatList } from '../../core/format';
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
  const kind = called ? '' : typical.length === 1 ? 'row ' : 'rows ';
  const write = called ?? String;
  const near = borderline.map(
    ({ row, next }) => `${called ? '' : 'row '}${write(row)} (next: ${names[next]})`,
  );
  return {
    typical: `Most typical: ${kind}${formatList(typical.map(write))}.`,
    ...(near.length > 0 && { borderline: `Closest to another segment: ${formatList(near)}.` }),
  };
}

/** 'Of 218 customers who fit, 182 are among the 200 of this segment.' */
export function countsText(
  { fits, fitsInSegment, conditions }: Pick<SegmentExplanation, 'fits' | 'fitsInSegment' | 'conditions'>,
  size: number,
): string | undefined {
  if (conditions.length === 0) return undefined;
  const [all, own, of] = [fits, fitsInSegment, size].map((count) => formatCount(count));
  return `${all} customers fit, ${own} of them among the ${of} of this segment.`;
}
