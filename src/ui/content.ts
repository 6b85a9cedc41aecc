/** What components show, as plain data. Every text is plain text: it is shown as it is, markup and all. */

/** A number with its name, both as text; a share (0 … 1) is drawn as a bar too. */
export interface LabeledValue {
  label: string;
  value: string;
  share?: number;
}

/** A point of a list, with what it is about and the reason for it where these are told. */
export interface Point {
  about?: string;
  text: string;
  reason?: string;
}

/** Points under a heading. */
export interface Points {
  heading: string;
  points: Point[];
}
