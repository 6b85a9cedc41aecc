/** An aggregate: in how many rows a condition holds. */
export function countWhere(condition: string): string {
  return `count(CASE WHEN ${condition} THEN 1 END)`;
}
