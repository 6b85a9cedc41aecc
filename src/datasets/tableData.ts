import type { Cell } from './dataFrame';

/**
 * Columns by name, equally long; `null` is missing. What every reader of files gives and `Segmentation` takes: it
 * needs neither danfojs nor TensorFlow, so reading and scoring stay light. `createFrame` makes a data frame of it.
 *
 * @example
 * const customers: TableData = { Income: [42000, null], City: ['Leeds', 'York'] };
 */
export type TableData = Readonly<Record<string, readonly Cell[]>>;
