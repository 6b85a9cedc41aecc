import { Matrix } from '../../../core/matrix';
import { Random } from '../../../core/random';
import { float64 } from '../../../datasets/sql/float64';
import type { SqlEngine } from '../../../datasets/sql/sqlEngine';
import type { TableData } from '../../../table/tableData';
import { KMeans } from '../kMeans';
import { drawExpression } from './drawExpression';
import { coordinates, nearestStatement } from './nearestStatement';

/** Rounds of drawing; each draws about twice as many points as there are clusters. */
const ROUNDS = 5;
const FACTOR = 2;

/** Of a round so many times k points leave the database at most. */
const MOST = 3 * FACTOR;

/** So few different points are fetched as they are: more would be drawn. */
const FEW = 8;

/** How many starts the points drawn get here. */
const STARTS = 10;

/**
 * First centers by k-means‖: in each round the database draws points with a probability proportional to their squared
 * distance from those drawn so far; k-means of these few, each weighing as many rows as are nearest to it, is done here.
 * What is drawn hangs on the seed and on the points alone, so that every database draws the same.
 *
 * @param count how many different points there are.
 * Source: Bahmani et al. (2012), "Scalable k-means++".
 */
export async function seedCenters(
  engine: SqlEngine,
  points: string,
  { nClusters, d, count, seed }: { nClusters: number; d: number; count: number; seed: number },
): Promise<Matrix> {
  const names = coordinates(d);
  const local = new KMeans({ nClusters, nInit: STARTS, seed });
  if (count <= FEW * nClusters) {
    const all = await engine.query(`SELECT ${names.join(', ')}, weight FROM ${points}`);
    return local.fit(matrixOf(all, names), { sampleWeight: all.weight.map(Number) }).centroids;
  }
  const { drawn, weights } = await draw(engine, points, { nClusters, d, random: new Random(seed) });
  return local.fit(drawn, { sampleWeight: weights }).centroids;
}

/** Points drawn, and how many rows are nearest to each. */
async function draw(
  engine: SqlEngine,
  points: string,
  { nClusters, d, random }: { nClusters: number; d: number; random: Random },
): Promise<{ drawn: Matrix; weights: number[] }> {
  const names = coordinates(d);
  const first = await engine.query(`SELECT ${names.join(', ')}
FROM (SELECT ${names.join(', ')}, ${drawExpression(names, random)} AS draw FROM ${points}) AS drawn
ORDER BY draw, ${names.join(', ')}
LIMIT 1`);
  const rows = rowsOf(first, names);
  let [table, fresh] = [points, rows];
  for (let round = 0; round <= ROUNDS && fresh.length > 0; round++) {
    const next = `${points}_${round}`;
    await engine.run(
      engine.dialect.replaceTable(next, nearer(table, names, fresh, rows.length - fresh.length)),
    );
    if (table !== points) await engine.run(`DROP TABLE ${table}`);
    table = next;
    if (round === ROUNDS && rows.length >= nClusters) break;
    fresh = await drawRound(engine, table, names, nClusters, random);
    rows.push(...fresh);
  }
  const { nearest, n } = await engine.query(
    `SELECT nearest, sum(weight) AS n FROM ${table} GROUP BY nearest`,
  );
  await engine.run(`DROP TABLE ${table}`);
  const weights = rows.map(() => 0);
  nearest.forEach((place, at) => {
    weights[Number(place)] = Number(n[at]);
  });
  return { drawn: Matrix.fromRows(rows), weights };
}

/** The points with the nearest of all that were drawn, those just drawn beside those before. */
function nearer(table: string, names: readonly string[], fresh: readonly number[][], before: number): string {
  const list = names.join(', ');
  const kept = before === 0 ? [...names, 'weight'] : [...names, 'weight', 'least_square', 'nearest'];
  const labeled = nearestStatement(table, kept, Matrix.fromRows(fresh));
  if (before === 0)
    return `SELECT ${list}, weight, square AS least_square, label AS nearest\nFROM (\n${labeled}\n) AS labeled`;
  return `SELECT ${list}, weight,
  least(square, least_square) AS least_square,
  CASE WHEN square < least_square THEN label + ${before} ELSE nearest END AS nearest
FROM (
${labeled}
) AS labeled`;
}

async function drawRound(
  engine: SqlEngine,
  table: string,
  names: readonly string[],
  nClusters: number,
  random: Random,
): Promise<number[][]> {
  const { potential } = await engine.query(`SELECT sum(weight * least_square) AS potential FROM ${table}`);
  if (!(Number(potential[0]) > 0)) return [];
  const share = (FACTOR * nClusters) / Number(potential[0]);
  const list = names.join(', ');
  const found = await engine.query(`SELECT ${list}
FROM (SELECT ${list}, weight, least_square, ${drawExpression(names, random)} AS draw FROM ${table}) AS drawn
WHERE draw < ${float64(share)} * weight * least_square
ORDER BY draw, ${list}
LIMIT ${MOST * nClusters}`);
  return rowsOf(found, names);
}

function rowsOf(found: TableData, names: readonly string[]): number[][] {
  return found[names[0]].map((_, at) => names.map((name) => Number(found[name][at])));
}

function matrixOf(found: TableData, names: readonly string[]): Matrix {
  return Matrix.fromRows(rowsOf(found, names));
}
