import type { ScoringDialect } from './dialects/scoringDialect';
import type { Made } from './steps';

/** One axis of the space in which customers are placed. */
export interface SqlAxis {
  /** The name of its column in the statement. */
  name: string;
  /** The column holds one of these categories, by position in the model; absent for numbers. */
  levels?: readonly string[];
}

/** The space in which a statement measures distances. */
export interface SqlSpace {
  axes: readonly SqlAxis[];
  dialect: ScoringDialect;
  /** How many segments there are. */
  nClusters: number;
}

/** How a statement measures customers: what `Measure` says, in SQL. */
export type SqlMeasure = FormulaMeasure | RowsMeasure;

interface Reach {
  /** A customer who is further than this from every segment is in none. */
  reach?: number;
}

/** Distances are formulas over the axes. */
export interface FormulaMeasure extends Reach {
  /** Columns to work out first, each list on top of all before it. */
  before: readonly (readonly Made[])[];
  /** The distance to each segment, over the axes and those columns; length k. */
  distances: readonly string[];
  /** Logarithm of the density at the customer, over the same; absent where there is none. */
  logDensity?: string;
}

/** Distances are taken over customers of the fit, who stand in the statement. */
export interface RowsMeasure extends Reach {
  fitted: { rows: readonly (readonly number[])[]; labels: readonly number[]; nClusters: number };
  /** What is taken of the Euclidean distances to a segment's customers. */
  take: 'least' | 'greatest' | 'mean';
}
