import { type Given, object, optional, text } from '../../core/schema';
import type { NotScored } from '../columns/readFeatures';
import type { UnfamiliarColumn } from './unfamiliar';

/** What the options may be. @internal */
export const PREDICT_OPTIONS = object({
  /**
   * The day that days since dates, and ages, are counted up to: that of the export, 'yyyy-MM-dd'. Default: the day of
   * the fit, so that a customer's segment hangs on no other customer and no clock; later days are not scored.
   */
  asOf: optional(text({ expects: 'a day written yyyy-MM-dd' })),
});

/** Options of `SegmentationModel.predict`. */
export interface PredictOptions extends Given<typeof PREDICT_OPTIONS> {}

/** Where new customers belong. */
export interface Prediction {
  /** Segment of each row; −1 for noise, and for rows that could not be scored. */
  labels: Int32Array;
  /** The segment's name, 'Noise', or null for rows that could not be scored. */
  names: (string | null)[];
  /**
   * How much nearer the customer is to its segment than to the second nearest: 1 − distance / distance to the second,
   * by the algorithm's own distance. 0 on the border between two segments, 1 at the center of one (or where there is
   * only one); 0 for noise, NaN for rows that could not be scored. In a Gaussian mixture small and dense segments are
   * nearer than others at the same distance, so that not every center has a margin of 1.
   */
  margin: Float64Array;
  /**
   * How likely the customer's segment is, given its values, in a Gaussian mixture; how firmly it belongs there, its
   * density over the greatest there, in HDBSCAN: 0 … 1. 0 for noise, NaN for rows that could not be scored; null for
   * algorithms that know no such thing.
   */
  membership: Float64Array | null;
  /** Rows with a missing or unreadable value, or a category that the model does not know. */
  notScored: NotScored[];
  /**
   * Columns in which customers are unlike those of the fit: values outside its range, as after a change of units, and
   * categories that it has not seen. Such customers are placed all the same, but for unknown categories.
   */
  unfamiliar: UnfamiliarColumn[];
  /** By row the names of the columns in which it is so; empty for most. */
  outside: string[][];
}
