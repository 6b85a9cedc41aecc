import { squaresBetween } from './measures/squares';
import { WHO } from './readCustomers';
import type { FormulaMeasure, RowsMeasure, SqlMeasure, SqlSpace } from './sqlMeasure';
import type { Made, Steps } from './steps';

/** The columns of the last step, after customers were measured. */
export interface Measured {
  /** The distances to the segments; length k. */
  distances: string[];
  /** The column with the logarithm of the density, where there is one. */
  density?: string;
}

/** The steps that measure how far customers are from each segment. */
export function measureCustomers(steps: Steps, measure: SqlMeasure, space: SqlSpace): Measured {
  return 'fitted' in measure ? fromRows(steps, measure, space) : byFormula(steps, measure, space);
}

function byFormula(
  steps: Steps,
  { before, distances, logDensity }: FormulaMeasure,
  { axes }: SqlSpace,
): Measured {
  const known: string[] = [...WHO, ...axes.map(({ name }) => name)];
  before.forEach((made, at) => {
    steps.add(`densities_${at + 1}`, known, made);
    known.push(...made.map(([name]) => name));
  });
  const made = distances.map((distance, c): Made => [distanceTo(c), distance]);
  const others: Made[] = logDensity === undefined ? [] : [['density', logDensity]];
  steps.add('distances', WHO, [...made, ...others]);
  return { distances: made.map(([name]) => name), ...(logDensity !== undefined && { density: 'density' }) };
}

/**
 * Distances to customers of the fit, who stand in the statement. Each different point is measured once and joined by
 * its coordinates, so that identifiers need not be unique.
 */
function fromRows(steps: Steps, measure: RowsMeasure, { axes, dialect }: SqlSpace): Measured {
  const { fitted } = measure;
  if (fitted.nClusters === 0) return { distances: [] };
  const names = axes.map(({ name }) => name);
  const own = names.map((_, j) => `r${j + 1}`);
  const placed = steps.last;
  const table = dialect.rows({
    columns: [
      ...['label', 'place'].map((name) => ({ name, type: 'integer' as const })),
      ...own.map((name) => ({ name, type: 'double' as const })),
    ],
    rows: fitted.rows.map((row, at) => [fitted.labels[at], at, ...row]),
  });
  const made = Array.from(
    { length: fitted.nClusters },
    (_, c): Made => [distanceTo(c), distanceTaken(measure, c, dialect)],
  );
  const distances = made.map(([name]) => name);
  steps.write('points', `SELECT DISTINCT ${names.join(', ')}\n  FROM ${placed}\n  WHERE why IS NULL`);
  const points = steps.last;
  steps.write('fitted_rows', `SELECT * FROM ${table}`);
  const fittedRows = steps.last;
  const between: Made = ['distance', `sqrt(${squaresBetween(names, own)})`];
  steps.add('pairs', [...names, 'label', 'place'], [between], `${points} CROSS JOIN ${fittedRows}`);
  steps.add('nearby', names, made, `${steps.last}\n  GROUP BY ${names.join(', ')}`);
  const same = names.map((name) => `a.${name} = b.${name}`).join(' AND ');
  const handedOn = [
    ...WHO.map((name): Made => [name, `a.${name}`]),
    ...distances.map((name): Made => [name, `b.${name}`]),
  ];
  steps.add('distances', [], handedOn, `${placed} AS a LEFT JOIN ${steps.last} AS b ON ${same}`);
  return { distances };
}

function distanceTo(c: number): string {
  return `d${c + 1}`;
}

function distanceTaken({ fitted, take }: RowsMeasure, c: number, dialect: SqlSpace['dialect']): string {
  const distance = `CASE WHEN label = ${c} THEN distance END`;
  if (take !== 'mean') return `${take === 'least' ? 'min' : 'max'}(${distance})`;
  const size = fitted.labels.filter((label) => label === c).length;
  return `${dialect.sum(distance, 'place')} / ${dialect.double(size)}`;
}
