/** A column as it was given. */
export interface GivenColumn {
  readonly name: string;
  readonly cells: ArrayLike<unknown>;
}

/** What a row is that is no customer. */
export type OtherRowKind = 'total' | 'header' | 'footer' | 'blank' | 'repeat';

/** A row of a table that is no customer. */
export interface OtherRow {
  /** From 0. */
  row: number;
  kind: OtherRowKind;
  /** The column that shows it. */
  column: string;
  /** What it says there; empty where nothing. */
  label: string;
  /** Why it is no customer, as the end of a sentence: 'the sum of the other rows'. */
  reason: string;
  /** Its cells by column, where it might be a customer after all. */
  cells?: readonly unknown[];
}

/** "row 25 ('Grand total') is the sum of the other rows, no customer". */
export function otherRowSentence({ row, label, reason }: OtherRow): string {
  return `row ${row + 1}${label === '' ? '' : ` ('${label}')`} is ${reason}, no customer`;
}
