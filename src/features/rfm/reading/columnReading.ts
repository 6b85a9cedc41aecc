/** How a column of text is read. */
export interface ColumnReading {
  /** SQL for its values, NULL where they are missing. */
  expression: string;
  /** A table of values that the expression needs, as a clause of FROM. */
  join?: string;
  /** The currency or percent sign that stands beside its numbers. */
  unit?: string;
  /** What was detected, in sentences. */
  detected: string[];
}

/** A column of the log that has a role. */
export interface RoleColumn {
  role: string;
  /** Its name in the file. */
  name: string;
  /** SQL for its text without blanks around it; NULL where it is empty. */
  text: string;
}
