import type { KTree } from '../../evaluate/chooseK/kTree';

/** A cluster of one k, where it is drawn: 0 at the left to 1 at the right. */
export interface TreeCluster {
  level: number;
  k: number;
  cluster: number;
  size: number;
  x: number;
}

/** Customers who are in one cluster of a k and one of the next. */
export interface TreeFlow {
  from: TreeCluster;
  to: TreeCluster;
  count: number;
}

/** A smaller share of the next cluster is not drawn: it would be a hair. */
const VISIBLE = 0.03;

/** Clusters of each k side by side, in an order in which few flows cross: each below those that its customers come from. */
export function layOutKTree({ levels, flows }: KTree): { clusters: TreeCluster[]; flows: TreeFlow[] } {
  const rows: TreeCluster[][] = [];
  levels.forEach(({ k, sizes }, level) => {
    const above = rows[level - 1];
    const place = sizes.map((_, cluster) => (above ? centerOf(above, flows[level - 1], cluster) : cluster));
    const order = Array.from(sizes.keys()).sort((a, b) => place[a] - place[b] || a - b);
    rows.push(
      sizes.map((size, cluster) => ({
        level,
        k,
        cluster,
        size,
        x: (order.indexOf(cluster) + 0.5) / sizes.length,
      })),
    );
  });
  const drawn = flows.flatMap((flow, level) =>
    flow.flatMap((counts, a) =>
      counts.map((count, b) => ({ from: rows[level][a], to: rows[level + 1][b], count })),
    ),
  );
  return { clusters: rows.flat(), flows: drawn.filter(({ to, count }) => count > VISIBLE * to.size) };
}

/** Where the customers of a cluster come from, on average. */
function centerOf(above: readonly TreeCluster[], flow: readonly number[][], cluster: number): number {
  let [sum, count] = [0, 0];
  above.forEach(({ x }, a) => {
    sum += x * flow[a][cluster];
    count += flow[a][cluster];
  });
  return count === 0 ? 0 : sum / count;
}
