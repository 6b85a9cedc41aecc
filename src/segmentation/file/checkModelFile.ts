import type { ErrorObject, ValidateFunction } from 'ajv';
import { InputError } from '../../core/errors';
import { display } from '../../core/options';
import { phrase } from '../../core/phrase';
import { OPTION_KEYWORDS } from '../../core/schema';
import { algorithmOf } from '../algorithms';
import { isTable } from '../rules/rule';
import { modelSchema } from './modelSchema';
import type { SegmentationJSON } from './segmentationJSON';
import { upgraded, VERSION } from './upgraded';

/**
 * A model file's content, checked: of this type and version, every field there and of its kind, all that belongs
 * together of one size. What passes can be scored with.
 * @throws InputError naming what it is instead, or the first place inside that is wrong.
 */
export function checkModelFile(json: unknown): SegmentationJSON {
  checkKind(json);
  const current = upgraded(json);
  const validate = validator();
  if (!validate(current)) throw damaged(wordsFor(validate.errors!));
  const model = current as unknown as SegmentationJSON;
  const wrong =
    inconsistency(model) ??
    inconsistentCounts(model) ??
    inconsistentTree(model) ??
    inconsistentStability(model);
  if (wrong !== undefined) throw damaged(wrong);
  return model;
}

function checkKind(json: unknown): asserts json is { version: number } {
  const { type, version } = Object(json) as { type?: unknown; version?: unknown };
  if (type !== 'Segmentation') {
    throw new InputError(
      'damaged-file',
      phrase`this is no segmentation model: its \`type\` is ${{ value: type }}`,
      { remedy: "give a file that `SegmentationModel.save` or the command line's `fit` wrote" },
    );
  }
  if (typeof version === 'number' && version > VERSION) {
    throw new InputError(
      'damaged-file',
      `this segmentation model is of version ${version}, newer than ${VERSION}, which is read here`,
      { remedy: 'update customer-segmentation, or fit again with the version installed' },
    );
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw damaged(`\`version\` is ${display(version)} where 1 to ${VERSION} are read`);
  }
}

let compiled: ValidateFunction | undefined;

/** ajv is loaded when the first model is read; our own schema needs neither checking nor optimizing, which cost memory. */
function validator(): ValidateFunction {
  const { Ajv } = require('ajv') as typeof import('ajv');
  compiled ??= new Ajv({
    keywords: OPTION_KEYWORDS,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  }).compile(modelSchema);
  return compiled;
}

/** Complaints of alternatives as a whole. */
const WRAPPING = new Set(['anyOf', 'const', 'if']);

/** The deepest complaint: those about whole alternatives come after the one that says what is wrong. */
function wordsFor(errors: readonly ErrorObject[]): string {
  const depth = (error: ErrorObject) => error.instancePath.split('/').length;
  const telling = errors.filter(({ keyword }) => !WRAPPING.has(keyword));
  const [first] = (telling.length > 0 ? telling : errors.slice()).sort((a, b) => depth(b) - depth(a));
  const where = first.instancePath === '' ? 'at the top' : `at ${first.instancePath}`;
  const extra = (first.params as { additionalProperty?: string }).additionalProperty;
  return `${where} it ${first.message}${extra === undefined ? '' : ` (${display(extra)})`}`;
}

/** What ajv cannot see: sizes that must agree, and positions that must exist. */
function inconsistency({
  algorithm,
  columns,
  dimensions,
  pca,
  rule,
  k,
  sizes,
  profiles,
  projection,
  noise,
  explanation,
}: SegmentationJSON): string | undefined {
  for (const [at, { column, level }] of dimensions.entries()) {
    const own = columns[column];
    if (!own) return `/dimensions/${at}/column names column ${column} of ${columns.length}`;
    if (level !== undefined && !(own.kind === 'category' && level < own.levels.length)) {
      return `/dimensions/${at}/level names a category that '${own.name}' does not have`;
    }
  }
  if (pca && !isTable(pca.components, dimensions.length))
    return `/pca/components must have ${dimensions.length} columns`;
  if (pca && pca.mean.length !== dimensions.length) return `/pca/mean must have ${dimensions.length} numbers`;
  const width = pca ? pca.components.length : dimensions.length;
  if (sizes.length !== k) return `/sizes must have ${k} numbers, one for each segment`;
  if (profiles.length !== k + (noise > 0 ? 1 : 0))
    return `/profiles must describe the ${k} segments${noise > 0 ? ' and noise' : ''}`;
  const misplaced = profiles.findIndex(({ segment }, at) => segment !== (at < k ? at : -1));
  if (misplaced >= 0) return `/profiles/${misplaced}/segment must be ${misplaced < k ? misplaced : -1}`;
  if (!isTable(projection.coordinates, projection.axes.length))
    return `/projection/coordinates must have ${projection.axes.length} columns`;
  if (projection.labels.length !== projection.coordinates.length)
    return '/projection/labels must have one label for each point';
  if (explanation?.segments.some(({ segment }, at) => segment !== at || at >= k))
    return `/explanation/segments must explain the ${k} segments in their order`;
  const flaw = algorithmOf(algorithm).rule.flaw(rule, { k, width });
  return flaw && `/rule${flaw}`;
}

/** The same customers are counted in several places. */
function inconsistentCounts({
  sizes,
  noise,
  clustered,
  rows,
  profiles,
}: SegmentationJSON): string | undefined {
  const counted = sizes.reduce((sum, size) => sum + size, noise);
  if (counted !== clustered) return `/clustered must be ${counted}, the sum of /sizes and /noise`;
  if (clustered > rows) return `/rows must be at least ${clustered}, the customers of /clustered`;
  const expected = [...sizes, noise];
  const wrong = profiles.findIndex(({ size }, at) => size !== expected[at]);
  if (wrong >= 0) return `/profiles/${wrong}/size must be ${expected[wrong]}`;
  const overfull = profiles.findIndex(({ features, size }) =>
    features.some((feature) => feature.kind === 'share' && feature.count > size),
  );
  return overfull < 0 ? undefined : `/profiles/${overfull}/features count more customers than its size`;
}

/** Each flow leads from a cluster of one k to one of the next. */
function inconsistentTree({ choice }: SegmentationJSON): string | undefined {
  if (!choice?.tree) return undefined;
  const { levels, flows, named } = choice.tree;
  const fits =
    flows.length === levels.length - 1 &&
    flows.every(
      (flow, i) => flow.length === levels[i].sizes.length && isTable(flow, levels[i + 1].sizes.length),
    );
  if (!fits) return '/choice/tree/flows must lead from each cluster of a k to each of the next';
  const own = named && levels.find(({ k }) => k === named.k);
  return named && own?.sizes.length !== named.segments.length
    ? '/choice/tree/named must name the clusters of one of the levels'
    : undefined;
}

/** Each segment has its own. */
function inconsistentStability({ stability, k, sizes, clustered }: SegmentationJSON): string | undefined {
  if (stability === null) return undefined;
  const { jaccard, between, rows } = stability;
  if (jaccard.length !== k) return `/stability/jaccard must have ${k} numbers, one for each segment`;
  if (between.length !== k) return `/stability/between must have ${k} numbers, one for each segment`;
  const overfull = between.findIndex((count, segment) => count > sizes[segment]);
  if (overfull >= 0) return `/stability/between/${overfull} must be at most ${sizes[overfull]}`;
  return rows > clustered ? `/stability/rows must be at most ${clustered}` : undefined;
}

function damaged(how: string): InputError {
  return new InputError('damaged-file', `this segmentation model is damaged: ${how}`, {
    remedy: 'fit again and save it again',
  });
}
