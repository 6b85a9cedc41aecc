import type { Table } from '../../core/table';
import { NO_FORMULAS } from '../noFormulas';

/** Attributes that give the parts of a table their look. */
export interface TableLook {
  /** What scrolls sideways when the table is wider than its place. */
  scroll: (table: Table) => Attributes & { role?: 'group'; tabindex?: number };
  /** Whether the caption is a paragraph above the table rather than a part of it. */
  captionAbove: boolean;
  caption: Attributes;
  table: (table: Table) => Attributes;
  heading: (isNumber: boolean) => Attributes;
  cell: (isNumber: boolean) => Attributes;
  note: Attributes;
}

interface Attributes {
  class?: string;
  style?: string;
  'aria-label'?: string;
}

/** Longer tables scroll on screen. */
const LONG = 16;

/** By the classes of `ui.css`. A keyboard can scroll it. */
export const BY_CLASS: TableLook = {
  scroll: ({ caption, rows }) => ({
    class: rows.length > LONG ? 'table long' : 'table',
    role: 'group',
    'aria-label': caption,
    tabindex: 0,
  }),
  captionAbove: false,
  caption: {},
  table: () => ({}),
  heading: numberClass,
  cell: numberClass,
  note: { class: 'note' },
};

function numberClass(isNumber: boolean): Attributes {
  return isNumber ? { class: 'number' } : {};
}

/**
 * By styles of its own, since viewers of notebooks drop style sheets; they are told to make no formulas of dollar signs. The caption is a paragraph: a `caption` would be
 * squeezed into a narrow table, or stretch it.
 */
export const BY_STYLE: TableLook = {
  scroll: () => ({ class: NO_FORMULAS, style: 'overflow-x:auto;max-width:100%' }),
  captionAbove: true,
  caption: {
    class: NO_FORMULAS,
    style: 'font-size:0.95em;font-weight:600;margin:0.8em 0 0.2em;padding:0 0.4em',
  },
  table: ({ caption }) => ({
    class: NO_FORMULAS,
    'aria-label': caption || undefined,
    style: 'border-collapse:collapse;font-variant-numeric:tabular-nums;margin:0.2em 0 0.8em',
  }),
  heading: (isNumber) => ({
    style: `text-align:${isNumber ? 'right' : 'left'};vertical-align:bottom;padding:0.3em 0.4em`,
  }),
  cell: (isNumber) => ({
    style: isNumber
      ? 'text-align:right;padding:0.25em 0.4em;white-space:nowrap'
      : 'text-align:left;padding:0.25em 0.4em;max-width:32em',
  }),
  note: { class: NO_FORMULAS, style: 'margin:0.2em 0 0.6em;opacity:0.75' },
};
