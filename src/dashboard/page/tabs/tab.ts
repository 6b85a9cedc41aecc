import type { ComponentChild } from 'preact';

/** A tab of the page. A new one is a folder beside the others and a line in `TABS`. */
export interface Tab {
  /** What the address calls it. */
  name: string;
  title: string;
  Content: () => ComponentChild;
}
