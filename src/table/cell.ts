/** A value of a table. `null` is the one sign of a missing value, in columns of every type. */
export type Cell = string | number | boolean | null;
