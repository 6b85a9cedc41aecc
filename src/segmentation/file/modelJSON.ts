import { Matrix } from '../../core/matrix';
import { PCAModel } from '../../reduce/pcaModel';
import { algorithmOf } from '../algorithms';
import { withStabilityOf } from '../fit/judgment';
import type { SegmentationResult } from '../fit/segmentationResult';
import { savedOptions } from '../options';
import { checkModelFile } from './checkModelFile';
import { packageVersion } from './packageVersion';
import type { SegmentationJSON } from './segmentationJSON';
import { VERSION } from './upgraded';

/** Plain data that `readModelJSON` brings back: without identifiers, labels and rows of the customers clustered. */
export function writeModelJSON({
  facts,
  judge,
  named,
  explain,
  scoring,
  projection,
}: SegmentationResult): SegmentationJSON {
  const { coordinates, labels, axes } = projection;
  const json: SegmentationJSON = {
    type: 'Segmentation',
    version: VERSION,
    package: packageVersion(),
    ...facts,
    profiles: named(),
    ...judge(),
    ...(explain && { explanation: explain() }),
    projection: { coordinates: coordinates.toRows(), labels: Array.from(labels), axes },
    dimensions: scoring.dimensions.slice(),
    pca: scoring.pca === null ? null : scoring.pca.toJSON(),
    rule: scoring.rule,
  };
  return JSON.parse(JSON.stringify(json)); // a copy of its own, with null for what is not finite
}

/**
 * What `writeModelJSON` wrote.
 * @throws InputError when `json` is another model's, of another version, or damaged, naming the place inside.
 */
export function readModelJSON(json: unknown): SegmentationResult {
  const checked = checkModelFile(json);
  const {
    type,
    version,
    package: writtenBy,
    projection,
    dimensions,
    pca,
    rule,
    explanation,
    ...rest
  } = checked;
  const { silhouette, silhouetteRows, structure, structureSummary, stability, ...facts } = rest;
  const { columns, k, algorithm } = facts;
  const { coordinates, labels, axes } = projection;
  const profiles = withNaN(facts.profiles);
  const measured = withStabilityOf(profiles, stability);
  return {
    facts: {
      ...facts,
      options: savedOptions(facts.options),
      profiles,
      choice: facts.choice && { ...facts.choice, table: withNaN(facts.choice.table) },
    },
    profiles: () => measured,
    named: () => profiles,
    certainty: () => null,
    explain: explanation ? () => explanation : null,
    judge: () => ({ silhouette, silhouetteRows, structure, structureSummary, stability }),
    scoring: {
      columns,
      dimensions,
      pca: pca && PCAModel.fromJSON(pca),
      rule,
      measure: algorithmOf(algorithm).rule.read(rule, k),
    },
    projection: {
      coordinates: Matrix.fromRows(
        coordinates,
        axes.map(({ name }) => name),
      ),
      labels: Int32Array.from(labels),
      rows: null,
      axes,
    },
    training: null,
  };
}

/** The one number in profiles and choices that may be absent, rather than not finite. */
const MAY_BE_NULL = 'shareOfSpending';

/** A copy with NaN for null: what numbers that are not finite became. */
function withNaN<T>(value: T, name = ''): T {
  if (value === null) return (name === MAY_BE_NULL ? null : Number.NaN) as T;
  if (Array.isArray(value)) return value.map((item) => withNaN(item, name)) as T;
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNaN(item, key)])) as T;
}
