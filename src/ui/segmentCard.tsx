import type { ComponentChildren } from 'preact';
import { segmentClass } from './theme/segmentClass';

interface SegmentCardProps {
  /** Its number, for its color; −1 is noise. */
  segment: number;
  title: ComponentChildren;
  /** An item of a list of cards; by default an article of its own. */
  as?: 'article' | 'li' | 'div';
  /** Whether others are selected, and this card steps back. */
  faded?: boolean;
  children: ComponentChildren;
}

/** Everything about one segment, under its name and color. */
export function SegmentCard({ segment, title, as: Tag = 'article', faded, children }: SegmentCardProps) {
  return (
    <Tag class={`card ${segmentClass(segment)}${faded ? ' faded' : ''}`}>
      <h3>{title}</h3>
      {children}
    </Tag>
  );
}
