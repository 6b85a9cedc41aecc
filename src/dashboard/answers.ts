import type { Table } from '../core/table';
import type { Cell } from '../datasets/dataFrame';
import type { KChoice } from '../evaluate/chooseK/chooseK';
import type { StructureVerdict } from '../evaluate/structure/structure';
import type { Reading } from './reading';

/** What the engine answers: the bodies of results, as the page reads them. */

/** A column that customers can be grouped by, or why not. */
export interface ColumnAnswer {
  name: string;
  label: string;
  unit?: string;
  kind: 'numeric' | 'category' | 'other';
  /** Taken when the user chooses none. */
  suggested: boolean;
  /** Why it is not suggested. */
  why?: string;
}

/** Answer to `describe`. */
export interface DescribeAnswer {
  source: string;
  title: string;
  /** 'transactions' were summed up per customer first; a 'model' was saved earlier and has no customers. */
  kind: 'customers' | 'transactions' | 'model';
  rows: number;
  id: string | null;
  columns: ColumnAnswer[];
  /** What to group by at first, and into how many. */
  defaults: { columns: string[]; k: number };
  /** What was read and recognized, in sentences. */
  notes: string[];
}

/** Answer to `header`. */
export interface HeaderAnswer {
  source: string;
  /** Names of the file's columns. */
  columns: string[];
  /** Sheets of a spreadsheet; none of other files. */
  sheets: string[];
  /** How the file is read now. */
  reading: Reading;
}

/** What customers are worth together. */
export interface ValueAnswer {
  /** The column that says it. */
  column: string;
  label: string;
  unit?: string;
  total: number;
}

/** One segment, for its card. */
export interface SegmentCard {
  /** −1 is noise. */
  segment: number;
  name: string;
  size: number;
  share: number;
  shareOfValue: number | null;
  /** What sets it apart, strongest first, in words with numbers. */
  marks: string[];
  action: string;
}

/** A column whose values come along for the customers drawn. */
export interface DrawnColumn {
  name: string;
  label: string;
  unit?: string;
  kind: 'numeric' | 'category';
  /** What the codes of a category stand for. */
  levels?: string[];
  /** Whether customers were grouped by it. */
  used: boolean;
}

/** Answer to `segment`. Beside it come `coordinates`, `labels`, `rows`, and `value0` … in the order of `columns`. */
export interface SegmentAnswer {
  rows: number;
  clustered: number;
  /** What was left out, in sentences. */
  dropped: string[];
  algorithm: string;
  k: number;
  /** The distance that DBSCAN took; null for the others. */
  eps: number | null;
  inertia: number | null;
  /** What all are worth; null where no column says it. */
  value: ValueAnswer | null;
  segments: SegmentCard[];
  /** Segments side by side, for people. */
  profile: Table;
  columns: DrawnColumn[];
  /** The axes of the projection: the share of variance each holds, and what it means. */
  axes: { explained: number; meaning: string }[];
  /** Customers drawn: all, or a sample of so many. */
  drawn: number;
}

/** Answer to `judge`: how good the cut is. */
export interface JudgeAnswer {
  silhouette: number | null;
  verdict: StructureVerdict;
  words: string;
}

/** Answer to `chooseK`. */
export type ChooseKAnswer = KChoice;

/** Answer to `customers`: one page of them. */
export interface CustomersAnswer {
  /** The table's columns; each row begins with the name of the segment. */
  columns: { name: string; label: string }[];
  rows: Cell[][];
  offset: number;
  /** How many customers match. */
  total: number;
}

/** A value of a customer that can be set on the page. */
export type InputAnswer =
  | {
      kind: 'numeric';
      name: string;
      label: string;
      unit?: string;
      range: [number, number];
      whole: boolean;
      /** Most values lie close together at the low end: a slider moves by ratios. */
      logarithmic: boolean;
      value: number;
    }
  | { kind: 'category'; name: string; label: string; levels: string[]; value: string };

/** The smallest change of one value that leads to another segment. */
export interface MoveAnswer {
  column: string;
  label: string;
  unit?: string;
  from: number | string;
  to: number | string;
  segment: number;
  name: string;
  /** Share of the column's usual range that the change spans. */
  effort: number;
}

/** Answer to `predict`. */
export interface PredictAnswer {
  inputs: InputAnswer[];
  /** −1: in no segment. */
  segment: number;
  name: string;
  /** Why the customer could not be placed. */
  why: string | null;
  /** 0 on the border to the second nearest segment, 1 at the center of its own. */
  margin: number | null;
  /** Of the customers most alike, how many are in the same segment. */
  neighbors: { asked: number; same: number } | null;
  marks: string[];
  action: string;
  /** What would move the customer elsewhere, the smallest change first. */
  moves: MoveAnswer[];
}

/** Answer to `score`. */
export interface ScoreAnswer {
  /** The file of customers. */
  source: string;
  title: string;
  /** What was read and recognized, in sentences. */
  notes: string[];
  rows: number;
  scored: number;
  /** How many went where; the share of each segment at the fit, and now. */
  segments: { segment: number; name: string; customers: number; share: number; shareNow: number }[];
  /** The first of those that could not be scored; `row` counts from 1. */
  notScored: { row: number; column: string; why: string }[];
  notScoredCount: number;
  /** Every customer with segment and margin. */
  file: FileAnswer;
}

/** Answer to `compare`. */
export interface CompareAnswer {
  table: Table;
  /** Which to trust and why, in sentences. */
  because: string[];
  names: string[];
  /** Adjusted Rand index of every pair. */
  agreement: number[][];
}

/** Answer to `silhouettes`; beside it come `silhouettes` and `labels` of the sample, unless there is one segment only. */
export interface SilhouettesAnswer {
  /** Names of the segments. */
  names: string[];
  sampled: number;
  of: number;
  mean: number | null;
}

/** A file for the user to keep. */
export interface FileAnswer {
  name: string;
  type: string;
  text: string;
}
