import { type Given, names, object, optional, text, thing } from '../../core/schema';
import { WORDING } from './label';

/** Names of segments, by segment number. */
export const SEGMENT_NAMES = names({ deep: true, expects: 'an array of names' });

/** The share of variance of each principal component. */
export const SHARES = thing<ArrayLike<number>>('object', { expects: 'an array of shares' });

/** The options that every figure takes; the schema of a figure with options of its own begins with them. */
export const FIGURE = {
  /** Replaces the title that states the finding. */
  title: optional(text()),
  /** Names by segment number; a segment not named is 'Segment 1', 'Segment 2', … */
  segmentNames: optional(SEGMENT_NAMES),
  ...WORDING,
};

/** What the options of a figure that has none of its own may be. */
export const FIGURE_OPTIONS = object(FIGURE);

/** Options that every figure takes. */
export interface FigureOptions extends Given<typeof FIGURE_OPTIONS> {}
