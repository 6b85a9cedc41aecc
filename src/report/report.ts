import type { Table } from '../core/table';
import type { StructureVerdict } from '../evaluate/structure/structure';
import type { Figure } from '../plot/base/figure';
import type { LabeledValue, Point, Points } from '../ui/content';

/**
 * A finished report as plain data: what `reportHtml` and `reportMarkdown` write out. Any analysis can be told in it;
 * `buildReport` makes the one of a segmentation.
 *
 * @example
 * const report: Report = { title: 'Orders', subtitle: 'One year', sections: [
 *   { title: 'Summary', blocks: [{ kind: 'paragraph', text: 'Orders rose.' }] },
 * ] };
 */
export interface Report {
  title: string;
  /** One line under the title. */
  subtitle: string;
  /** The first is the summary. */
  sections: ReportSection[];
}

/** A part of a report under a heading of its own. */
export interface ReportSection {
  title: string;
  blocks: ReportBlock[];
}

/** A piece of a section. Every text is plain text: it is shown as it is, markup and all. */
export type ReportBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; points: ReportPoint[] }
  /** How clear the groups are, set off from the text. */
  | { kind: 'verdict'; verdict: StructureVerdict; text: string }
  /** A few numbers to be seen at a glance. */
  | { kind: 'measures'; measures: ReportMeasure[] }
  | { kind: 'cards'; cards: ReportCard[] }
  /** With `reading`, how to read it, in a sentence. */
  | { kind: 'figure'; figure: Figure; reading?: string }
  /** With `note`, a line below the table. */
  | { kind: 'table'; table: Table; note?: string }
  /** Commands to type. */
  | { kind: 'code'; text: string };

/** A number with its name, both as text; a share (0 … 1) is drawn as a bar too. */
export type ReportMeasure = LabeledValue;

/** Everything about one segment. */
export interface ReportCard {
  title: string;
  /** The segment's number, for its color; −1 is noise. */
  segment: number;
  /** What to beware of. */
  warning?: string;
  measures: ReportMeasure[];
  groups: ReportPoints[];
}

/** Points under a heading. */
export type ReportPoints = Points;

/** A point of a list, with what it is about and the reason for it where these are told. */
export type ReportPoint = Point;
