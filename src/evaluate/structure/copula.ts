import { Matrix } from '../../core/matrix';
import { Random } from '../../core/random';
import type { ColumnGroups } from './columnGroups';
import { columnShape, isDiscrete } from './columnShape';
import { normalScores, orderOf } from './normalScores';

/** Rows of a trial draw, and how often the correlations are corrected by one. */
const TRIAL_ROWS = 2000;
const CORRECTIONS = 3;
/** Correlations within so many standard errors of none are left alone. */
const CHANCE = 3;
const MOST = 0.98;

/** A column, or the columns of one category: what is drawn as one. */
interface Unit {
  columns: readonly number[];
  /** How its values rank, standardized normal. Length n. */
  scores: Float64Array;
  /** Ascending: what a rank stands for, as the row it is taken from, and as one number. */
  values: Float64Array;
  rows: Int32Array | null;
  discrete: boolean;
}

/**
 * A source of tables that are one cloud: each column keeps the shape with one peak that is nearest to its own (a
 * discrete one its values), and columns go together as their ranks do in `X`, through a normal distribution.
 *
 * The categories of a group are ranked by where their rows lie along the main direction of the other columns.
 *
 * Cost: O(n log n · d + n·d²) for the source and for each table.
 * Source: Nelsen, "An Introduction to Copulas" (2006); the correlation of a discrete column with another is corrected for
 * what rounding takes from it (Cario & Nelson, "Modeling and generating random vectors with arbitrary marginal
 * distributions and correlation matrix", 1997). Between two discrete columns it is not: what they share beyond their
 * correlation is what groups of answers are made of.
 */
export function copulaSource(X: Matrix, columnGroups: ColumnGroups): (random: Random) => Matrix {
  const units = unitsOf(X, columnGroups);
  const factor = choleskyOf(latentCorrelations(units, X.rows));
  return (random) => {
    const drawn = Matrix.zeros(X.rows, X.cols);
    const latent = drawLatent(factor, units.length, X.rows, random);
    units.forEach((unit, at) => {
      const order = orderOf(latent[at]);
      order.forEach((row, rank) => {
        for (const j of unit.columns) {
          drawn.data[row * X.cols + j] = unit.rows ? X.data[unit.rows[rank] * X.cols + j] : unit.values[rank];
        }
      });
    });
    return drawn;
  };
}

function unitsOf(X: Matrix, columnGroups: ColumnGroups): Unit[] {
  const grouped = new Set(columnGroups.flat());
  const alone = Array.from({ length: X.cols }, (_, j) => j).filter((j) => !grouped.has(j));
  const single = alone.map((j): Unit => {
    const column = X.column(j);
    return {
      columns: [j],
      scores: normalScores(column),
      values: columnShape(column),
      rows: null,
      discrete: isDiscrete(column),
    };
  });
  const direction = mainDirection(single, X.rows);
  return [...single, ...columnGroups.map((columns) => unitOfCategory(X, columns, direction))];
}

function unitOfCategory(X: Matrix, columns: readonly number[], direction: Float64Array): Unit {
  const levels = levelsOf(X, columns);
  const sums = columns.map(() => ({ sum: 0, rows: 0 }));
  levels.forEach((level, row) => {
    sums[level].sum += direction[row];
    sums[level].rows++;
  });
  const places = sums.map(({ sum, rows }, level) => ({ level, mean: sum / Math.max(1, rows) }));
  places.sort((a, b) => a.mean - b.mean || a.level - b.level);
  const rankOf = columns.map((_, level) => places.findIndex((place) => place.level === level));
  const ranks = Float64Array.from(levels, (level) => rankOf[level]);
  return {
    columns,
    scores: normalScores(ranks),
    values: ranks.slice().sort(),
    rows: orderOf(ranks),
    discrete: true,
  };
}

/** Which of the columns of 0 and 1, however scaled, is set in each row. */
export function levelsOf({ data, rows, cols }: Matrix, columns: readonly number[]): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    let set = 0;
    for (let at = 1; at < columns.length; at++) {
      if (data[row * cols + columns[at]] > data[row * cols + columns[set]]) set = at;
    }
    return set;
  });
}

/** The first principal component of the scores, by power iteration; 0 where there are none. */
function mainDirection(units: readonly Unit[], rows: number): Float64Array {
  const direction = new Float64Array(rows);
  let weights = units.map(() => 1);
  for (let step = 0; step < 30; step++) {
    direction.fill(0);
    units.forEach(({ scores }, at) => {
      for (let i = 0; i < rows; i++) direction[i] += weights[at] * scores[i];
    });
    const next = units.map(({ scores }) => scores.reduce((sum, score, i) => sum + score * direction[i], 0));
    const length = Math.hypot(...next) || 1;
    weights = next.map((weight) => weight / length);
  }
  return direction;
}

/** The correlations of a normal distribution whose draws have the rank correlations of the table. */
function latentCorrelations(units: readonly Unit[], rows: number): Matrix {
  const wanted = correlationsOf(units.map(({ scores }) => scores));
  const latent = new Matrix(wanted.data.slice(), units.length, units.length);
  if (units.every(({ discrete }) => discrete) || !units.some(({ discrete }) => discrete)) return latent;
  for (let step = 0; step < CORRECTIONS; step++) {
    const trial = drawLatent(choleskyOf(latent), units.length, TRIAL_ROWS, new Random(1));
    const got = correlationsOf(trial.map((values, at) => normalScores(seenThrough(units[at], values))));
    for (let a = 0; a < units.length; a++) {
      for (let b = 0; b < a; b++) {
        const target = wanted.get(a, b);
        if (units[a].discrete === units[b].discrete || Math.abs(target) < CHANCE / Math.sqrt(rows)) continue;
        const correction = Math.min(1.5, Math.max(0.7, target / got.get(a, b)));
        const value = Math.max(-MOST, Math.min(MOST, latent.get(a, b) * correction));
        latent.data[a * units.length + b] = value;
        latent.data[b * units.length + a] = value;
      }
    }
  }
  return latent;
}

/** A draw as a column would show it: itself, or rounded to the discrete values. */
function seenThrough({ discrete, values }: Unit, drawn: Float64Array): Float64Array {
  if (!discrete) return drawn;
  const seen = new Float64Array(drawn.length);
  orderOf(drawn).forEach((row, rank) => {
    seen[row] = values[Math.floor(((rank + 0.5) * values.length) / drawn.length)];
  });
  return seen;
}

function correlationsOf(scores: readonly Float64Array[]): Matrix {
  const d = scores.length;
  const correlations = Matrix.zeros(d, d);
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++) {
      const product = scores[a].reduce((sum, score, i) => sum + score * scores[b][i], 0) / scores[a].length;
      const value = a === b ? 1 : product;
      correlations.data[a * d + b] = value;
      correlations.data[b * d + a] = value;
    }
  }
  return correlations;
}

/**
 * The lower triangle L with L·Lᵀ = the correlations, row by row. Correlations that no table can have (corrected one by
 * one they may be such) are drawn toward none until there is one.
 */
function choleskyOf(correlations: Matrix): Matrix {
  for (let shrink = 0; ; shrink = shrink === 0 ? 0.01 : Math.min(1, 2 * shrink)) {
    const factor = factorOf(correlations, shrink);
    if (factor) return factor;
  }
}

function factorOf(correlations: Matrix, shrink: number): Matrix | undefined {
  const d = correlations.rows;
  const factor = Matrix.zeros(d, d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = i === j ? 1 : (1 - shrink) * correlations.get(i, j);
      for (let c = 0; c < j; c++) rest -= factor.get(i, c) * factor.get(j, c);
      if (i === j && rest < -1e-6) return undefined;
      factor.data[i * d + j] = i === j ? Math.sqrt(Math.max(rest, 1e-10)) : rest / factor.get(j, j);
    }
  }
  return factor;
}

/** One normal column for each unit, with these correlations. */
function drawLatent(factor: Matrix, units: number, rows: number, random: Random): Float64Array[] {
  const columns = Array.from({ length: units }, () => new Float64Array(rows));
  const draws = new Float64Array(units);
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < units; a++) draws[a] = random.normal();
    for (let a = 0; a < units; a++) {
      for (let b = 0; b <= a; b++) columns[a][i] += factor.data[a * units + b] * draws[b];
    }
  }
  return columns;
}
