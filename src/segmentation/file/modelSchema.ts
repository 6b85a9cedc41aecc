import { ALGORITHM_NAMES, ALGORITHMS } from '../algorithms';
import { SAVED_OPTIONS } from '../options';
import { VERSION } from './upgraded';

/** A day as 'yyyy-MM-dd'. */
const DAY = { type: 'string', pattern: '^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' };
/** Nobody can look at as many, and each is drawn, named and described. */
const MAX_SEGMENTS = 2000;
/** More customers than any table that is read here has rows. */
const MAX_CUSTOMERS = 1_000_000_000;

/** JSON Schema (draft 7) of a model file, version 4: whatever passes can be scored with. */
export const modelSchema = {
  definitions: { feature: featureSchema(), table: listOf(listOf(number())) },
  ...object(
    {
      type: { const: 'Segmentation' },
      version: { const: VERSION },
      package: text(),
      options: SAVED_OPTIONS,
      columns: {
        ...listOf({
          anyOf: [
            object(
              {
                kind: { const: 'numeric' },
                name: text(),
                label: text(),
                unit: text(),
                log: { type: 'boolean' },
                range: listOf(number(), 2),
                quantiles: listOf(number(), 5),
                truth: { const: true },
                missingCodes: listOf(number()),
                fill: number(),
                since: since(),
              },
              ['unit', 'truth', 'missingCodes', 'since', 'fill'],
            ),
            object(
              {
                kind: { const: 'category' },
                name: text(),
                label: text(),
                levels: { ...listOf(text()), minItems: 1 },
                fill: text(),
                shares: listOf(number()),
              },
              ['fill'],
            ),
          ],
        }),
        minItems: 1,
      },
      ignoredColumns: listOf(object({ name: text(), reason: text() })),
      id: orNull(text()),
      rows: count(1),
      clustered: count(1),
      dropped: listOf(
        object({
          step: text(),
          rowsBefore: count(),
          rowsAfter: count(),
          changes: listOf(object({ column: text(), what: text(), count: count() }, ['column'])),
        }),
      ),
      warnings: listOf(text()),
      k: { ...count(), maximum: MAX_SEGMENTS },
      algorithm: { enum: ALGORITHM_NAMES },
      inertia: orNull(number()),
      silhouette: orNull(number()),
      silhouetteRows: count(),
      structure: { enum: ['clear', 'weak', 'none'] },
      structureSummary: text(),
      stability: orNull(
        object({
          jaccard: listOf(share()),
          between: listOf(count()),
          resamples: count(1),
          rows: count(1),
        }),
      ),
      found: named(number()),
      sizes: listOf(count()),
      noise: count(),
      choice: orNull(
        open(
          {
            table: listOf(open({ k: count(1) })),
            preferredBy: named(orNull(number())),
            recommendation: open({ k: count(1), reasons: listOf(text()) }),
            structure: open({ verdict: text(), summary: text() }),
            rowsJudged: count(1),
            tree: object(
              {
                levels: { ...listOf(object({ k: count(1), sizes: listOf(count(1)) })), minItems: 1 },
                flows: listOf(listOf(listOf(count()))),
                named: object({ k: count(1), segments: listOf(label()) }),
              },
              ['named'],
            ),
          },
          ['tree'],
        ),
      ),
      ownChoice: orNull(
        object({
          k: count(1),
          reasons: listOf(text()),
          table: open({
            caption: text(),
            columns: listOf(open({ name: text() })),
            rows: listOf(listOf({ anyOf: [text(), number(), { type: 'boolean' }, { type: 'null' }] })),
          }),
        }),
      ),
      profiles: listOf(
        open({
          segment: { type: 'integer', minimum: -1 },
          name: text(),
          nameReasons: listOf(open({ text: text(), reason: text() })),
          size: count(),
          share: number(),
          shareOfSpending: orNull(number()),
          tiny: { type: 'boolean' },
          features: listOf(feature()),
          overRepresented: listOf(feature()),
          underRepresented: listOf(feature()),
          household: open({}),
          householdDiffers: { type: 'boolean' },
          action: open({ action: text(), reason: text() }),
        }),
      ),
      explanation: object({
        segments: listOf(
          object({
            segment: count(),
            conditions: listOf(
              object(
                {
                  column: text(),
                  label: text(),
                  unit: text(),
                  above: number(),
                  atMost: number(),
                  levels: listOf(text()),
                  since: since(),
                  text: text(),
                },
                ['unit', 'above', 'atMost', 'levels', 'since'],
              ),
            ),
            fits: count(),
            fitsInSegment: count(),
            coverage: share(),
            precision: share(),
            describes: { type: 'boolean' },
            sentence: text(),
            typical: listOf(count(1)),
            borderline: listOf(object({ row: count(1), margin: number(), next: count() })),
          }),
        ),
        importance: listOf(object({ column: text(), label: text(), drop: share() })),
      }),
      projection: object({
        coordinates: { ...listOf(listOf(number())), minItems: 1 },
        labels: listOf(label()),
        axes: {
          minItems: 2,
          maxItems: 3,
          ...listOf(
            object({
              name: text(),
              explained: number(),
              loadings: listOf(object({ name: text(), loading: number() })),
              meaning: text(),
            }),
          ),
        },
      }),
      dimensions: {
        ...listOf(
          object(
            {
              column: count(),
              level: count(),
              center: number(),
              scale: { type: 'number', exclusiveMinimum: 0 },
              name: text(),
            },
            ['level'],
          ),
        ),
        minItems: 1,
      },
      pca: orNull(
        open({
          mean: listOf(number()),
          components: table(),
          explainedVariance: listOf(number()),
          explainedVarianceRatio: listOf(number()),
          singularValues: listOf(number()),
          whiten: { type: 'boolean' },
        }),
      ),
      rule: { type: 'object' },
    },
    ['explanation'],
  ),
  allOf: ALGORITHMS.map(({ name, rule }) => ({
    if: { properties: { algorithm: { const: name } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { rule: rule.schema } },
  })),
};

type Schema = Readonly<Record<string, unknown>>;

/** Just these properties, all of them but the optional ones. */
function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  return { ...open(properties, optional), additionalProperties: false };
}

/** These properties, and others. */
function open(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

function named(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

function listOf(items: Schema, length?: number): Schema {
  return { type: 'array', items, ...(length !== undefined && { minItems: length, maxItems: length }) };
}

function table(): Schema {
  return { $ref: '#/definitions/table' };
}

function orNull(schema: Schema): Schema {
  return { anyOf: [{ type: 'null' }, schema] };
}

function text(): Schema {
  return { type: 'string' };
}

function number(): Schema {
  return { type: 'number' };
}

function count(minimum = 0): Schema {
  return { type: 'integer', minimum, maximum: MAX_CUSTOMERS };
}

function share(): Schema {
  return { type: 'number', minimum: 0, maximum: 1 };
}

function since(): Schema {
  return object({ unit: { enum: ['days', 'years'] }, asOf: DAY });
}

function label(): Schema {
  return { type: 'integer', minimum: -1 };
}

function feature(): Schema {
  return { $ref: '#/definitions/feature' };
}

function featureSchema(): Schema {
  const common = { column: text(), label: text(), role: text(), effect: effect() };
  return {
    anyOf: [
      open({
        ...common,
        kind: { const: 'numeric' },
        segment: numbers(),
        everyone: numbers(),
        typical: text(),
      }),
      open({
        ...common,
        kind: { const: 'share' },
        share: { type: ['number', 'null'], minimum: 0, maximum: 1 },
        count: count(),
        shareOfEveryone: maybe(),
        lift: maybe(),
      }),
    ],
  };
}

function effect(): Schema {
  return open({ measure: text(), value: maybe(), standardized: maybe(), strength: text() });
}

/** What a summary of numbers holds. */
function numbers(): Schema {
  return { type: 'object', additionalProperties: maybe() };
}

/** A number, or null for one that is not finite. */
function maybe(): Schema {
  return { type: ['number', 'null'] };
}
