import { requestSchemas } from './requestSchema';
import { SETTINGS } from './settings';

/** A text of usual length. */
export const text = { type: 'string', maxLength: 500 } as const;
/** A table, by its id. */
export const source = { ...text, description: 'id of a table' } as const;

/** What customers are grouped by, and how: the whole state of a segmentation. */
export const settings = {
  source,
  ...requestSchemas(SETTINGS),
};

/** An object of these properties and no others. */
export function objectSchema(properties: object, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required };
}

/** What holds a segmentation and nothing else. */
export const settingsRequest = objectSchema(settings, ['source']);
