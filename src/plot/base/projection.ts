import type { Data } from 'plotly.js';
import { capitalized } from '../../core/columnNames';
import { InputError } from '../../core/errors';
import { countPhrase, formatShare } from '../../core/format';
import { type Matrix, type MatrixLike, toMatrix } from '../../core/matrix';
import { type Given, integer, object, optional, type Static, thing } from '../../core/schema';
import { componentNames } from '../loadingsHeatMap';
import { FIGURE, SHARES } from './figureOptions';
import { plain } from './numbers';
import { INK, segmentColor, segmentSymbol } from './palette';
import { type SegmentGroup, sampleNote, samplePoints, segmentGroups, segmentName } from './segments';

/** What the options may be. @internal */
export const PROJECTION_OPTIONS = object({
  ...FIGURE,
  /** Share of variance of each component, said on its axis and in the title. */
  explainedVarianceRatio: optional(SHARES),
  /** Center of each segment in the same coordinates, k × c; row i belongs to segment i. */
  centers: optional(thing<MatrixLike>('object', { expects: 'a matrix, or an array of rows' })),
  /** Draws at most about this many points, a sample of each segment; default 5,000. */
  maxPoints: integer({ minimum: 1, default: 5000 }),
});

/** Options of the flat and the 3-D projection. */
export interface ProjectionOptions extends Given<typeof PROJECTION_OPTIONS> {}

/** What both projections draw. */
export interface ProjectionParts {
  scores: Matrix;
  centers?: Matrix;
  groups: SegmentGroup[];
  axes: string[];
  title: string;
  note?: string;
  /** Segment names, for the legend. */
  legend: string[];
}

/**
 * Checks scores, labels and centers for a picture of `dimensions` components.
 * @throws InputError when scores have fewer components, or labels, centers or ratios do not fit.
 */
export function readProjection(
  scores: MatrixLike,
  segments: ArrayLike<number>,
  dimensions: number,
  options: Static<typeof PROJECTION_OPTIONS>,
): ProjectionParts {
  const matrix = checkDimensions(toMatrix(scores, 'scores'), dimensions, 'scores');
  const all = segmentGroups(segments, matrix.rows, options.segmentNames);
  const groups = samplePoints(all, options.maxPoints);
  return {
    scores: matrix,
    centers: options.centers && checkDimensions(toMatrix(options.centers, 'centers'), dimensions, 'centers'),
    groups,
    axes: componentNames(dimensions, options.explainedVarianceRatio),
    title: finding(all, dimensions, options.explainedVarianceRatio),
    note: sampleNote(groups, all),
    legend: all.map(({ name }) => name),
  };
}

/** How a kind of scatter looks. */
export interface ProjectionLook {
  type: 'scatter' | 'scatter3d';
  /** The symbol to draw instead of a segment's own. */
  symbol: (symbol: string) => string;
  pointSize: (symbol: string) => number;
  opacity: number;
  centerSize: number;
}

/** The points of each segment, and its center where one is given, in as many dimensions as there are axes. */
export function projectionTraces(
  { scores, centers, groups, axes }: ProjectionParts,
  look: ProjectionLook,
  { segmentNames }: ProjectionOptions,
): Data[] {
  const places = (matrix: Matrix, rows: readonly number[]) =>
    Object.fromEntries(axes.map((_, axis) => ['xyz'[axis], plain(rows.map((row) => matrix.get(row, axis)))]));
  const hover = (name: string) => {
    const fields = axes.map((_, axis) => `PC${axis + 1} %{${'xyz'[axis]}:.2f}`);
    return `${name}<br>${fields.join(' · ')}<extra></extra>`;
  };
  const points = groups.map(({ name, rows, color, symbol }) => ({
    type: look.type,
    mode: 'markers',
    name,
    ...places(scores, rows),
    marker: {
      color: color,
      symbol: look.symbol(symbol),
      size: look.pointSize(look.symbol(symbol)),
      opacity: look.opacity,
    },
    hovertemplate: hover(name),
  }));
  const middles = Array.from({ length: centers?.rows ?? 0 }, (_, index) => {
    const name = `Center of ${segmentName(index, segmentNames)}`;
    return {
      type: look.type,
      mode: 'markers',
      name,
      ...places(centers!, [index]),
      marker: {
        color: segmentColor(index),
        symbol: look.symbol(segmentSymbol(index)),
        size: look.centerSize,
        line: { color: INK, width: 2 },
      },
      showlegend: false,
      hovertemplate: hover(name),
    };
  });
  return [...points, ...middles] as Data[];
}

function checkDimensions(matrix: Matrix, dimensions: number, name: string): Matrix {
  if (matrix.cols >= dimensions) return matrix;
  throw new InputError('wrong-shape', `${name} have ${matrix.cols} columns`, {
    remedy: `a projection in ${dimensions} dimensions needs ${dimensions}`,
  });
}

function finding(
  groups: readonly SegmentGroup[],
  dimensions: number,
  ratios: ArrayLike<number> | undefined,
): string {
  const found = capitalized(countPhrase(groups.filter(({ index }) => index >= 0).length, 'segment'));
  const components = dimensions === 2 ? 'two' : 'three';
  if (ratios === undefined) return `${found} in the first ${components} components`;
  const held = Array.from({ length: dimensions }, (_, i) => ratios[i]).reduce((sum, share) => sum + share, 0);
  return `${found} in ${components} components that hold ${formatShare(held)} of the variance`;
}
