import type { Figure } from '../../plot/base/figure';
import { categoryBySegment } from '../../plot/categoryBySegment';
import { profileHeatMap } from '../../plot/profileHeatMap';
import { projection2d } from '../../plot/projection2d';
import { revenueBySegment } from '../../plot/revenueBySegment';
import { segmentScatter } from '../../plot/segmentScatter';
import { segmentSizesPlot } from '../../plot/segmentSizesPlot';
import type { FeatureProfile, ShareFeature } from '../../profile/features/featureProfile';
import type { SegmentProfile } from '../../profile/segmentProfile';
import type { ReportBlock, ReportSection } from '../report';
import type { ReportedModel } from '../reportedModel';
import { type TwoColumns, twoColumns } from './twoColumns';

/** The segments as pictures: their sizes, what sets them apart, where they lie, the categories they hold. */
export function figuresSection(model: ReportedModel, further: readonly Figure[]): ReportSection {
  const { profiles, names } = model;
  return {
    title: 'Segment charts',
    blocks: [
      {
        kind: 'figure',
        figure: segmentSizesPlot(profiles, { segmentNames: names }),
      },
      ...spendingBlocks(profiles),
      { kind: 'figure', figure: profileHeatMap(profiles) },
      ...customersBlocks(model),
      ...categoryBlocks(model),
      ...further.map((figure): ReportBlock => ({ kind: 'figure', figure })),
    ],
  };
}

const MAX_CATEGORIES = 4;
/** More bars in a row look alike. */
const MAX_LEVELS = 12;

/** Shares of customers beside shares of spending, where spending is known. */
function spendingBlocks(profiles: readonly SegmentProfile[]): ReportBlock[] {
  if (profiles.some(({ shareOfSpending }) => shareOfSpending === null || shareOfSpending < 0)) return [];
  const rows = profiles.map(({ name, size, shareOfSpending }) => ({
    segment: name,
    customers: size,
    spending: 100 * shareOfSpending!,
  }));
  const figure = revenueBySegment(rows, { revenue: 'spending', units: { spending: '%' } });
  return [{ kind: 'figure', figure }];
}

/** Customers in the two columns they were grouped by, or on the two axes along which they differ most. */
function customersBlocks(model: ReportedModel): ReportBlock[] {
  if (model.projection.coordinates.rows < 3) return [];
  const two = twoColumns(model);
  const figure = two ? scatterFigure(two, model) : projectionFigure(model);
  if (!figure) return [];
  const mix = 'Where colors mix, segments overlap';
  if (two) return [{ kind: 'figure', figure, reading: `Each point is a customer. ${mix}.` }];
  const [right, up] = model.projection.axes;
  const reading = `Each point is a customer. To the right: ${right.meaning}; upwards: ${up.meaning}. ${mix}, in these two directions at least.`;
  return [{ kind: 'figure', figure, reading }];
}

function scatterFigure({ x, y, values }: TwoColumns, { profiles, projection, names }: ReportedModel): Figure {
  const centers = profiles
    .filter(({ segment }) => segment >= 0)
    .map(({ features }) =>
      [x, y].map(({ column }) => meanOf(features.find((own) => own.column === column)!)),
    );
  return segmentScatter(values, projection.labels, {
    x: x.column,
    y: y.column,
    segmentNames: names,
    labels: { [x.column]: x.label, [y.column]: y.label },
    units: Object.fromEntries([x, y].flatMap(({ column, unit }) => (unit ? [[column, unit]] : []))),
    ...(centers.length > 0 && { centers }),
  });
}

function meanOf(feature: FeatureProfile): number {
  return feature.kind === 'numeric' ? feature.segment.mean : feature.share;
}

/** None of a single column: it has no second axis. */
function projectionFigure({
  projection: { coordinates, labels, axes },
  names,
}: ReportedModel): Figure | undefined {
  if (!(axes[1].explained > 0)) return undefined;
  const explainedVarianceRatio = axes.map(({ explained }) => explained);
  return projection2d(coordinates, labels, { segmentNames: names, explainedVarianceRatio });
}

/** The columns of categories whose shares differ most between segments. */
function categoryBlocks({ profiles, names }: ReportedModel): ReportBlock[] {
  const shares = profiles[0].features.filter(isCategory);
  const columns = [...new Set(shares.map(({ column }) => column))];
  return columns
    .filter((column) => shares.filter((feature) => feature.column === column).length <= MAX_LEVELS)
    .map((column) => ({ column, effect: MAX_EFFECT(column, profiles) }))
    .sort((a, b) => b.effect - a.effect)
    .slice(0, MAX_CATEGORIES)
    .map(({ column }): ReportBlock => ({ kind: 'figure', figure: categoryFigure(column, profiles, names) }));
}

function MAX_EFFECT(column: string, profiles: readonly SegmentProfile[]): number {
  const own = profiles.flatMap(({ features }) => features.filter((feature) => feature.column === column));
  return Math.max(...own.map(({ effect }) => Math.abs(effect.standardized)));
}

/** The shares of a profile are of whole customers. */
function categoryFigure(
  column: string,
  profiles: readonly SegmentProfile[],
  segmentNames: readonly string[],
): Figure {
  const counts = profiles.flatMap(({ segment, features }) =>
    features
      .filter(isCategory)
      .filter((feature) => feature.column === column)
      .map(({ level, share, count }) => ({ segment, category: level, count: Math.round(share * count) })),
  );
  const [{ label, level }] = profiles[0].features
    .filter(isCategory)
    .filter((feature) => feature.column === column);
  const labels = { [column]: label.slice(0, -`: ${level}`.length) };
  return categoryBySegment(counts, { column, segmentNames, labels });
}

function isCategory(feature: FeatureProfile): feature is ShareFeature & { level: string } {
  return feature.kind === 'share' && feature.level !== undefined;
}
