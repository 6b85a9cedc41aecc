import { LINKAGES } from '../cluster/hierarchy/linkages';
import { ALGORITHM_NAMES } from '../segmentation/algorithms';
import { SCALES } from '../segmentation/scales';
import { BOUNDS } from './bounds';

/** A text of usual length. */
export const text = { type: 'string', maxLength: 500 } as const;
/** A table, by its id. */
export const source = { ...text, description: 'id of a table' } as const;

/** What customers are grouped by, and how: the whole state of a segmentation. */
export const settings = {
  source,
  columns: { type: 'array', items: text, minItems: 1, maxItems: 200, uniqueItems: true },
  algorithm: { enum: ALGORITHM_NAMES },
  k: { anyOf: [{ const: 'auto' }, { type: 'integer', ...BOUNDS.k }] },
  eps: { anyOf: [{ const: 'auto' }, { type: 'number', ...BOUNDS.eps }] },
  minSamples: { type: 'integer', ...BOUNDS.minSamples },
  linkage: { enum: LINKAGES },
  scale: { enum: SCALES },
  pca: { type: 'number', ...BOUNDS.pca },
  seed: { type: 'integer', ...BOUNDS.seed },
} as const;

/** An object of these properties and no others. */
export function objectSchema(properties: object, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required };
}

/** What holds a segmentation and nothing else. */
export const settingsRequest = objectSchema(settings, ['source']);
