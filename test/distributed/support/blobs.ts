import { Matrix } from '../../../src/core/matrix';
import { Random } from '../../../src/core/random';
import type { SqlEngine } from '../../../src/datasets/sql/sqlEngine';

export const COLUMNS = ['recency', 'frequency', 'monetary value'];

/** No two of the groups are equally large. */
const GROUPS = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4];

/** Customers around five points, in whole numbers, so that many are alike; every twentieth lacks a value. */
export function blobs(rows: number): { table: Record<string, (string | number | null)[]>; complete: Matrix } {
  const random = new Random(7);
  const centers = [
    [10, 30, 500],
    [40, 12, 200],
    [90, 6, 90],
    [200, 3, 60],
    [330, 1, 25],
  ];
  const points = Array.from({ length: rows }, (_, i) => {
    const center = centers[GROUPS[i % GROUPS.length]];
    return center.map((value, j) => Math.max(0, Math.round(value + random.normal(0, [8, 2, 20][j]))));
  });
  const isComplete = (i: number) => i % 20 !== 19;
  const cells = (j: number) => points.map((point, i) => (j === 1 && !isComplete(i) ? null : point[j]));
  return {
    table: Object.fromEntries([
      ['id', points.map((_, i) => `c${i}`)],
      ...COLUMNS.map((name, j) => [name, cells(j)]),
    ]),
    complete: Matrix.fromRows(
      points.filter((_, i) => isComplete(i)),
      COLUMNS,
    ),
  };
}

/** An engine that counts what its queries bring back. */
export function counting(engine: SqlEngine): { engine: SqlEngine; read: number[] } {
  const read: number[] = [];
  const counted: SqlEngine = Object.assign(Object.create(engine) as SqlEngine, {
    query: async (...asked: Parameters<SqlEngine['query']>) => {
      const found = await engine.query(...asked);
      read.push(Object.values(found).reduce((sum, cells) => sum + cells.length, 0));
      return found;
    },
  });
  return { engine: counted, read };
}
