import type { PCAModel } from '../../reduce/pcaModel';
import type { SegmentationColumn } from '../columns/segmentationColumn';
import type { Dimension } from '../fit/featureSpace';
import type { ScoringDialect } from './dialects/scoringDialect';
import { WHO } from './readCustomers';
import type { SqlAxis } from './sqlMeasure';
import type { Made, Steps } from './steps';

/** What makes axes of values. */
interface Scaling {
  columns: readonly SegmentationColumn[];
  dimensions: readonly Dimension[];
  pca: PCAModel | null;
}

/** The steps that bring values to the space of the fit, as `toSpace` and `PCAModel` do, in the same order of sums. */
export function scaleAxes(
  steps: Steps,
  { columns, dimensions, pca }: Scaling,
  values: readonly string[],
  dialect: ScoringDialect,
): SqlAxis[] {
  const scaled = dimensions.map((dimension, at): Made & { levels?: never } => [
    `z${at + 1}`,
    scaledValue(dimension, columns[dimension.column], values[dimension.column], dialect),
  ]);
  steps.add('scaled', WHO, scaled);
  const axes = dimensions.map(({ column, level }, at): SqlAxis => {
    const own = columns[column];
    const isCode = own.kind === 'category' && level === undefined;
    return { name: `z${at + 1}`, ...(isCode && { levels: own.levels }) };
  });
  return pca ? components(steps, pca, axes, dialect) : axes;
}

function scaledValue(
  { level, center, scale }: Dimension,
  column: SegmentationColumn,
  value: string,
  { double, log1p, quoteText }: ScoringDialect,
): string {
  if (column.kind === 'category') {
    if (level === undefined) return value;
    const inIt = (is: 0 | 1) => double((is - center) / scale);
    return `CASE WHEN ${value} = ${quoteText(column.levels[level])} THEN ${inIt(1)} WHEN ${value} IS NOT NULL THEN ${inIt(0)} END`;
  }
  const taken = column.log ? `(${log1p(value)})` : value;
  return center === 0 && scale === 1 ? taken : `(${taken} - ${double(center)}) / ${double(scale)}`;
}

function components(
  steps: Steps,
  { mean, components, explainedVariance, whiten }: PCAModel,
  axes: readonly SqlAxis[],
  { double }: ScoringDialect,
): SqlAxis[] {
  const made = Array.from({ length: components.rows }, (_, c): Made => {
    const terms = axes.map(
      ({ name }, j) => `(${name} - ${double(mean[j])}) * ${double(components.get(c, j))}`,
    );
    const score = terms.join(' + ');
    const isWhitened = whiten && explainedVariance[c] > 0;
    return [`p${c + 1}`, isWhitened ? `(${score}) / ${double(Math.sqrt(explainedVariance[c]))}` : score];
  });
  steps.add('components', WHO, made);
  return made.map(([name]) => ({ name }));
}
