import { LINKAGES } from '../cluster/hierarchy/linkages';
import { ALGORITHM_NAMES } from '../segmentation/algorithms';
import { SCALES } from '../segmentation/scales';
import { BOUNDS } from './bounds';

/** What the page can ask the engine, and what each request may hold. Anything else is refused before it is read. */

const text = { type: 'string', maxLength: 500 } as const;
const source = { ...text, description: 'id of a table' } as const;

/** What customers are grouped by, and how: the whole state of a segmentation. */
const settings = {
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

function body(properties: object, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, properties, required };
}

const ofSettings = body(settings, ['source']);

/** Which customers are listed, and in which order. */
const listing = {
  segments: { type: 'array', items: { type: 'integer', minimum: -1, maximum: 1000 }, maxItems: 100 },
  search: text,
  filters: {
    type: 'array',
    maxItems: 100,
    items: {
      anyOf: [
        body({ column: text, from: { type: 'number' }, to: { type: 'number' } }, ['column', 'from', 'to']),
        body({ column: text, is: text }, ['column', 'is']),
      ],
    },
  },
  sort: body({ column: text, descending: { type: 'boolean' } }, ['column', 'descending']),
  offset: { type: 'integer', minimum: 0, maximum: 1e9 },
} as const;

/** A customer's values by column. */
const customer = {
  type: 'object',
  maxProperties: 200,
  propertyNames: text,
  additionalProperties: { anyOf: [{ type: 'number' }, { type: 'boolean' }, { type: 'null' }, text] },
} as const;

/** Every request there is: what its body may hold, and which engine answers it. */
export const REQUESTS = {
  /** What a table holds, and what it can be grouped by. */
  describe: { engine: 'swift', schema: body({ source }, ['source']) },
  /** Groups the customers. */
  segment: { engine: 'swift', schema: ofSettings },
  /** How good the cut is. */
  judge: { engine: 'swift', schema: ofSettings },
  /** Lists customers, a page at a time. */
  customers: { engine: 'swift', schema: body({ ...settings, ...listing }, ['source', 'offset']) },
  /** The segment of one customer, how sure it is, and what would move the customer to another. */
  predict: { engine: 'swift', schema: body({ ...settings, customer }, ['source', 'customer']) },
  /** Segments as a table, the model, or the report, as a file. */
  download: {
    engine: 'swift',
    schema: body({ ...settings, what: { enum: ['segments', 'model', 'report'] } }, ['source', 'what']),
  },
  /** What a file holds, known before it is read. */
  header: { engine: 'swift', schema: body({ source }, ['source']) },
  /** The segments of a file of customers, as a file to keep. */
  score: { engine: 'patient', schema: body({ ...settings, customers: source }, ['source', 'customers']) },
  /** How many segments? */
  chooseK: { engine: 'patient', schema: ofSettings },
  /** Algorithms side by side on the same customers. */
  compare: { engine: 'patient', schema: ofSettings },
  /** How well each customer fits its segment. */
  silhouettes: { engine: 'patient', schema: ofSettings },
} as const;
